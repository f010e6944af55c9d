import type { SourceName } from './source-addresses.ts';

/** The rules of a service for requests, and the limits for its answers. */
export interface Service {
	/** Milliseconds from the end of an answer to the next request to the same service. */
	readonly pause: number;
	/** How the user's mail address is sent, if the user names one; null if the service does not ask for it. */
	readonly contact: Contact | null;
	/** How a key is sent; null if the service has none. */
	readonly key: Key | null;
	/** Bytes of an answer after decompression. */
	readonly maxSize: number;
	/** How many times the usual time an answer may take. */
	readonly patience: number;
}

/** The place of a mail address: in the user agent, or in a parameter of the address. */
export interface Contact {
	readonly parameter: string | null;
	/** True if the service does not answer without. */
	readonly required?: boolean;
}

/** A key of a user, which only the environment may contain. */
export interface Key {
	/** The name of the environment variable. */
	readonly variable: string;
	readonly header?: string;
	readonly parameter?: string;
}

const agent: Contact = { parameter: null };

/** One record. Those of papers with thousands of authors have 2 MB. */
const plain: Service = { pause: 100, contact: null, key: null, maxSize: 5_000_000, patience: 1 };
/** A page of records. ORCID sends all works of a person at once: 10 kB for each that four services added, 3000 of them. */
const list = { maxSize: 30_000_000, patience: 3 };

const arxiv: Service = { ...plain, pause: 3000 };
const ncbi: Service = { ...plain, pause: 340 };
const inspire: Service = { ...plain, pause: 340 };
const openAlex: Service = {
	...plain,
	contact: { parameter: 'mailto' },
	key: { variable: 'OPENALEX_API_KEY', parameter: 'api_key' },
};
const semanticScholar: Service = { ...plain, pause: 1000, key: { variable: 'S2_API_KEY', header: 'x-api-key' } };

/**
 * The manners of each source, from the documentation of its service: Crossref 5 requests in a second, or 3 for lists (REST
 * API, access and authentication), DataCite 500 in 5 minutes (API limits), arXiv one in 3 seconds (terms of use of its
 * APIs), NCBI 3 in a second (E-utilities, usage guidelines), Open Library one in a second, or 3 with a contact, ORCID 12 in
 * a second (API limits), DBLP one in two seconds (its FAQ), INSPIRE 15 in 5 seconds (README of its REST API), Semantic
 * Scholar one in a second with a key.
 */
export const services: Readonly<Record<SourceName, Service>> = {
	doi: plain,
	crossref: { ...plain, pause: 340, contact: agent },
	'crossref-search': { ...plain, pause: 340, contact: agent },
	biorxiv: { ...plain, pause: 1000 },
	datacite: { ...plain, pause: 600, contact: agent },
	arxiv,
	pubmed: ncbi,
	pmc: ncbi,
	openlibrary: { ...plain, pause: 1000, contact: agent },
	googlebooks: plain,
	orcid: { ...plain, ...list },
	dblp: { ...plain, ...list, pause: 2000 },
	inspire: { ...inspire, ...list },
	'inspire-work': inspire,
	hal: { ...plain, ...list, pause: 500 },
	'arxiv-author': { ...arxiv, ...list },
	openalex: { ...openAlex, ...list },
	'openalex-work': openAlex,
	'semantic-scholar': { ...semanticScholar, ...list },
	'semantic-scholar-work': semanticScholar,
	opencitations: { ...plain, pause: 200, key: { variable: 'OPENCITATIONS_TOKEN', header: 'authorization' } },
	unpaywall: { ...plain, contact: { parameter: 'email', required: true } },
};
