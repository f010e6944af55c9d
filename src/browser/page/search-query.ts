import { fold } from './fold-letters.ts';

/** A query: search words, and a value per filter; '' matches everything. */
export interface SearchQuery {
	readonly q: string;
	readonly kind: string;
	readonly year: string;
	readonly keyword: string;
	readonly person: string;
}

/** The names of the filters, as in the URL: `#q=…&year=2020`. */
export const filterNames = ['kind', 'year', 'keyword', 'person'] as const;

export const emptyQuery: SearchQuery = { q: '', kind: '', year: '', keyword: '', person: '' };

/** Parses the hash of a URL as a query; null if it links to an element of the page instead (`#weber2022`). */
export function readHash(hash: string): SearchQuery | null {
	if (!hash.includes('=')) return hash.length > 1 ? null : emptyQuery;
	const parameters = new URLSearchParams(hash.replace(/^#/, ''));
	const value = (name: string) => parameters.get(name)?.trim() ?? '';
	return {
		q: value('q'),
		kind: value('kind'),
		year: value('year'),
		keyword: value('keyword'),
		person: value('person'),
	};
}

/** Writes a query as the hash of a URL; '' for an empty query. */
export function writeHash(query: SearchQuery): string {
	const parameters = new URLSearchParams();
	for (const name of ['q', ...filterNames] as const) if (query[name].trim()) parameters.set(name, query[name].trim());
	const hash = String(parameters);
	return hash && `#${hash}`;
}

/** The search terms, which must all occur: words or parts of words, and "phrases" in quotation marks. */
export function searchTermsOf(q: string): readonly string[] {
	return [...fold(q.replace(/[“”„«»]/g, '"')).matchAll(/"([^"]+)"?|[^\s"]+/g)]
		.map(([word, phrase]) => (phrase ?? word).trim().replace(/\s+/g, ' '))
		.filter(Boolean);
}
