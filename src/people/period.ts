import type { DatePoint, DateValue } from '../publications/dates/date.ts';
import type { Publication } from '../publications/publication.ts';

/** A period between two ISO dates ('2016', '2016-07', '2016-07-31'), both inclusive; null is open. */
export interface Period {
	readonly from: string | null;
	readonly to: string | null;
}

/**
 * True if the date of a publication (issued, else that of the event) and a period have a day in common. A publication of
 * 2016 is in a period that ends in July 2016. A publication without a date is in every period.
 */
export function isWithin(period: Period, publication: Publication): boolean {
	if (period.from === null && period.to === null) return true;
	const date = publication.issued ?? publication.eventDate;
	if (!date) return true;
	const [first, last] = daysOf(date);
	const from = period.from === null ? Number.NEGATIVE_INFINITY : isoDay(period.from, 1, 1);
	const to = period.to === null ? Number.POSITIVE_INFINITY : isoDay(period.to, 12, 31);
	return first <= to && last >= from;
}

/** First and last day as comparable numbers (20160731); a literal date without a year may be any day. */
function daysOf(date: DateValue): [first: number, last: number] {
	const first = date.start ? firstDay(date.start) : Number.NEGATIVE_INFINITY;
	const end = date.form === 'range' || date.form === 'set' ? date.end : date.start;
	return [first, end ? lastDay(end) : Number.POSITIVE_INFINITY];
}

function firstDay(point: DatePoint): number {
	return day(point.year, point.month ?? 1, point.day ?? 1);
}

function lastDay(point: DatePoint): number {
	const unknownYears = point.unspecified === 'century' ? 99 : point.unspecified === 'decade' ? 9 : 0;
	return day(point.year + unknownYears, point.month ?? 12, point.day ?? 31);
}

function isoDay(iso: string, month: number, dayOfMonth: number): number {
	const parts = /^(-?\d+)(?:-(\d+))?(?:-(\d+))?/.exec(iso.trim());
	if (!parts) return month === 1 ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
	return day(Number(parts[1]), Number(parts[2] ?? month), Number(parts[3] ?? dayOfMonth));
}

function day(year: number, month: number, dayOfMonth: number): number {
	return year * 10_000 + month * 100 + dayOfMonth;
}
