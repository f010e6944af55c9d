import type { DatePoint, DateValue } from './date.ts';

/** The year a date is counted under: that of its start, of its end when the start is open; null without one. */
export function yearOf(date: DateValue | null): number | null {
	return date?.start?.year ?? date?.end?.year ?? null;
}

/**
 * Orders dates, oldest first, for `sort`. What has no year (null, 'forthcoming') is newest. A date that is less
 * exact stands before the more exact ones in it (2020 before 2020-01), a season where its first month would stand
 * (spring is March), a range behind a point at its start, a shorter range before a longer, an open end last.
 */
export function compareDates(a: DateValue | null, b: DateValue | null): number {
	if (a === b) return 0;
	return comparePoints(first(a), first(b)) || compareEnds(a, b);
}

function first(date: DateValue | null): DatePoint | null {
	return date?.start ?? date?.end ?? null;
}

function compareEnds(a: DateValue | null, b: DateValue | null): number {
	const rank = (date: DateValue | null) =>
		!date?.start || date.form === 'point' || date.form === 'literal' ? 0 : date.end ? 1 : 2;
	return Math.sign(rank(a) - rank(b)) || (rank(a) === 1 ? comparePoints(a?.end ?? null, b?.end ?? null) : 0);
}

function comparePoints(a: DatePoint | null, b: DatePoint | null): number {
	if (!a || !b) return a ? -1 : b ? 1 : 0;
	return Math.sign(a.year - b.year || monthOf(a) - monthOf(b) || (a.day ?? 0) - (b.day ?? 0));
}

/** Seasons take the place of March, June, September and December; 0 without either. */
function monthOf(point: DatePoint): number {
	return point.month ?? (point.season === null ? 0 : (point.season - 20) * 3);
}
