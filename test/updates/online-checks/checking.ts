import { readFileSync } from 'node:fs';
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.ts';
import { source } from '../../../src/diagnostics/source.ts';
import { collectFixes } from '../../../src/editing/apply-fixes.ts';
import { replacedText } from '../../../src/editing/replacements.ts';
import { readUserCommands } from '../../../src/latex/commands/user-commands.ts';
import { readLibrary } from '../../../src/library/read-library.ts';
import { normalize } from '../../../src/publications/normalize.ts';
import { type ClientOptions, createClient } from '../../../src/sources/http/client.ts';
import { createOnlineChecker } from '../../../src/updates/online-checks/index.ts';
import { type Route, sourceServer } from '../../sources/server.ts';

const reading = { commands: readUserCommands([], {}), venues: [], links: [], files: [] };

/** The paths of the sources on the test server. */
export const paths: Readonly<Record<string, string>> = {
	doi: '/doi/{}',
	crossref: '/crossref/{}',
	datacite: '/datacite/{}',
	arxiv: '/arxiv/{}',
	biorxiv: '/biorxiv/{}',
	'crossref-search': '/search?query.bibliographic={}',
	pubmed: '/pubmed/{}',
	pmc: '/pmc/{}',
};

export interface Checked {
	/** 'online/retracted: …', with HOST for the host of the test server. */
	readonly messages: readonly string[];
	readonly diagnostics: readonly Diagnostic[];
	/** The paths that the server was asked for. */
	readonly asked: readonly string[];
	/** The library after the fixes of some codes. */
	fixed(...codes: readonly string[]): string;
	/** The messages for another text of the library, by the same checker. */
	again(text: string): Promise<readonly string[]>;
}

/**
 * Checks a library against a test server; its other paths are 404. SERVER in the library is the address of the server, and
 * HOST its host in messages.
 */
export async function checked(
	library: string,
	routes: Readonly<Record<string, Route>>,
	more: Partial<ClientOptions> = {},
): Promise<Checked> {
	const server = await sourceServer(routes);
	const addresses = Object.fromEntries(Object.entries(paths).map(([name, path]) => [name, server.url + path]));
	const client = createClient({
		addresses,
		timeout: 2000,
		userAgent: 'bibfolio/1.2.3',
		mailto: null,
		environment: {},
		wait: async () => {},
		...more,
	});
	const checker = createOnlineChecker(client, reading);
	const host = server.url.replace('http://', '');
	const run = async (text: string) => {
		const diagnostics: Diagnostic[] = [];
		const contents = readLibrary([source('papers.bib', text)], () => {});
		await checker.check(
			normalize(contents, reading, () => {}),
			(one) => diagnostics.push(one),
		);
		return diagnostics;
	};
	const messagesOf = (diagnostics: readonly Diagnostic[]) =>
		diagnostics.map(({ code, message }) => `${code}: ${message.replaceAll(host, 'HOST')}`);
	const text = library.replaceAll('SERVER', server.url);
	const diagnostics = await run(text);
	return {
		messages: messagesOf(diagnostics),
		diagnostics,
		asked: server.asked.map(({ path }) => path),
		fixed: (...codes) => {
			const [replacements = []] = collectFixes(diagnostics, new Set(codes)).byFile.values();
			return replacedText(text, replacements).replaceAll(server.url, 'SERVER');
		},
		again: async (changed) => messagesOf(await run(changed)),
	};
}

/** The item of a recorded answer of Crossref. */
export function recordedItem(file: string): Readonly<Record<string, unknown>> {
	const text = readFileSync(new URL(`../../sources/recorded/crossref/${file}.json`, import.meta.url), 'utf8');
	const { message } = JSON.parse(text) as { message: Readonly<Record<string, unknown>> & { items?: never[] } };
	return message.items?.[0] ?? message;
}

/** Crossref's answer with an item. */
export function crossrefAnswer(item: object): Route {
	return (_, response) =>
		response
			.writeHead(200, { 'content-type': 'application/json' })
			.end(JSON.stringify({ status: 'ok', 'message-type': 'work', message: { source: 'Crossref', ...item } }));
}

/** An article in a journal, as Crossref describes it. */
export function article(more: object = {}): object {
	return {
		DOI: '10.1000/x',
		type: 'journal-article',
		title: ['On the Ideal Theory of Rings'],
		author: [{ family: 'Noether', given: 'Emmy' }],
		'container-title': ['Mathematische Annalen'],
		volume: '83',
		issue: '1-2',
		page: '24-66',
		issued: { 'date-parts': [[1921]] },
		'published-print': { 'date-parts': [[1921, 3]] },
		'published-online': { 'date-parts': [[1921, 1]] },
		...more,
	};
}

/** An entry for the article. */
export function entry(fields: Readonly<Record<string, string>> = {}, type = 'article'): string {
	const all: Readonly<Record<string, string>> = {
		author: 'Noether, Emmy',
		title: 'On the Ideal Theory of Rings',
		journal: 'Mathematische Annalen',
		volume: '83',
		number: '1-2',
		pages: '24--66',
		year: '1921',
		doi: '10.1000/x',
		...fields,
	};
	const lines = Object.entries(all).flatMap(([name, value]) => (value === '' ? [] : [`  ${name} = {${value}},`]));
	return `@${type}{noether,\n${lines.join('\n')}\n}\n`;
}
