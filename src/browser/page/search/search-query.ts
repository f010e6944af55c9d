import { fold } from './fold-letters.ts';

/** A query: search words, and a value per filter; '' matches everything. */
export interface SearchQuery {
	readonly q: string;
	readonly kind: string;
	readonly year: string;
	readonly keyword: string;
	readonly person: string;
}

/** How the works are grouped and sorted; '' means as in the list. */
export interface Arrangement {
	readonly group: '' | (typeof groupNames)[number];
	readonly sort: '' | (typeof sortNames)[number];
}

/** What a list shows. */
export interface ListState extends SearchQuery, Arrangement {}

export const filterNames = ['kind', 'year', 'keyword', 'person'] as const;
export const groupNames = ['year', 'kind', 'none'] as const;
export const sortNames = ['newest', 'oldest', 'title', 'author'] as const;

/** The properties of a state in the order in which the URL has them: `#q=…&year=2020&sort=title`. */
const stateNames = ['q', ...filterNames, 'group', 'sort'] as const;

export const emptyState: ListState = { q: '', kind: '', year: '', keyword: '', person: '', group: '', sort: '' };

/**
 * Parses the hash of a URL as the state of a list. Null if it links to an element of the page instead (`#weber2022`), or if
 * it has the state of another list of the page.
 */
export function readHash(hash: string, listId: string): ListState | null {
	if (!hash.includes('=')) return hash.length > 1 ? null : emptyState;
	const parameters = new URLSearchParams(hash.replace(/^#/, ''));
	const value = (name: string) => parameters.get(name)?.trim() ?? '';
	if (parameters.has('list') && value('list') !== listId) return null;
	return {
		q: value('q'),
		kind: value('kind'),
		year: value('year'),
		keyword: value('keyword'),
		person: value('person'),
		group: groupNames.find((name) => name === value('group')) ?? '',
		sort: sortNames.find((name) => name === value('sort')) ?? '',
	};
}

/**
 * Writes a state as the hash of a URL; '' for an empty state.
 *
 * @param listId the list to name; null if the page has only one
 */
export function writeHash(state: ListState, listId: string | null = null): string {
	const parameters = new URLSearchParams();
	for (const name of stateNames) if (state[name].trim()) parameters.set(name, state[name].trim());
	if (listId !== null && parameters.size > 0) parameters.set('list', listId);
	const hash = String(parameters);
	return hash && `#${hash}`;
}

/** True if a query may hide works. */
export function isFiltering(query: SearchQuery): boolean {
	return query.q.trim() !== '' || filterNames.some((name) => query[name] !== '');
}

/** The search terms, which must all occur: words or parts of words, and "phrases" in quotation marks. */
export function searchTermsOf(q: string): readonly string[] {
	return [...fold(q.replace(/[“”„«»]/g, '"')).matchAll(/"([^"]+)"?|[^\s"]+/g)]
		.map(([word, phrase]) => (phrase ?? word).trim().replace(/\s+/g, ' '))
		.filter(Boolean);
}
