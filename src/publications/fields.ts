import type { Entry, Field } from '../library/entry.ts';
import { plainLatex } from '../text/plain.ts';

/**
 * Names for the same thing, the preferred one first: BibLaTeX's own (manual §2.2.5, 'Field Aliases'), then what
 * BibTeX styles and exporters write. Incomplete on purpose: only names seen in real libraries.
 */
const aliases: Readonly<Record<string, readonly string[]>> = {
	// MathSciNet writes the full name to fjournal and an abbreviated one to journal.
	journaltitle: ['journaltitle', 'fjournal', 'journal'],
	shortjournal: ['shortjournal', 'journalabbreviation', 'journal-iso', 'abbrev_source_title'],
	location: ['location', 'address'],
	institution: ['institution', 'school', 'university'],
	organization: ['organization', 'organisation'],
	annotation: ['annotation', 'annote'],
	eprinttype: ['eprinttype', 'archiveprefix'],
	eprintclass: ['eprintclass', 'primaryclass'],
	// ACM writes articleno, Scopus art_number, Web of Science article-number.
	eid: ['eid', 'articleno', 'article-number', 'art_number', 'articlenumber'],
	pagetotal: ['pagetotal', 'numpages', 'page_count'],
	eventtitle: ['eventtitle', 'event', 'conference'],
	venue: ['venue', 'eventplace'],
	keywords: ['keywords', 'keyword', 'author_keywords', 'tags'],
	language: ['language', 'langid', 'hyphenation'],
	author: ['author', 'authors', 'speaker', 'presenter'],
	editor: ['editor', 'editors'],
};

/**
 * A field under its BibLaTeX name or an alias of it. The entry's own field goes before an inherited one, whatever
 * name it has; an empty value is no value. Null when the entry has none.
 */
export function fieldOf(entry: Entry, name: string): Field | null {
	let inherited: Field | null = null;
	for (const alias of aliases[name] ?? [name]) {
		const field = entry.fields.get(alias);
		if (!field || isEmpty(field.value)) continue;
		if (!field.inheritedFrom) return field;
		inherited ??= field;
	}
	return inherited;
}

/** Every field that has one of the names, for what people write in several fields at once. */
export function fieldsOf(entry: Entry, names: readonly string[]): Field[] {
	return names.flatMap((name) => {
		const field = entry.fields.get(name);
		return field && !isEmpty(field.value) ? [field] : [];
	});
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
	const words = plainLatex(field.value).replace(/\s+/g, ' ').trim();
	plain.set(field, words);
	return words;
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
	return value === '' || value === '{}' || value.trim() === '';
}
