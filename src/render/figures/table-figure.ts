import type { Table } from '../../statistics/statistic.ts';
import { barTable } from './bar-table.ts';
import { bars } from './bars.ts';
import { barsInWords, inBrackets, rowInWords } from './figure-description.ts';
import { composed, type FigureOptions, type FigureText, type FigureView } from './figure-view.ts';
import { topRows, yearRows } from './shown-rows.ts';
import { yearColumns } from './year-columns.ts';

/** The width of bars by default, in CSS pixels: on a narrow phone, their texts can be read. */
const usualWidth = 520;
const usualTop = 20;

/** Draws a table: years as columns, other rows as horizontal bars. */
export function tableFigure(statistic: Table, text: FigureText, options: FigureOptions): FigureView {
	const { locale } = text;
	const table = barTable(statistic, options['parts'] !== false, locale);
	const width = Number(options['width'] ?? usualWidth);
	const isOfYears = statistic.rowTerm === 'year';
	const shown = isOfYears ? yearRows(table) : topRows(table, Number(options['top'] ?? usualTop), locale);
	const notes = shown.rest.map((row) => rowInWords(row, table, locale));
	if (shown.omitted > 0) notes.push(locale.phrase('not-shown', { number: shown.omitted }));
	const legend = table.parts.map(({ pattern, label, total }) => ({
		...{ pattern, shape: null },
		label: total === null ? label : label + inBrackets(String(total), locale),
	}));
	const description = barsInWords(statistic, shown.rows, table, notes, locale);
	const draw = isOfYears ? yearColumns : bars;
	const hasRows = shown.rows.length > 0;
	return composed(
		{ text, options, width, legend, notes, description },
		hasRows ? (top) => draw(shown.rows, table, top, width, locale) : null,
	);
}
