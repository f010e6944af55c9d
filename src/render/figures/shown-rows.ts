import type { Locale } from '../locale.ts';
import type { BarRow, BarTable } from './bar-table.ts';

/** The rows to draw, and the others. */
export interface ShownRows {
	readonly rows: readonly BarRow[];
	/** Groups without a value, and all further rows as one, whose numbers would dwarf the bars. */
	readonly rest: readonly BarRow[];
	/** The number of further rows whose numbers may not be added; they are in neither. */
	readonly omitted: number;
}

/** Selects the rows with the most works, these first. */
export function topRows({ rows, addsUp, parts }: BarTable, top: number, locale: Locale): ShownRows {
	const sorted = rows.filter(({ isRest }) => !isRest).sort((one, other) => other.works - one.works);
	const rest = rows.filter(({ isRest }) => isRest);
	const further = sorted.slice(top);
	const shown = sorted.slice(0, top);
	if (further.length === 0 || !addsUp) return { rows: shown, rest, omitted: further.length };
	const sum = (numberOf: (row: BarRow) => number) => further.reduce((total, row) => total + numberOf(row), 0);
	const combined: BarRow = {
		label: `${locale.term('others')} (${further.length})`,
		isRest: true,
		works: sum(({ works }) => works),
		parts: parts.map((_, index) => sum((row) => row.parts[index] ?? 0)),
	};
	return { rows: shown, rest: [combined, ...rest], omitted: 0 };
}

/** Selects the rows that are years, the earliest first. */
export function yearRows({ rows }: BarTable): ShownRows {
	const isYear = ({ label }: BarRow) => /^-?\d+$/.test(label);
	return {
		rows: rows.filter(isYear).sort((one, other) => Number(one.label) - Number(other.label)),
		rest: rows.filter((row) => !isYear(row)),
		omitted: 0,
	};
}
