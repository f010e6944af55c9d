import type { DatePoint } from '../publications/dates/date.ts';
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
	return sharedDays(period, datesOf(publication)) > 0;
}

/** A date of a period, without a time: '2016', '2016-07', '2016-07-31'. */
export const isoDate = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/;

/** A range of days as comparable numbers, both inclusive; infinite for an open end. */
export interface Days {
	readonly first: number;
	readonly last: number;
}

/** The days that a publication may have appeared on. */
export function datesOf(publication: Publication): Days {
	const date = publication.issued ?? publication.eventDate;
	if (!date) return anyDay;
	const end = date.form === 'range' || date.form === 'set' ? date.end : date.start;
	return {
		first: date.start ? firstDay(date.start) : Number.NEGATIVE_INFINITY,
		last: end ? lastDay(end) : Number.POSITIVE_INFINITY,
	};
}

const anyDay: Days = { first: Number.NEGATIVE_INFINITY, last: Number.POSITIVE_INFINITY };

/** The days of a period, or of a date ('2024', '2024-06') as both ends of one. */
export function daysOf({ from, to }: Period): Days {
	return {
		first: from === null ? Number.NEGATIVE_INFINITY : isoDay(from, 1, 1),
		last: to === null ? Number.POSITIVE_INFINITY : isoDay(to, 12, 31),
	};
}

/** The number of days that a period has in common with others, as if each month had 31; 0 for none. */
export function sharedDays(period: Period, days: Days): number {
	const { first, last } = daysOf(period);
	return Math.max(0, Math.min(last, days.last) - Math.max(first, days.first) + 1);
}

/** A period that ends on the day before a date: '2015' for '2016', '2016-06' for '2016-07'. */
export function dayBefore(iso: string): string {
	const [year = 0, month, day] = iso.split('-').map(Number);
	if (month === undefined) return String(year - 1).padStart(4, '0');
	const length = day === undefined ? 7 : 10;
	return new Date(Date.UTC(year, month - 1, (day ?? 1) - 1)).toISOString().slice(0, length);
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

/** Days since the year 0, as if each month had 31. */
function day(year: number, month: number, dayOfMonth: number): number {
	return (year * 12 + month - 1) * 31 + dayOfMonth - 1;
}
