import type { DatePoint, DateValue } from './date.ts';

/** The year of a date for grouping: that of its start, or of its end if the start is open; null without a year. */
export function yearOf(date: DateValue | null): number | null {
	return date?.start?.year ?? date?.end?.year ?? null;
}

/**
 * Compares dates, oldest first, for `sort`. A date without a year (null, 'forthcoming') is the newest. A less exact date
 * precedes more exact ones (2020 before 2020-01). A season counts as a month (spring as March). A range follows a point at
 * its start, a longer range follows a shorter one, and an open end is last.
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

/** The month; a season counts as March, June, September or December. 0 without either. */
function monthOf(point: DatePoint): number {
	return point.month ?? (point.season === null ? 0 : (point.season - 20) * 3);
}
