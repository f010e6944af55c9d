import type { Locale } from '../locale.ts';
import { type YearSlot, yearAxis } from '../views/year-axis.ts';
import { type BarRow, type BarTable, blocksOf } from './bar-table.ts';
import { rowInWords } from './figure-description.ts';
import { margin, rounded, smallSize, textSize } from './figure-layout.ts';
import { numberAxis } from './number-axis.ts';
import { textWidth } from './text-width.ts';

/** Columns on an axis of years. */
export interface YearColumnsView {
	/** The ends of the lines of the grid, and of the line below the columns. */
	readonly left: number;
	readonly right: number;
	readonly base: number;
	readonly grid: readonly {
		readonly y: number;
		readonly labelX: number;
		readonly labelY: number;
		readonly label: number;
	}[];
	readonly columns: readonly YearColumnView[];
	readonly years: readonly { readonly x: number; readonly y: number; readonly label: number }[];
	/** The centres of the signs for years without works that are not shown. */
	readonly breaks: readonly { readonly x: number; readonly y: number }[];
}

/** The column of a year. */
export interface YearColumnView {
	readonly title: string;
	/** The number of works above the column, in small text if there is little space; null if numbers would collide. */
	readonly number: { readonly x: number; readonly y: number; readonly text: number; readonly isSmall: boolean } | null;
	/** From the bottom to the top. */
	readonly blocks: readonly BlockView[];
}

/** A part of a bar. */
export interface BlockView {
	/** The number of its pattern, from 1. */
	readonly pattern: number;
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
}

const widestColumn = 40;
/** The share of a year's width that its column takes. */
const columnShare = 0.76;
/** The space between two numbers. */
const numberSpace = 2;
/** The space between two labels of years. */
const labelSpace = 8;
/** The space between the labels of the grid and its lines. */
const tickSpace = 6;

/** Places columns below `top`. The labels of rows are years; there is at least one. */
export function yearColumns(
	rows: readonly BarRow[],
	table: BarTable,
	top: number,
	width: number,
	locale: Locale,
): { readonly years: YearColumnsView; readonly height: number } {
	const { ticks, end } = numberAxis(Math.max(...rows.map(({ works }) => works)));
	const left = rounded(margin + textWidth(String(end), textSize) + tickSpace);
	const right = width - margin;
	const plotHeight = Math.round(Math.min(320, Math.max(150, 0.4 * width)));
	const base = rounded(top + 1.5 * textSize + plotHeight);
	const heightOf = (works: number) => (works / end) * plotHeight;
	const { slots, breaks, slotWidth } = yearAxis(rows.map(({ label }) => Number(label)));
	const xOf = (percent: number) => rounded(left + (percent / 100) * (right - left));
	const centres = new Map(slots.map(({ year, x }) => [year, xOf(x)]));
	const yearWidth = (slotWidth / 100) * (right - left);
	const columnWidth = rounded(Math.min(widestColumn, columnShare * yearWidth));
	const numberSize = [textSize, smallSize].find((size) => widestNumber(rows, size) + numberSpace <= yearWidth);
	const labelWidth = textWidth(String(slots[0]?.year), textSize) + labelSpace;

	const columnOf = (row: BarRow): YearColumnView => {
		const centre = centres.get(Number(row.label)) ?? left;
		const number = { x: centre, y: rounded(base - heightOf(row.works) - 5), text: row.works };
		return {
			title: rowInWords(row, table, locale),
			number: numberSize === undefined ? null : { ...number, isSmall: numberSize === smallSize },
			blocks: blocksOf(row, table).map(({ pattern, start, works }) => ({
				pattern,
				x: rounded(centre - columnWidth / 2),
				y: rounded(base - heightOf(start + works)),
				width: columnWidth,
				height: rounded(heightOf(works)),
			})),
		};
	};
	const gridLine = (label: number) => {
		const y = rounded(base - heightOf(label));
		return { y, labelX: rounded(left - tickSpace), labelY: rounded(y + 4.5), label };
	};
	const labelled = labelledYears(slots, (labelWidth / (right - left)) * 100);
	const view = {
		left,
		right,
		base,
		grid: ticks.map(gridLine),
		columns: rows.map(columnOf),
		years: labelled.map(({ year, x }) => ({ x: xOf(x), y: rounded(base + 18), label: year })),
		breaks: breaks.map((x) => ({ x: xOf(x), y: rounded(base - 4) })),
	};
	return { years: view, height: base + 26 - top };
}

/** The years to label: round ones at equal distances, and the first and the last if there is space. */
function labelledYears(slots: readonly YearSlot[], distance: number): YearSlot[] {
	const isFree = (slot: YearSlot, others: readonly YearSlot[]) =>
		others.every((other) => other === slot || Math.abs(other.x - slot.x) >= distance);
	const rounds = [1, 2, 5, 10, 20, 50, 100, 200, 500].map((step) => slots.filter(({ year }) => year % step === 0));
	const regular = rounds.find((years) => years.every((slot) => isFree(slot, years))) ?? [];
	const ends = [...slots.slice(0, 1), ...slots.slice(-1)].filter(
		(slot) => !regular.includes(slot) && isFree(slot, regular),
	);
	return [...regular, ...ends];
}

function widestNumber(rows: readonly BarRow[], size: number): number {
	return Math.max(...rows.map(({ works }) => textWidth(String(works), size)));
}
