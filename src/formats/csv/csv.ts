import { plainText } from '../../latex/plain-text.ts';
import { tableNames } from '../../statistics/statistics.ts';
import type { Format } from '../format.ts';
import { onOneLine } from '../text/text.ts';

/** Comma-separated values for spreadsheets, with one row for each work, or a table of numbers of works. */
export const csv: Format = {
	name: 'csv',
	extension: '.csv',
	templates: 'txt',
	main: 'list',
	document: 'csv',
	shows: tableNames,
	text: onOneLine,
	inline: (value) => onOneLine(plainText(value)),
	link: (_url, label) => label,
	comment: () => '',
};
