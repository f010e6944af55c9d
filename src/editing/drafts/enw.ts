import { valueIn } from '../../text/value-in.ts';
import { firstOf, item, nameOf, type TaggedFormat, valuesOf } from './tagged-records.ts';

/** CSL types by EndNote's reference types; all others become `document`. */
const types: Readonly<Record<string, string>> = {
	'journal article': 'article-journal',
	'electronic article': 'article-journal',
	'magazine article': 'article-magazine',
	'newspaper article': 'article-newspaper',
	'conference paper': 'paper-conference',
	'conference proceedings': 'paper-conference',
	'book section': 'chapter',
	'electronic book section': 'chapter',
	book: 'book',
	'electronic book': 'book',
	'edited book': 'book',
	thesis: 'thesis',
	report: 'report',
	'government document': 'report',
	'unpublished work': 'manuscript',
	manuscript: 'manuscript',
	'web page': 'webpage',
	blog: 'post-weblog',
	patent: 'patent',
	'computer program': 'software',
	dataset: 'dataset',
	standard: 'standard',
	map: 'map',
	'film or broadcast': 'motion_picture',
	generic: 'document',
};

/** The format of EndNote and Refer (.enw), also exported by Google Scholar and publishers. */
export const enw: TaggedFormat = {
	line: /^(%[0-9A-Za-z@!$&(]) (.*)$/,
	first: '%0',
	last: null,
	read(record) {
		const type = valueIn(types, firstOf(record, '%0')?.toLowerCase() ?? '') ?? 'document';
		const isPart = /^(?:article-|chapter|paper-)/.test(type);
		const number = firstOf(record, '%@') ?? '';
		const isIssn = /^\d{4}-?\d{3}[\dXx]\b/.test(number);
		const [date, year] = [firstOf(record, '%8'), firstOf(record, '%D')];
		return item({
			type,
			title: firstOf(record, '%T'),
			author: valuesOf(record, '%A').map(nameOf),
			editor: valuesOf(record, '%E').map(nameOf),
			translator: valuesOf(record, '%?').map(nameOf),
			'container-title': isPart ? firstOf(record, '%J', '%B') : undefined,
			'collection-title': firstOf(record, '%S') ?? (isPart ? undefined : firstOf(record, '%B')),
			issued: date && year ? { literal: date.includes(year) ? date : `${date} ${year}` } : year && { literal: year },
			volume: firstOf(record, '%V'),
			issue: isPart ? firstOf(record, '%N') : undefined,
			number: isPart ? undefined : firstOf(record, '%N'),
			page: firstOf(record, '%P'),
			publisher: firstOf(record, '%I'),
			'publisher-place': firstOf(record, '%C'),
			edition: firstOf(record, '%7'),
			genre: firstOf(record, '%9'),
			language: firstOf(record, '%G'),
			DOI: firstOf(record, '%R'),
			[isIssn ? 'ISSN' : 'ISBN']: number,
			URL: firstOf(record, '%U'),
			keyword: valuesOf(record, '%K').join(', '),
			note: firstOf(record, '%Z'),
			abstract: firstOf(record, '%X'),
		});
	},
};
