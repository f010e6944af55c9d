import { fold } from './fold-letters.ts';

/** What the reader asks for: words, and one value per filter; '' is anything. */
export interface Wanted {
	readonly q: string;
	readonly kind: string;
	readonly year: string;
	readonly keyword: string;
	readonly person: string;
}

/** The names of the filters, as in the address: `#q=…&year=2020`. */
export const filters = ['kind', 'year', 'keyword', 'person'] as const;

export const anything: Wanted = { q: '', kind: '', year: '', keyword: '', person: '' };

/** What an address asks for; null for one that leads to a place of the page (`#weber2022`) instead. */
export function readHash(hash: string): Wanted | null {
	if (!hash.includes('=')) return hash.length > 1 ? null : anything;
	const given = new URLSearchParams(hash.replace(/^#/, ''));
	const value = (name: string) => given.get(name)?.trim() ?? '';
	return {
		q: value('q'),
		kind: value('kind'),
		year: value('year'),
		keyword: value('keyword'),
		person: value('person'),
	};
}

/** The address of what is asked for, '' for everything. */
export function writeHash(wanted: Wanted): string {
	const given = new URLSearchParams();
	for (const name of ['q', ...filters] as const) if (wanted[name].trim()) given.set(name, wanted[name].trim());
	const written = String(given);
	return written && `#${written}`;
}

/** Every word must be found, anywhere in a word; "several words" in quotation marks stand together. */
export function wordsOf(q: string): readonly string[] {
	return [...fold(q.replace(/[“”„«»]/g, '"')).matchAll(/"([^"]+)"?|[^\s"]+/g)]
		.map(([word, phrase]) => (phrase ?? word).trim().replace(/\s+/g, ' '))
		.filter(Boolean);
}
