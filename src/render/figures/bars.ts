import type { Locale } from '../locale.ts';
import { type BarRow, type BarTable, blocksOf } from './bar-table.ts';
import { rowInWords } from './figure-description.ts';
import { lineHeight, margin, rounded, type TextView, textBlock, textSize } from './figure-layout.ts';
import { numberAxis } from './number-axis.ts';
import { linesOf, textWidth } from './text-width.ts';
import type { BlockView } from './year-columns.ts';

/** Horizontal bars with labels. */
export interface BarsView {
	/** The ends of the lines of the grid. */
	readonly top: number;
	readonly base: number;
	readonly grid: readonly { readonly x: number; readonly labelY: number; readonly label: number }[];
	readonly rows: readonly BarView[];
}

export interface BarView {
	readonly title: string;
	/** The lines of the label, which end at `x`. */
	readonly label: readonly TextView[];
	readonly blocks: readonly BlockView[];
	readonly number: { readonly x: number; readonly y: number; readonly text: number };
}

const barHeight = 15;
const rowSpace = 9;
/** The largest share of the width that labels take. */
const labelShare = 0.48;
const labelLines = 2;
/** The space between a bar and the texts beside it. */
const textSpace = 7;

/** Places bars below `top`. There is at least one row. */
export function bars(
	rows: readonly BarRow[],
	table: BarTable,
	top: number,
	width: number,
	locale: Locale,
): { readonly bars: BarsView; readonly height: number } {
	const { ticks, end } = numberAxis(Math.max(...rows.map(({ works }) => works)));
	const labels = rows.map(({ label }) => linesOf(label, labelShare * width, textSize, labelLines));
	const labelWidth = Math.max(...labels.flat().map((line) => textWidth(line, textSize)));
	const left = rounded(margin + labelWidth + textSpace);
	const numberWidth = textWidth(String(end), textSize) + textSpace;
	const lengthOf = (works: number) => (works / end) * (width - margin - numberWidth - left);
	let rowTop = top + 4;
	const views = rows.map((row, index): BarView => {
		const label = labels[index] ?? [];
		const height = Math.max(barHeight, label.length * lineHeight) + rowSpace;
		const middle = rowTop + height / 2;
		const block = textBlock(label, left - textSpace, middle - (label.length * lineHeight) / 2);
		const blocks = blocksOf(row, table).map(({ pattern, start, works }) => ({
			pattern,
			x: rounded(left + lengthOf(start)),
			y: rounded(middle - barHeight / 2),
			width: rounded(lengthOf(works)),
			height: barHeight,
		}));
		rowTop += height;
		return {
			title: rowInWords(row, table, locale),
			label: block.lines,
			blocks,
			number: { x: rounded(left + lengthOf(row.works) + 5), y: rounded(middle + 4.5), text: row.works },
		};
	});
	const base = rounded(rowTop + 2);
	const grid = ticks.map((label) => ({ x: rounded(left + lengthOf(label)), labelY: rounded(base + 16), label }));
	return { bars: { top: rounded(top), base, grid, rows: views }, height: base + 24 - top };
}
