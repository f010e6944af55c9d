import { plainLatex } from '../latex/plain-text.ts';
import type { Entry, Field } from '../library/entry.ts';
import { memoize } from '../text/memoize.ts';
import { isPlaceholder } from './placeholders.ts';

/**
 * The names of a field, the preferred one first: BibLaTeX's (manual §2.2.5, 'Field Aliases'), then those of BibTeX styles and
 * exporters. Incomplete on purpose: only names seen in real libraries.
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
		// biblatex-chicago writes translated titles to usere.
		titletranslation: [
			...['titletranslation', 'title-translation', 'title_translation', 'translatedtitle', 'translated-title'],
			...['transtitle', 'trans-title', 'trans_title', 'usere'],
		],
		author: ['author', 'authors', 'speaker', 'presenter'],
		editor: ['editor', 'editors'],
	}),
);

/** The BibLaTeX name of a field and its aliases, the preferred one first. */
export function namesOf(name: string): readonly string[] {
	return aliases.get(name) ?? [name];
}

/**
 * A field by its BibLaTeX name or an alias; null if the entry has none. The entry's own field takes precedence over an
 * inherited one, whatever its name. An empty field counts as missing.
 */
export function fieldOf({ fields }: Entry, name: string): Field | null {
	let inherited: Field | null = null;
	for (const alias of namesOf(name)) {
		const field = fields.get(alias);
		if (!field || isEmpty(field)) continue;
		if (!field.inheritedFrom) return field;
		inherited ??= field;
	}
	return inherited;
}

/** The fields with exactly these names, in the order of the names. Empty fields are skipped. */
export function fieldsOf({ fields }: Entry, names: readonly string[]): Field[] {
	const present: Field[] = [];
	for (const name of names) {
		const field = fields.get(name);
		if (field && !isEmpty(field)) present.push(field);
	}
	return present;
}

/** The words of a field as plain text, whitespace normalized: see {@link fieldOf}; '' if the entry has none. */
export function wordsOf(entry: Entry, name: string): string {
	const field = fieldOf(entry, name);
	return field ? wordsIn(field) : '';
}

/** The words of one field as plain text, whitespace normalized. */
export function wordsIn({ value }: Field): string {
	return plainWords(value);
}

// A single no-break space is kept.
const plainWords = memoize((value) =>
	plainLatex(value)
		.replace(/\s\s+|[\t-\r]/g, ' ')
		.trim(),
);

/** The value of a key in the entry's `options` field (BibLaTeX manual §3.1.3); 'true' for a bare key, null if it is missing. */
export function optionOf(entry: Entry, name: string): string | null {
	for (const option of fieldOf(entry, 'options')?.value.split(',') ?? []) {
		const [key, value] = option.split('=');
		if (key?.trim().toLowerCase() === name) return value?.trim().toLowerCase() ?? 'true';
	}
	return null;
}

function isEmpty(field: Field): boolean {
	return /^(?:\s*|\{\})$/.test(field.value) || isPlaceholder(field);
}
