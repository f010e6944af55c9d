import { draftFromCsl } from '../drafts/csl-drafts.ts';
import type { Draft } from '../drafts/draft.ts';
import { draftsFromAtom } from './arxiv-atom.ts';
import { cslFromGoogleBooks, cslFromOpenLibrary } from './book-answers.ts';
import type { Reference } from './reference.ts';
import { sourceAddresses } from './source-addresses.ts';

/** A web service that publications are looked up in. */
export interface LookupSource {
	/** Its name in `bibfolio.yaml` under `lookup`. */
	readonly name: string;
	readonly kind: Reference['kind'];
	/** `{}` is replaced by the identifier. */
	readonly address: string;
	readonly accept: string;
	/** The publication in a response; null if there is none. May throw for a response in another format. */
	read(text: string): Draft | null;
}

const cslJson = 'application/vnd.citationstyles.csl+json, application/json;q=0.5';

/** The sources in the order of requests; the first one of a kind that has the publication is used. */
export const lookupSources: readonly LookupSource[] = [
	{ name: 'doi', kind: 'doi', address: sourceAddresses.doi, accept: cslJson, read: draftFromCslJson },
	{
		name: 'crossref',
		kind: 'doi',
		address: sourceAddresses.crossref,
		accept: 'application/json',
		read: draftFromCslJson,
	},
	{ name: 'datacite', kind: 'doi', address: sourceAddresses.datacite, accept: cslJson, read: draftFromCslJson },
	{
		name: 'arxiv',
		kind: 'arxiv',
		address: sourceAddresses.arxiv,
		accept: 'application/atom+xml',
		read: (text) => draftsFromAtom(text)[0] ?? null,
	},
	{
		name: 'pubmed',
		kind: 'pubmed',
		address: sourceAddresses.pubmed,
		accept: 'application/json',
		read: draftFromCslJson,
	},
	{
		name: 'pmc',
		kind: 'pmc',
		address: sourceAddresses.pmc,
		accept: 'application/json',
		read: draftFromCslJson,
	},
	{
		name: 'openlibrary',
		kind: 'isbn',
		address: sourceAddresses.openlibrary,
		accept: 'application/json',
		read: (text) => fromBook(cslFromOpenLibrary(JSON.parse(text))),
	},
	{
		name: 'googlebooks',
		kind: 'isbn',
		address: sourceAddresses.googlebooks,
		accept: 'application/json',
		read: (text) => fromBook(cslFromGoogleBooks(JSON.parse(text))),
	},
];

function fromBook(item: Readonly<Record<string, unknown>> | null): Draft | null {
	return item && draftFromCsl(item, false);
}

/** Reads a CSL-JSON item, also in Crossref's `message`. */
function draftFromCslJson(text: string): Draft | null {
	const value = JSON.parse(text);
	const item = value?.message ?? (Array.isArray(value) ? value[0] : value);
	const isWork = typeof item === 'object' && item !== null && (item.title || item.author || item['container-title']);
	return isWork ? draftFromCsl(item, false) : null;
}
