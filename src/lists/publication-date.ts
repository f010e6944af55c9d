import type { DatePoint, DateValue } from '../publications/dates/date.ts';
import { yearOf } from '../publications/dates/date-order.ts';
import type { Publication } from '../publications/publication.ts';

/** The date for sorting and grouping: issued, else the event, else the original publication. */
export function publicationDate(publication: Publication): DateValue | null {
	return publication.issued ?? publication.eventDate ?? publication.origDate;
}

/**
 * The years of a publication, both inclusive. A forthcoming publication without a year has the year infinity. Null for any
 * other publication without a year.
 */
export function publicationYears(publication: Publication): { first: number; last: number } | null {
	const date = publicationDate(publication);
	const start = date?.start ?? date?.end;
	if (!start) return isForthcoming(publication) ? { first: Infinity, last: Infinity } : null;
	const end = date?.end ?? start;
	return { first: date?.start ? start.year : -Infinity, last: Math.max(end.year, lastYear(start)) };
}

/** The year for sorting and grouping; null without one. A range without a start has the year of its end. */
export function publicationYear(publication: Publication): number | null {
	return yearOf(publicationDate(publication));
}

/** The number of years between two works; null if one of them has no year. */
export function yearsApart(one: Publication, other: Publication): number | null {
	const [first, second] = [publicationYear(one), publicationYear(other)];
	return first === null || second === null ? null : Math.abs(first - second);
}

/** True if a publication is not published yet and has no year. Lists show it before dated ones. */
export function isForthcoming(publication: Publication): boolean {
	return publication.status.kind !== 'published' && publicationYear(publication) === null;
}

function lastYear(point: DatePoint): number {
	return point.year + (point.unspecified === 'century' ? 99 : point.unspecified === 'decade' ? 9 : 0);
}
