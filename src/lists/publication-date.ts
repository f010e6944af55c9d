import type { DatePoint, DateValue } from '../publications/dates/date.ts';
import { yearOf } from '../publications/dates/entry-dates.ts';
import type { Publication } from '../publications/publication.ts';

/** The date by which a work stands in a list: when it was issued, else held, else first published. */
export function publicationDate(publication: Publication): DateValue | null {
	return publication.issued ?? publication.eventDate ?? publication.origDate;
}

/**
 * The years a work belongs to. A work without a year that is not yet published belongs to all years to come (from
 * infinity on); null for any other work without a year.
 */
export function publicationYears(publication: Publication): { first: number; last: number } | null {
	const date = publicationDate(publication);
	const start = date?.start ?? date?.end;
	if (!start) return isForthcoming(publication) ? { first: Infinity, last: Infinity } : null;
	const end = date?.end ?? start;
	return { first: date?.start ? start.year : -Infinity, last: Math.max(end.year, lastYear(start)) };
}

/** The one year under which a work is sorted and grouped; null without one. An open beginning counts as its end. */
export function publicationYear(publication: Publication): number | null {
	return yearOf(publicationDate(publication));
}

/** Not published yet and without a year: it stands before everything dated. */
export function isForthcoming(publication: Publication): boolean {
	return publication.status.kind !== 'published' && publicationYear(publication) === null;
}

function lastYear(point: DatePoint): number {
	return point.year + (point.unspecified === 'century' ? 99 : point.unspecified === 'decade' ? 9 : 0);
}
