import type { DatePoint, DateValue } from '../dates/date.ts';

/** A date in CSL-JSON (CSL 1.0.2 data schema, 'date-variable'). */
export interface CslDate {
	readonly 'date-parts'?: readonly (readonly number[])[];
	/** 1 spring to 4 winter. */
	readonly season?: number;
	readonly circa?: boolean;
	readonly literal?: string;
}

/**
 * A date for CSL. An open range ends in zeros, which CSL processors understand; a range without a start becomes its end. Both
 * ends have the same parts, because citeproc-js rejects others. Unknown digits (`199X`) become the possible range, several
 * days the range they span. Words that are not a date are kept, with the year in them.
 */
export function cslDate(date: DateValue): CslDate | null {
	const { form, start, end, literal } = date;
	const parts =
		form === 'range' || form === 'set'
			? start
				? ofSameLength(partsOf(start), end && partsOf(end))
				: end && [partsOf(end)]
			: start && possibleRange(start);
	const season = start?.season ?? (form === 'range' && !start ? end?.season : null) ?? null;
	const circa = [start, end].some((point) => point && (point.approximate || point.uncertain));
	if (!parts && literal === null) return null;
	return {
		...(parts && { 'date-parts': parts }),
		...(season !== null && { season: season - 20 }),
		...(circa && { circa }),
		...(form === 'literal' && literal !== null && { literal }),
	};
}

function partsOf(point: DatePoint): number[] {
	if (point.month === null) return [point.year];
	return point.day === null ? [point.year, point.month] : [point.year, point.month, point.day];
}

/** A range with the parts that both ends have. */
function ofSameLength(start: number[], end: number[] | null): number[][] {
	if (end === null) return [start, start.map(() => 0)];
	const length = Math.min(start.length, end.length);
	return [start.slice(0, length), end.slice(0, length)];
}

function possibleRange(point: DatePoint): number[][] {
	if (point.unspecified === 'decade') return [[point.year], [point.year + 9]];
	if (point.unspecified === 'century') return [[point.year], [point.year + 99]];
	return [partsOf(point)];
}
