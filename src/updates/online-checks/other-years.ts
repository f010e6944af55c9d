import { diagnostic, type Edit, type Report } from '../../diagnostics/diagnostic.ts';
import { placesInValue } from '../../library/value-places.ts';
import { fieldOf } from '../../publications/entry-fields.ts';
import type { Publication } from '../../publications/publication.ts';
import type { OnlineContext, RecordedWork } from './online-check.ts';
import { isSame } from './other-titles.ts';
import { type RecordYears, yearsOf } from './record-dates.ts';

/**
 * Reports years that the publisher's record does not have: `online/year`. A work appears online and in print in different
 * years, of which records may have one.
 */
export function otherYears({ records }: OnlineContext, report: Report): void {
	for (const work of records) {
		const { publication, service } = work;
		const years = yearsOf(work);
		const field = fieldOf(publication.entry, 'date') ?? fieldOf(publication.entry, 'year');
		if (!years || !field || field.inheritedFrom || isOfAnotherForm(work) || isPlausible(publication, years, work))
			continue;
		const written = publication.issued?.start?.year;
		const right = years.print ?? years.all[0];
		if (!isSame(work) || written === undefined || right === undefined) continue;
		report(
			diagnostic('online/year', `Year of ${publication.key} is ${written}, but ${listed(years.all)} at ${service}`, {
				span: field.span,
				hint: `Use ${right}, if the publisher is right`,
				remedy: corrected(publication, right),
			}),
		);
	}
}

/** Preprints have versions of several years, and the entry of an article may have the DOI of its preprint. */
export function isOfAnotherForm({ publication, recorded, record }: RecordedWork): boolean {
	const isPreprint = recorded.venue.kind === 'preprint' || record.item?.['type'] === 'posted-content';
	return isPreprint || publication.venue.kind === 'preprint';
}

/**
 * How many years an entry may be before those of its record: the book of a conference may appear later, and a publisher may
 * have registered only a reprint of a book.
 */
const yearsBefore: ReadonlyMap<string, number> = new Map([
	...(['conference', 'workshop', 'thesis', 'report'] as const).map((kind) => [kind, 2] as const),
	...(['book', 'edited-volume', 'chapter'] as const).map((kind) => [kind, Number.POSITIVE_INFINITY] as const),
]);

/** Whether an entry has a year of its record, or one that the record lacks: in print after online, or the other way round. */
function isPlausible(
	{ issued, venue, status }: Publication,
	{ all, print, online }: RecordYears,
	{ recorded }: RecordedWork,
): boolean {
	const [first, last] = [issued?.start?.year, (issued?.end ?? issued?.start)?.year];
	const [earliest, latest] = [all[0], all.at(-1)];
	if (issued?.form === 'literal' || first === undefined || last === undefined || status.kind !== 'published')
		return true;
	if (earliest === undefined || latest === undefined) return true;
	const before = Math.max(...[venue, recorded.venue].map(({ kind }) => yearsBefore.get(kind) ?? 0));
	const isLoose = before > 0;
	return (
		last >= earliest - Math.max(before, online === null ? 1 : 0) &&
		first <= latest + (isLoose || print === null ? 1 : 0)
	);
}

/** Replaces a year, also at the beginning of a date; a date to the day needs a review. */
function corrected({ entry }: Publication, year: number): Edit[] {
	const date = fieldOf(entry, 'date');
	const field = date ?? fieldOf(entry, 'year');
	if (!field || field.inheritedFrom || !/^\d{4}$/.test(field.value) || (date && fieldOf(entry, 'year'))) return [];
	const span = placesInValue(field)(0, 4);
	return span.end - span.start === 4 ? [{ span, text: String(year) }] : [];
}

function listed(years: readonly number[]): string {
	return years.length < 2 ? years.join('') : `${years.slice(0, -1).join(', ')} or ${years.at(-1)}`;
}
