import type { Label, Table } from '../../statistics/statistic.ts';
import type { Locale } from '../locale.ts';
import { yearsText } from '../views/table-view.ts';
import { labelText } from './label-text.ts';

/** A table as bars, which may be divided into parts. */
export interface BarTable {
	/** The parts of each bar, in the order from its start; none if bars are not divided. */
	readonly parts: readonly BarPart[];
	readonly rows: readonly BarRow[];
	/** True if the numbers of several rows may be added. */
	readonly addsUp: boolean;
}

/** A part of all bars. */
export interface BarPart {
	/** The number of its pattern, from 1. */
	readonly pattern: number;
	readonly label: string;
	/** The sum over all bars; null if it has no meaning. */
	readonly total: number | null;
}

/** A bar. */
export interface BarRow {
	readonly label: string;
	/** The group without a value, such as works without a keyword, or of no year. */
	readonly isRest: boolean;
	readonly works: number;
	/** One for each part of the table. */
	readonly parts: readonly number[];
}

/** The labels of rows. Equal ones have their groups in brackets, or their years if the groups are equal, too. */
function distinctLabels(rows: Table['rows'], locale: Locale): readonly string[] {
	// A note names works without a value beside 'Others', which means something else.
	const texts = rows.map(({ label }) =>
		label.term === 'none' ? (locale.term('not-specified') ?? '') : labelText(label, locale),
	);
	const withGroups = rows.map(({ group }, index) => withDetail(texts[index], group && labelText(group, locale)));
	const withYears = rows.map(({ years }, index) => withDetail(texts[index], years && yearsText(years, locale)));
	return rows.map(({ years }, index) => {
		if (isUnique(texts, index)) return texts[index] ?? '';
		return (isUnique(withGroups, index) || years === null ? withGroups : withYears)[index] ?? '';
	});
}

function withDetail(text = '', detail: string | null): string {
	return detail ? `${text} (${detail})` : text;
}

function isUnique(texts: readonly string[], index: number): boolean {
	const text = texts[index] ?? '';
	return texts.indexOf(text) === texts.lastIndexOf(text);
}

/** More parts could not be told apart. The last pattern is that of the rest. */
const mostParts = 5;

/**
 * Bars whose lengths are the numbers in the first column. The further columns are parts of these numbers if they never
 * exceed them. The parts with the fewest works are combined, as is what belongs to none.
 *
 * @param isDivided false ignores the further columns
 */
export function barTable({ columns, rows, totals }: Table, isDivided: boolean, locale: Locale): BarTable {
	const shown = isDivided
		? largestColumns(
				columns,
				rows.map(({ values }) => values),
			)
		: [];
	const rest = (values: readonly number[]) => shown.reduce((left, index) => left - at(values, index), at(values, 0));
	const hasRest = shown.length > 0 && rows.some(({ values }) => rest(values) > 0);
	const parts = shown.map((index, position) => ({
		pattern: position + 1,
		label: labelText(columns[index] as Label, locale),
		total: totals && at(totals, index),
	}));
	const labels = distinctLabels(rows, locale);
	const others = { pattern: mostParts, label: locale.term('others') ?? '', total: totals && rest(totals) };
	return {
		parts: hasRest ? [...parts, others] : parts,
		rows: rows.map(({ label, values }, index) => ({
			label: labels[index] ?? '',
			isRest: label.term !== null && ['none', 'undated', 'forthcoming'].includes(label.term),
			works: at(values, 0),
			parts: [...shown.map((index) => at(values, index)), ...(hasRest ? [rest(values)] : [])],
		})),
		addsUp: totals !== null,
	};
}

/** The columns to show as parts, in the order of the table; none if they do not divide the first column. */
function largestColumns(columns: readonly Label[], rows: readonly (readonly number[])[]): number[] {
	const candidates = columns.map((_, index) => index).slice(1);
	const sumOf = (index: number) => rows.reduce((sum, values) => sum + at(values, index), 0);
	const sums = new Map(candidates.map((index) => [index, sumOf(index)]));
	const divides = rows.every(
		(values) => candidates.reduce((sum, index) => sum + at(values, index), 0) <= at(values, 0),
	);
	const used = candidates.filter((index) => (sums.get(index) ?? 0) > 0);
	if (!divides || used.length === 0) return [];
	const total = [...sums.values()].reduce((sum, value) => sum + value, 0);
	const hasRest = total < sumOf(0);
	if (used.length === 1 && !hasRest) return [];
	if (used.length + Number(hasRest) <= mostParts) return used;
	// The kind 'other' would have nearly the same name as the rest.
	const weight = (index: number) => (columns[index]?.term === 'other' ? 0 : (sums.get(index) ?? 0));
	const largest = [...used].sort((one, other) => weight(other) - weight(one)).slice(0, mostParts - 1);
	return used.filter((index) => largest.includes(index));
}

function at(values: readonly number[], index: number): number {
	return values[index] ?? 0;
}

/** A part of a bar, from its start in works. */
export interface Block {
	/** The number of its pattern, from 1. */
	readonly pattern: number;
	readonly start: number;
	readonly works: number;
}

/** The parts of a bar that contain works, or the whole bar of a table that is not divided. */
export function blocksOf({ works, parts }: BarRow, table: BarTable): Block[] {
	if (table.parts.length === 0) return [{ pattern: 1, start: 0, works }];
	let start = 0;
	return table.parts.flatMap(({ pattern }, index) => {
		const block = { pattern, start, works: parts[index] ?? 0 };
		start += block.works;
		return block.works > 0 ? [block] : [];
	});
}
