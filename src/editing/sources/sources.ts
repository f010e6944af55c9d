import { draftFromCsl } from '../drafts/csl-drafts.ts';
import type { Draft } from '../drafts/draft.ts';
import { draftsFromAtom } from './arxiv-atom.ts';
import { cslFromGoogleBooks, cslFromOpenLibrary } from './open-library.ts';
import type { Reference } from './reference.ts';
import { sourceAddresses } from './source-addresses.ts';

/** Somebody who knows works. */
export interface Source {
	/** Its name in `bibfolio.yaml` under `lookup`. */
	readonly name: string;
	readonly kind: Reference['kind'];
	/** `{}` stands for the identifier. */
	readonly address: string;
	readonly accept: string;
	/** The work in an answer; null when the answer holds none. It may throw for an answer of another kind. */
	read(text: string): Draft | null;
}

const cslJson = 'application/vnd.citationstyles.csl+json, application/json;q=0.5';

/** The sources, in the order they are asked in; the first of a kind that knows the work is taken. */
export const sources: readonly Source[] = [
	{ name: 'doi', kind: 'doi', address: sourceAddresses.doi, accept: cslJson, read: oneCsl },
	{
		name: 'crossref',
		kind: 'doi',
		address: sourceAddresses.crossref,
		accept: 'application/json',
		read: oneCsl,
	},
	{ name: 'datacite', kind: 'doi', address: sourceAddresses.datacite, accept: cslJson, read: oneCsl },
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
		read: oneCsl,
	},
	{
		name: 'pmc',
		kind: 'pmc',
		address: sourceAddresses.pmc,
		accept: 'application/json',
		read: oneCsl,
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

/** CSL-JSON, alone or in Crossref's `message`. */
function oneCsl(text: string): Draft | null {
	const value = JSON.parse(text);
	const item = value?.message ?? (Array.isArray(value) ? value[0] : value);
	const isWork = typeof item === 'object' && item !== null && (item.title || item.author || item['container-title']);
	return isWork ? draftFromCsl(item, false) : null;
}
