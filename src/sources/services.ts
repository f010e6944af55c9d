import type { SourceName } from './source-addresses.ts';

/** How a service wants to be asked. */
export interface Service {
	/** Milliseconds from the end of an answer to the next request to the same host. */
	readonly pause: number;
	/** The parameter of the address that carries the user's mail address; null if the service does not ask for one. */
	readonly mailto: string | null;
	/** How a key is sent; null if the service has none. */
	readonly key: Key | null;
}

/** A key of a user, which only the environment may contain. */
export interface Key {
	/** The name of the environment variable. */
	readonly variable: string;
	readonly header?: string;
	readonly parameter?: string;
}

const plain: Service = { pause: 0, mailto: null, key: null };

const inspire: Service = { pause: 340, mailto: null, key: null };
const openAlex: Service = { pause: 100, mailto: 'mailto', key: { variable: 'OPENALEX_API_KEY', parameter: 'api_key' } };
const semanticScholar: Service = { pause: 1000, mailto: null, key: { variable: 'S2_API_KEY', header: 'x-api-key' } };

/**
 * The manners of each source, from the documentation of its service: Crossref 5 requests in a second (REST API, access and
 * authentication), arXiv one in 3 seconds (terms of use of its APIs), ORCID 12 in
 * a second (API limits), DBLP one in two seconds (its FAQ), INSPIRE 15 in 5 seconds (README of its REST API).
 */
export const services: Readonly<Record<SourceName, Service>> = {
	doi: plain,
	crossref: { pause: 200, mailto: 'mailto', key: null },
	datacite: { pause: 600, mailto: null, key: null },
	arxiv: { pause: 3000, mailto: null, key: null },
	pubmed: { pause: 340, mailto: null, key: null },
	pmc: { pause: 340, mailto: null, key: null },
	openlibrary: { pause: 340, mailto: null, key: null },
	googlebooks: plain,
	orcid: { pause: 100, mailto: null, key: null },
	dblp: { pause: 2000, mailto: null, key: null },
	inspire,
	'inspire-work': inspire,
	hal: { pause: 500, mailto: null, key: null },
	'arxiv-author': { pause: 3000, mailto: null, key: null },
	openalex: openAlex,
	'openalex-work': openAlex,
	'semantic-scholar': semanticScholar,
	'semantic-scholar-work': semanticScholar,
	opencitations: { pause: 200, mailto: null, key: { variable: 'OPENCITATIONS_TOKEN', header: 'authorization' } },
	unpaywall: { pause: 100, mailto: 'email', key: null },
};
