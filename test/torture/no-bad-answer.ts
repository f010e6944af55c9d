import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import fc from 'fast-check';
import { runAdd } from '../../src/cli/commands/add-command.ts';
import { runSync } from '../../src/cli/commands/sync-command.ts';
import type { Terminal } from '../../src/cli/terminal.ts';
import { source } from '../../src/diagnostics/source.ts';
import { readBlocks } from '../../src/library/read-blocks.ts';
import { lookupSources } from '../../src/sources/records/lookup-sources.ts';
import { sourceAddresses } from '../../src/sources/source-addresses.ts';
import { printingTerminal } from '../cli/printing-terminal.ts';
import { folderWith } from '../folder.ts';
import { filesIn } from './files-in.ts';
import { payloads } from './hostile-entries.ts';
import type { Trial } from './trial.ts';

interface BadAnswer {
	readonly file: string;
	/** Damages an answer, starting with the recorded one. */
	readonly changes: readonly ((text: string, file: string) => string)[];
	readonly encoding: 'utf8' | 'latin1' | 'utf16le';
}

/** The recorded answers of the sources, and what to look up to get one. */
const references: Readonly<Record<string, string>> = {
	'doi-article.json': '10.1371/journal.pone.0130140',
	'doi-chapter.json': '10.1007/978-3-319-44781-0_8',
	'crossref-works.json': '10.1145/2939672.2939778',
	'datacite.json': '10.5281/zenodo.3509134',
	'arxiv.xml': '1706.03762',
	'arxiv-old.xml': 'hep-th/9711200',
	'pubmed.json': 'PMID:26161953',
	'openlibrary.json': '9780262035613',
	'googlebooks.json': '9783030289546',
	'page.html': 'SERVER/page',
	'page-doi.html': 'SERVER/page',
};
/** Recorded profiles, and the people whose works `bibfolio sync` reads in them. */
const profiles: Readonly<Record<string, object>> = {
	'hal/search-article.json': { name: 'Juan Xie', hal: 'joanne-xie' },
	'arxiv/query-fastpaper.xml': { name: 'Jibang Wu', arxiv: 'wu_j_1' },
	'dblp/person.xml': { name: 'Alice Example', dblp: '01/1' },
	'inspire/search-articles.json': { name: 'Edward Witten', inspire: 'E.Witten.1' },
	'openalex/list-2026.json': { name: 'Ada Lovelace', openalex: 'A5023888391' },
	'orcid/works-2020.json': { name: 'Ada Lovelace', orcid: '0000-0002-1825-0097' },
	'semanticscholar/author-papers-page1.json': { name: 'Ada Lovelace', 'semantic-scholar': '1741101' },
};
const answers = new Map(
	[...Object.keys(references), ...Object.keys(profiles)].map((file) => {
		const path = `../sources/${Object.hasOwn(profiles, file) ? 'recorded' : 'answers'}/${file}`;
		return [file, readFileSync(new URL(path, import.meta.url), 'utf8')];
	}),
);

const texts = [
	...payloads,
	'}}\n@misc{evil, title = {B}}\n',
	'@string{a = "b"} @preamble{"x"}',
	'{',
	'}',
	'"',
	'\\',
	'',
];
const values: readonly unknown[] = [
	...['x'.repeat(30_000), '\ud800', '<b></b>', 'title', '2020-13-99', 5, -1, 1e9, 0.5, null, true],
	...[[], {}, [[]], { a: 1 }, ['a', 5], JSON.parse('{"__proto__":{"title":"x"}}'), [[2020, 13, 99]]],
	...[[{ family: {} }], [{ family: 'A', given: 5 }], { 'date-parts': [[1e9]] }, { title: 'x' }],
];

/** Replaces a value, so that the answer stays well-formed. */
const changedValue = fc
	.tuple(fc.nat(), fc.oneof(fc.constantFrom<unknown>(...texts), fc.constantFrom(...values)))
	.map(([at, value]) => (text: string, file: string) => {
		if (!file.endsWith('json'))
			return replaced(text, xmlText, at, escaped(typeof value === 'string' ? value : `${JSON.stringify(value)}`));
		const root = JSON.parse(text);
		const places = placesIn(root);
		const [owner, name] = places[at % places.length] ?? [{}, ''];
		Object.defineProperty(owner, name, { value, enumerable: true, writable: true, configurable: true });
		return JSON.stringify(root);
	});

/** A text between tags, or the value of an attribute. */
const xmlText = /(?<=>)\s*[^<>\s][^<>]*(?=<)|(?<==")[^"]*(?=")/g;
/** A text, a number, a list or an object of JSON; a text or a tag of XML and HTML. */
const token = /"(?:\\.|[^"\\])*"|\d+|\[[^[\]]*\]|\{[^{}]*\}|<[^<>]+>|(?<=>)[^<>]+/g;

/** Changes any text, which may be syntax. */
const changedToken = fc
	.tuple(
		fc.nat(),
		fc.constantFrom(
			...texts,
			...['1e400', '"__proto__"', '"title"', '['.repeat(2000), '<a>'.repeat(2000), '<title>', '</entry>', '<entry>'],
			...['<!DOCTYPE x [<!ENTITY a "b">]>', '<![CDATA[', '&a;', '&#0;', '<meta name=citation_title content=x>'],
		),
	)
	.map(
		([at, put]) =>
			(text: string) =>
				replaced(text, token, at, put),
	);
const truncated = fc.nat(3000).map((end) => (text: string) => text.slice(0, end));

const library = '@misc{a, title = {A}}\n';

export const noBadAnswer: Trial<BadAnswer> = {
	name: 'answers',
	promise: 'No answer of a server is written unless it is a work, and the library stays as it was otherwise',
	tries: 500,
	fewTries: 8,
	triesPerCase: 1,
	cases: fc.record({
		file: fc.constantFrom(...answers.keys()),
		changes: fc.oneof(
			{ weight: 3, arbitrary: fc.array(changedValue, { minLength: 1, maxLength: 8 }) },
			fc.array(fc.oneof({ weight: 3, arbitrary: changedToken }, truncated), { minLength: 1, maxLength: 3 }),
		),
		encoding: fc.oneof(
			{ weight: 9, arbitrary: fc.constant('utf8' as const) },
			fc.constantFrom('latin1' as const, 'utf16le' as const),
		),
	}),
	async breach({ file, changes, encoding }) {
		const text = changes.reduce((answer, change) => change(answer, file), answers.get(file) ?? '');
		const { server, url } = await serverOf(Buffer.from(text, encoding), file.endsWith('html') ? 'text/html' : '');
		try {
			const person = profiles[file];
			const problem = person
				? await outcomeOf(url, { people: [person] }, (terminal) => runSync({ yes: true }, [], terminal))
				: await outcomeOf(url, {}, (terminal) =>
						runAdd({}, [(references[file] ?? '').replace('SERVER', url)], terminal),
					);
			return problem && `${file}: ${problem}\nafter the answer ${text.slice(0, 3000)}`;
		} finally {
			server.closeAllConnections();
			server.close();
		}
	},
};

function replaced(text: string, pattern: RegExp, at: number, put: string): string {
	const matches = [...text.matchAll(pattern)];
	const { 0: old = '', index = 0 } = matches[at % matches.length] ?? {};
	return text.slice(0, index) + put + text.slice(index + old.length);
}

/** All values in a value, by the object or list that contains them. */
function placesIn(value: unknown): [owner: object, name: string][] {
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([name, inner]) => [[value, name], ...placesIn(inner)]);
}

function escaped(text: string): string {
	return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** A server that sends the same answer to every request. It does not know the records of works that a profile names. */
async function serverOf(body: Buffer, type: string): Promise<{ readonly server: Server; readonly url: string }> {
	const server = createServer(({ url = '' }, response) =>
		url.startsWith('/unknown/')
			? response.writeHead(404).end()
			: response.writeHead(200, { 'content-type': type }).end(body),
	);
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

/** Runs a command with the server as every source. Returns what is wrong with the result. */
async function outcomeOf(
	url: string,
	config: object,
	command: (terminal: Terminal) => Promise<number>,
): Promise<string | null> {
	const isSync = Object.hasOwn(config, 'people');
	const lookup = Object.fromEntries(
		Object.keys(sourceAddresses).map((name) => {
			const isRecord = lookupSources.some((source) => source.name === name);
			return [name, `${url}/${isSync && isRecord ? 'unknown' : name}/{}`];
		}),
	);
	const files = { 'a.bib': library, 'bibfolio.yaml': JSON.stringify({ library: 'a.bib', lookup, ...config }) };
	const folder = folderWith(files);
	const terminal = printingTerminal(folder);
	const code = await command(terminal);
	const printed = terminal.printed.all;
	if (printed.includes('Internal error')) return printed;
	const other = Object.keys(filesIn(folder)).find((path) => !Object.hasOwn(files, path));
	if (other !== undefined) return `wrote ${other}`;
	const text = readFileSync(join(folder, 'a.bib'), 'utf8');
	// It is no error if a profile has no new works.
	if (text === library) return code === 0 && !isSync ? `nothing was added, but the exit code is 0: ${printed}` : null;
	return code === 0
		? problemOf(text, isSync ? Number.POSITIVE_INFINITY : 1)
		: `the exit code is ${code}, but it wrote ${text}`;
}

/** A library with added works has new entries with titles, and the rest is as it was. */
function problemOf(text: string, most: number): string | null {
	const problems: string[] = [];
	const { entries } = readBlocks([source('a.bib', text)], [], ({ message }) => problems.push(message));
	const added = entries.map(({ entry }) => entry).filter(({ key }) => key !== 'a');
	if (added.length === 0 || added.length > most || problems.length > 0) return `wrote ${text}\n${problems.join('\n')}`;
	const rest = added.reduce((left, { source: block }) => left.replace(block.text, () => ''), text);
	if (rest.trim() !== library.trim()) return `changed other text: ${text}`;
	if (added.some(({ fields }) => !/[^\s{}]/.test(fields.get('title')?.value ?? '')))
		return `wrote a work without a title: ${text}`;
	const isText = added.every(({ source: block }) => !/\[object Object\]|\bundefined\b|\bNaN\b/.test(block.text));
	return isText ? null : `wrote a value that is no text: ${text}`;
}
