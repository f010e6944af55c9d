import type { Entry, Field } from '../library/entry.ts';
import { plainLatex } from '../text/plain.ts';

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
	return fieldIndex(entry).get(name) ?? null;
}

/** The names under which an entry's fields are found: their own, and BibLaTeX's. */
export function fieldNames(entry: Entry): Iterable<string> {
	return fieldIndex(entry).keys();
}

let indexed: { readonly entry: Entry; readonly index: ReadonlyMap<string, Field> } | null = null;

/** The fields that hold something, under their BibLaTeX names too. Entries are read one by one: the last is kept. */
function fieldIndex(entry: Entry): ReadonlyMap<string, Field> {
	if (indexed?.entry === entry) return indexed.index;
	const index = new Map<string, Field>();
	for (const field of entry.fields.values()) {
		if (isEmpty(field.value)) continue;
		const [name, rank] = canonical.get(field.name) ?? [field.name, 0];
		const other = index.get(name);
		if (!other || isBefore(field, rank, other)) index.set(name, field);
		if (name !== field.name) index.set(field.name, field);
	}
	indexed = { entry, index };
	return index;
}

function isBefore(field: Field, rank: number, other: Field): boolean {
	const isOwn = field.inheritedFrom === null;
	return isOwn === (other.inheritedFrom === null) ? rank < (canonical.get(other.name)?.[1] ?? 0) : isOwn;
}

/** A field under just this name, for who asks for one field of an entry; an empty value is no value. */
export function fieldNamed({ fields }: Entry, name: string): Field | null {
	const field = fields.get(name);
	return field && !isEmpty(field.value) ? field : null;
}

/** Every field that has one of the names, for what people write in several fields at once. */
export function fieldsOf(entry: Entry, names: readonly string[]): Field[] {
	const found: Field[] = [];
	for (const name of names) {
		const field = entry.fields.get(name);
		if (field && !isEmpty(field.value)) found.push(field);
	}
	return found;
}

const plain = new WeakMap<Field, string>();

/** The plain words of a field, white space tidied; '' when the entry has none. */
export function wordsOf(entry: Entry, name: string): string {
	const field = fieldOf(entry, name);
	return field ? fieldWords(field) : '';
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

/** Values that say yes: `selected = {true}`. An absent field and 'false', 'no', '0' say no. */
export function saysYes(entry: Entry, name: string): boolean {
	const value = entry.fields.get(name)?.value.trim().toLowerCase();
	return value !== undefined && !/^(?:|\{\}|false|no|0|off|none)$/.test(value);
}

/** A key of the entry's `options` field (BibLaTeX manual §3.1.3): its value, 'true' for a bare key; else null. */
export function optionOf(entry: Entry, name: string): string | null {
	for (const option of entry.fields.get('options')?.value.split(',') ?? []) {
		const [key, value] = option.split('=');
		if (key?.trim().toLowerCase() === name) return value?.trim().toLowerCase() ?? 'true';
	}
	return null;
}

function isEmpty(value: string): boolean {
	return value.length < 3 ? /^(?:\{\}|\s*)$/.test(value) : value.charCodeAt(0) <= 32 && value.trim() === '';
}
