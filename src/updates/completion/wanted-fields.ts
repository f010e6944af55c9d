import type { FileStyle } from '../../editing/file-style.ts';
import { fieldOf } from '../../publications/entry-fields.ts';
import type { Publication } from '../../publications/publication.ts';
import type { VenueKind } from '../../publications/venues/venues.ts';

/** A field that completes an entry. */
interface CompletedField {
	/** BibLaTeX's name. */
	readonly name: string;
	/** The entry lacks the field only if it has none of these either. */
	readonly unless?: readonly string[];
	/** Completed only if other entries of the file have the field. */
	readonly optional?: true;
}

const pages: CompletedField = { name: 'pages', unless: ['eid'] };
const number: CompletedField = { name: 'number', unless: ['issue'] };
const doi: CompletedField = { name: 'doi' };
const date: CompletedField = { name: 'date', unless: ['year'] };
const publisher: CompletedField = { name: 'publisher', unless: ['organization'], optional: true };
const isbn: CompletedField = { name: 'isbn', optional: true };
const identifiers: readonly CompletedField[] = [
	{ name: 'eprint', optional: true },
	{ name: 'pmid', optional: true },
	{ name: 'pmcid', optional: true },
];
const inBook = [{ name: 'booktitle' }, date, pages, publisher, isbn, doi, ...identifiers];
const whole = [date, publisher, isbn, doi];

/**
 * The fields that complete a published work of each kind. Other kinds have no record of a publisher, or none that could be
 * distinguished from those of other works with the same title.
 */
const fieldsOfKind: Partial<Record<VenueKind, readonly CompletedField[]>> = {
	journal: [
		{ name: 'journaltitle' },
		date,
		{ name: 'volume' },
		number,
		pages,
		publisher,
		{ name: 'issn', optional: true },
		doi,
		...identifiers,
	],
	conference: inBook,
	workshop: inBook,
	chapter: inBook,
	book: whole,
	'edited-volume': whole,
};

/** True if works of this kind can be completed. */
export function canBeCompleted({ venue, hidden }: Publication): boolean {
	return fieldsOfKind[venue.kind] !== undefined && !hidden;
}

/** The smallest share of the entries of a type that must have an optional field. */
const minShare = 0.3;

/** The names of the fields that an entry lacks. Inherited fields count as present. */
export function missingFields({ venue, entry, identifiers }: Publication, style: FileStyle): string[] {
	return (fieldsOfKind[venue.kind] ?? []).flatMap(({ name, unless = [], optional }) => {
		if ([name, ...unless].some((present) => fieldOf(entry, present))) return [];
		// An invalid DOI is for the user to correct; one in an address counts.
		if (name === 'doi' && identifiers.doi !== null) return [];
		const isWanted = !optional || style.share(style.aliases.get(name) ?? name, entry.type) >= minShare;
		return isWanted ? [name] : [];
	});
}
