import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { source } from '../../src/diagnostics/source.ts';
import { replacedText } from '../../src/editing/replacements.ts';
import { readLibrary } from '../../src/library/read-library.ts';
import { normalize, type Reading } from '../../src/publications/normalize.ts';
import { type Client, createClient } from '../../src/sources/http/client.ts';
import {
	type Proposal,
	planProposals,
	proposalLines,
	proposalReplacements,
	proposalsParseAsPlanned,
} from '../../src/updates/proposals.ts';
import { type Route, type SourceServer, sourceServer } from '../sources/server.ts';

export const reading: Reading = { commands: new Map(), venues: [], links: [], files: [] };

const paths: Readonly<Record<string, string>> = {
	doi: '/doi/{}',
	crossref: '/crossref/{}',
	datacite: '/datacite/{}',
	'crossref-search': '/search?query.bibliographic={}&rows=5',
	arxiv: '/arxiv?id_list={}',
	biorxiv: '/biorxiv/{}',
};

type Item = Readonly<Record<string, unknown>> & { readonly DOI: string; readonly title: readonly string[] };

/** The items of answers of Crossref: works and lists of works. */
export function crossrefItems(files: readonly string[]): Item[] {
	return files.flatMap((file) => {
		const { message } = JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8'));
		return message.items ?? [message];
	});
}

/** Routes that answer like Crossref: a work by its DOI, and for each search the five most similar titles. */
export function crossrefRoutes(items: readonly Item[]): Record<string, Route> {
	const send = (response: ServerResponse, message: unknown) =>
		response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ message }));
	const wordsIn = (text: string) => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
	const search = ({ url = '' }: IncomingMessage, response: ServerResponse) => {
		const wanted = wordsIn(new URL(url, 'http://localhost').searchParams.get('query.bibliographic') ?? '');
		const score = ({ title }: Item) => [...wordsIn(title.join(' '))].filter((word) => wanted.has(word)).length;
		const found = [...items].sort((one, other) => score(other) - score(one)).slice(0, 5);
		send(response, { items: found, 'total-results': found.length });
	};
	// DOIs are case-insensitive.
	const work = ({ url = '' }: IncomingMessage, response: ServerResponse) => {
		const doi = decodeURIComponent(url.replace(/^\/doi\//, '')).toLowerCase();
		const item = items.find(({ DOI }) => DOI.toLowerCase() === doi);
		if (item) send(response, item);
		else response.writeHead(404).end('Resource not found.');
	};
	return { '/doi/*': work, '/search*': search };
}

/** The route of arXiv: the entries of recorded feeds whose ids are asked for, in one feed. */
export function arxivRoutes(files: readonly string[]): Record<string, Route> {
	const feeds = files.map((file) => readFileSync(new URL(file, import.meta.url), 'utf8'));
	const entries = feeds.flatMap((feed) => feed.match(/<entry>[\s\S]*?<\/entry>/g) ?? []);
	const head = /^[\s\S]*?<feed[^>]*>/.exec(feeds[0] ?? '')?.[0] ?? '<feed>';
	const answer = ({ url = '' }: IncomingMessage, response: ServerResponse) => {
		const { searchParams, pathname } = new URL(url, 'http://localhost');
		const ids = (searchParams.get('id_list') ?? decodeURIComponent(pathname.replace(/^\/arxiv\/?/, ''))).split(',');
		const found = entries.filter((entry) => ids.some((id) => entry.includes(`arxiv.org/abs/${id}v`)));
		response.writeHead(200, { 'content-type': 'application/atom+xml' }).end(`${head}${found.join('\n')}</feed>`);
	};
	return { '/arxiv*': answer };
}

/** A server with these routes, and a client that asks it instead of the services. */
export async function services(
	routes: Readonly<Record<string, Route>>,
): Promise<{ server: SourceServer; client: Client }> {
	const server = await sourceServer(routes);
	const addresses = Object.fromEntries(Object.entries(paths).map(([name, path]) => [name, server.url + path]));
	const client = createClient({
		...{ addresses, timeout: 5000, userAgent: 'bibfolio/1.2.3', mailto: null, environment: {} },
		wait: async () => {},
	});
	return { server, client };
}

/** A library of one file. */
export function readText(text: string) {
	const file = source('papers.bib', text);
	const library = readLibrary([file], () => {});
	return { file, library, publications: normalize(library, reading, () => {}) };
}

/** The text after the proposals, their lines for review, and whether the text parses as planned. */
export function applied(text: string, proposals: readonly Proposal[]) {
	const state = readText(text);
	const planned = planProposals(proposals, { ...state, dialect: null });
	const replacements = proposalReplacements(planned);
	const after = replacedText(text, replacements);
	const problems: Diagnostic[] = [];
	const isWell = proposalsParseAsPlanned(state.file, source('papers.bib', after), planned, (one) => problems.push(one));
	return { text: after, planned, lines: planned.flatMap(proposalLines), replacements, isWell };
}
