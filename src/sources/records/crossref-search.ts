import type { Report } from '../../diagnostics/diagnostic.ts';
import { draftFromCsl } from '../../editing/drafts/csl-drafts.ts';
import { array, looseObject } from '../../text/schema.ts';
import { askSource, sourceFailure } from '../ask-source.ts';
import type { Client } from '../http/client.ts';
import { answerSchemas } from './answer-schemas.ts';
import type { WorkRecord } from './lookup-sources.ts';

/** What identifies a work in a search. */
export interface SearchTerms {
	readonly title: string;
	/** The family name of the first author; '' if there is none. */
	readonly author: string;
	/** The name of the journal or book, with a volume; '' if unknown. */
	readonly container: string;
}

const crossrefSearch = {
	address: 'crossref-search',
	accept: 'application/json',
	language: 'JSON',
	parse: JSON.parse,
	schema: looseObject({ message: looseObject({ items: array(answerSchemas.cslItem) }) }),
} as const;

/** The properties that a draft is made from, and relations. Without a choice, an answer also has all references. */
const properties = [
	...['DOI', 'type', 'title', 'subtitle', 'author', 'editor', 'container-title', 'issued', 'published'],
	...['published-print', 'published-online', 'volume', 'issue', 'page', 'article-number', 'event', 'publisher'],
	...['publisher-location', 'ISSN', 'ISBN', 'relation'],
];

/** Characters of a title; a longer one finds nothing more. */
const maxTitle = 300;

/**
 * The works that Crossref finds for a title and an author, the best match first. The best one may be another work, too.
 * Empty, with `lookup/unavailable` reported, if Crossref is not available.
 */
export async function searchCrossref(
	{ title, author, container }: SearchTerms,
	client: Client,
	report: Report,
): Promise<readonly WorkRecord[]> {
	const terms = [title.slice(0, maxTitle), container].filter((words) => words !== '').join(' ');
	const address = new URL(client.addressOf('crossref-search', terms));
	if (author !== '') address.searchParams.set('query.author', author);
	address.searchParams.set('select', properties.join(','));
	const answer = await askSource(crossrefSearch, address.href, client);
	if (answer.kind === 'unavailable') report(sourceFailure(`search Crossref for "${title}"`, answer));
	if (answer.kind !== 'found') return [];
	return (answer.value?.message.items ?? [])
		.map((item) => ({ draft: draftFromCsl(item, false), item: { ...item, source: 'Crossref' } }))
		.filter(({ draft }) => draft.fields.has('title'));
}
