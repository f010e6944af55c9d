import { plainLatex } from '../latex/plain-text.ts';
import type { Entry, Field } from '../library/entry.ts';
import { byShape, type Shape, shapeOf } from './shapes.ts';

/**
 * Names for the same thing, the preferred one first: BibLaTeX's own (manual §2.2.5, 'Field Aliases'), then what
 * BibTeX styles and exporters write. Incomplete on purpose: only names seen in real libraries.
 */
const aliases: ReadonlyMap<string, readonly string[]> = new Map(
	Object.entries({
		// MathSciNet writes the full name to fjournal and an abbreviated one to journal.
		journaltitle: ['journaltitle', 'fjournal', 'journal'],
		shortjournal: ['shortjournal', 'journalabbreviation', 'journal-iso', 'abbrev_source_title'],
		location: ['location', 'address'],
		institution: ['institution', 'school', 'university'],
		organization: ['organization', 'organisation'],
		annotation: ['annotation', 'annote'],
		eprinttype: ['eprinttype', 'archiveprefix'],
		eprintclass: ['eprintclass', 'primaryclass'],
		// ACM writes articleno, Scopus art_number, Web of Science article-number, HighWire elocation-id.
		eid: ['eid', 'articleno', 'article-number', 'art_number', 'articlenumber', 'elocation-id'],
		volume: ['volume', 'vol'],
		pages: ['pages', 'page'],
		pagetotal: ['pagetotal', 'numpages', 'page_count'],
		eventtitle: ['eventtitle', 'event', 'conference'],
		venue: ['venue', 'eventplace'],
		keywords: ['keywords', 'keyword', 'author_keywords', 'tags'],
		language: ['language', 'langid', 'hyphenation'],
		author: ['author', 'authors', 'speaker', 'presenter'],
		editor: ['editor', 'editors'],
	}),
);

/** The canonical name of an alias, and its place among the aliases of that name. */
const canonical: ReadonlyMap<string, readonly [name: string, rank: number]> = new Map(
	[...aliases].flatMap(([name, names]) => names.map((alias, rank) => [alias, [name, rank]] as const)),
);

/**
 * A field under its BibLaTeX name or an alias of it. The entry's own field goes before an inherited one, whatever
 * name it has; an empty value is no value. Null when the entry has none.
 */
export function fieldOf(entry: Entry, name: string): Field | null {
	const { fields, shape } = present(entry);
	const place = placesIn(shape).get(name);
	return place === undefined ? null : (fields[place] ?? null);
}

/** The names under which the fields of a shape are found, BibLaTeX's and their own, and the place of each field. */
export const placesIn = byShape(({ names, inherited }): ReadonlyMap<string, number> => {
	const places = new Map<string, number>();
	for (const [place, own] of names.entries()) {
		const [name, rank] = canonical.get(own) ?? [own, 0];
		const other = places.get(name);
		if (other === undefined || isBefore(place, rank, other)) places.set(name, place);
		if (name !== own) places.set(own, place);
	}
	return places;

	function isBefore(place: number, rank: number, other: number): boolean {
		if (inherited[place] !== inherited[other]) return !inherited[place];
		return rank < (canonical.get(names[other] ?? '')?.[1] ?? 0);
	}
});

/** The fields of an entry that hold something, in their order. */
export interface Present {
	readonly entry: Entry;
	readonly fields: readonly Field[];
	readonly shape: Shape;
	/** The plain words of those that were asked for them. */
	readonly words: (string | undefined)[];
}

let latest: Present | null = null;

/** The fields of an entry that hold something. Entries are read one by one: the last is kept. */
export function present(entry: Entry): Present {
	if (latest?.entry === entry) return latest;
	const fields: Field[] = [];
	for (const field of entry.fields.values()) if (!isEmpty(field.value)) fields.push(field);
	latest = { entry, fields, shape: shapeOf(fields), words: [] };
	return latest;
}

/** A field under just this name, for who asks for one field of an entry; an empty value is no value. */
export function fieldNamed({ fields }: Entry, name: string): Field | null {
	const field = fields.get(name);
	return field && !isEmpty(field.value) ? field : null;
}

/**
 * Finds the fields that have one of the names, in the order of the names and without regard to aliases, for what people
 * write in several fields. Most entries have none of them, and their shape tells it.
 */
export function fieldsNamed(...names: readonly string[]): (entry: Entry) => readonly Field[] {
	const placesOf = byShape((shape) => names.map((name) => shape.names.indexOf(name)).filter((place) => place >= 0));
	return (entry) => {
		const { fields, shape } = present(entry);
		const places = placesOf(shape);
		if (places.length === 0) return none;
		const found: Field[] = [];
		for (const place of places) {
			const field = fields[place];
			if (field) found.push(field);
		}
		return found;
	};
}

const none: readonly Field[] = [];

const plain = new WeakMap<Field, string>();

/** The plain words of a field, white space tidied; '' when the entry has none. */
export function wordsOf(entry: Entry, name: string): string {
	const { fields, shape, words } = present(entry);
	const place = placesIn(shape).get(name);
	const field = place === undefined ? undefined : fields[place];
	if (place === undefined || !field) return '';
	const known = words[place] ?? fieldWords(field);
	words[place] = known;
	return known;
}

/** The plain words of one field, white space tidied. Decoded once. */
export function fieldWords(field: Field): string {
	const known = plain.get(field);
	if (known !== undefined) return known;
	const text = plainLatex(field.value);
	// Most values are plain as they stand; what costs nothing to make is not worth keeping.
	if (text === field.value) return tidy(text);
	const words = tidy(text);
	plain.set(field, words);
	return words;
}

function tidy(text: string): string {
	return /\s\s|[\t-\r]|^\s|\s$/.test(text) ? text.replace(/\s+/g, ' ').trim() : text;
}

/** Values that say yes: `selected = {true}`. 'false', 'no' and '0' say no. */
export function saysYes({ value }: Field): boolean {
	return !/^(?:|\{\}|false|no|0|off|none)$/.test(value.trim().toLowerCase());
}

const optionsOf = fieldsNamed('options');

/** A key of the entry's `options` field (BibLaTeX manual §3.1.3): its value, 'true' for a bare key; else null. */
export function optionOf(entry: Entry, name: string): string | null {
	const [options] = optionsOf(entry);
	for (const option of options?.value.split(',') ?? []) {
		const [key, value] = option.split('=');
		if (key?.trim().toLowerCase() === name) return value?.trim().toLowerCase() ?? 'true';
	}
	return null;
}

function isEmpty(value: string): boolean {
	return value.length < 3 ? /^(?:\{\}|\s*)$/.test(value) : value.charCodeAt(0) <= 32 && value.trim() === '';
}
