import { describe, expect, it } from 'vitest';
import { runAdd } from '../../src/cli/commands/add-command.ts';
import { runCheck } from '../../src/cli/commands/check-command.ts';
import { runMetrics } from '../../src/cli/commands/metrics-command.ts';
import { runSync } from '../../src/cli/commands/sync-command.ts';
import type { Terminal } from '../../src/cli/terminal.ts';
import type { Diagnostic, Report } from '../../src/diagnostics/diagnostic.ts';
import { sourceFailure } from '../../src/sources/ask-source.ts';
import type { Client } from '../../src/sources/http/client.ts';
import { askMetrics } from '../../src/sources/metrics/ask-metrics.ts';
import { metricSources } from '../../src/sources/metrics/metric-sources.ts';
import { profileSources } from '../../src/sources/profiles/profile-sources.ts';
import { readProfile } from '../../src/sources/profiles/read-profile.ts';
import { arxivReferences } from '../../src/sources/records/arxiv-references.ts';
import { biorxivDetails } from '../../src/sources/records/biorxiv-details.ts';
import { searchCrossref } from '../../src/sources/records/crossref-search.ts';
import { dataciteVersions } from '../../src/sources/records/datacite-relations.ts';
import { findRecord } from '../../src/sources/records/look-up.ts';
import { lookupSources } from '../../src/sources/records/lookup-sources.ts';
import { referenceIn } from '../../src/sources/records/reference.ts';
import type { SourceName } from '../../src/sources/source-addresses.ts';
import { printingTerminal } from '../cli/printing-terminal.ts';
import { folderWith } from '../folder.ts';
import { sample } from '../tools.ts';
import { filesIn } from '../torture/files-in.ts';
import { type BadService, badServices } from './behaviours.mjs';
import { testClient } from './http/clients.ts';
import { sourceServer } from './server.ts';

/** A question to a source. */
interface Question {
	readonly name: string;
	readonly address: SourceName;
	ask(client: Client, report: Report): Promise<unknown>;
	/** Bad services that are no problem for this question. */
	readonly harmless?: readonly string[];
}

/** A source without an answer is fine if others may have one. */
const missing = ['not-found', 'gone'];

const ids: Readonly<Record<string, string>> = {
	doi: '10.1371/journal.pone.0130140',
	arxiv: '1706.03762',
	pubmed: 'PMID:26161953',
	pmc: 'PMC4498753',
	isbn: '9780262035613',
};

/** Every source of every kind. A new row of a table is a new row of this test. */
const profiles: readonly Question[] = profileSources.map(
	(source): Question => ({
		...{ name: `the profile at ${source.label}`, address: source.address },
		ask: (client, report) => readProfile(source, source.example, client, report),
	}),
);

const records: readonly Question[] = [
	...lookupSources.map(({ name, kind }): Question => {
		const reference = referenceIn(ids[kind] ?? '');
		if (!reference) throw new Error(`No example of ${kind}`);
		return {
			...{ name: `the record at ${name}`, address: name },
			ask: (client, report) => findRecord(reference, client, report),
		};
	}),
	{
		...{ name: 'the search at Crossref', address: 'crossref-search', harmless: missing },
		ask: (client, report) => searchCrossref({ title: 'On Rings', author: 'Noether', container: '' }, client, report),
	},
	{
		...{ name: 'the details at bioRxiv', address: 'biorxiv', harmless: [...missing, 'empty'] },
		ask: (client, report) => biorxivDetails('10.1101/2020.01.01.123456', client, report),
	},
	{
		...{ name: 'the references at arXiv', address: 'arxiv', harmless: missing },
		ask: (client, report) => arxivReferences(['1706.03762'], client, report),
	},
	{
		...{ name: 'the relations at DataCite', address: 'datacite', harmless: missing },
		ask: (client, report) => dataciteVersions('10.48550/arXiv.1706.03762', client, report),
	},
];

const metrics: readonly Question[] = Object.entries(metricSources).map(([name, source]) => ({
	...{ name: `the metrics at ${name}`, address: source.address, harmless: missing },
	async ask(client, report) {
		const id = '10.1371/journal.pone.0130140';
		const answer = await askMetrics(source, id, source.askedFor(id) ?? '', client);
		if (answer.kind === 'unavailable') report(sourceFailure(`ask ${name}`, answer));
		return answer.kind === 'known' ? answer : null;
	},
}));

/** What is reported about a service, with HOST for its host. */
async function reported({ address, ask }: Question, { behaviour, name }: BadService) {
	const server = await sourceServer({ '/bad/*': behaviour });
	const empty = `${server.url}/other/{}`;
	const { client } = testClient({
		addresses: {
			...Object.fromEntries(lookupSources.map(({ name }) => [name, empty])),
			[address]: `${server.url}/bad/{}`,
		},
		timeout: /hanging|drip/.test(name) ? 30 : 10_000,
		mailto: 'ada@example.org',
	});
	const diagnostics: Diagnostic[] = [];
	const result = await ask(client, (problem) => diagnostics.push(problem));
	const { host } = new URL(server.url);
	return {
		result,
		messages: diagnostics.map(({ code, message, hint = '' }) => ({
			code,
			message: message.replaceAll(host, 'HOST'),
			hint,
		})),
	};
}

describe('A bad service', () => {
	const kinds = Object.entries({ profiles, records, metrics });
	const cases = badServices.flatMap((bad) =>
		kinds.map(([kind, all]) => {
			// Large answers take long to send, so outside CI, few sources are asked for them.
			const questions = isLarge(bad) ? sample(all, 6) : all;
			return { name: bad.name, bad, kind, questions };
		}),
	);

	it.each(cases)('($name) is reported once, with its host and a remedy: $kind', async ({ bad, questions }) => {
		const outcomes = await Promise.all(
			questions.map(async (question) => ({ question, ...(await reported(question, bad)) })),
		);
		for (const { question, result, messages } of outcomes) {
			const { name, harmless = [] } = question;
			expect([name, isNothing(result)]).toEqual([name, true]);
			const [problem, ...others] = messages;
			expect([name, others]).toEqual([name, []]);
			if (harmless.includes(bad.name)) {
				expect([name, problem]).toEqual([name, undefined]);
				continue;
			}
			const isUnknown = bad.reason === 'unknown';
			expect(problem?.message, name).toMatch(isUnknown ? /^Unknown .+ not found at HOST$/ : /^Cannot .+: HOST /);
			if (!isUnknown) expect(problem?.message, name).toMatch(bad.reason);
			expect([name, problem?.code]).toEqual([name, isUnknown ? 'lookup/unknown' : 'lookup/unavailable']);
			expect(problem?.hint, name).toMatch(/^[A-Z].{10,}[^.]$/);
		}
	});
});

function isLarge({ name }: BadService): boolean {
	return /huge|bomb|crowded/.test(name);
}

function isNothing(result: unknown): boolean {
	return result === null || (result instanceof Map ? result.size === 0 : Array.isArray(result) && result.length === 0);
}

const library = '@article{a, author = {Noether, Emmy}, title = {A}, journal = {J}, year = {1918}, doi = {10.1000/y}}\n';

/** Runs a command in a folder with the library, a configuration and nothing else. */
async function outcomeOf(
	command: (terminal: Terminal) => Promise<number>,
	config: object,
): Promise<{ readonly code: number; readonly printed: string; readonly files: Readonly<Record<string, string>> }> {
	const folder = folderWith({ 'a.bib': library, 'bibfolio.yaml': JSON.stringify({ library: 'a.bib', ...config }) });
	const terminal = printingTerminal(folder);
	const code = await command(terminal);
	const { 'bibfolio.yaml': _, ...files } = filesIn(folder);
	return { code, printed: terminal.printed.all, files };
}

const timeoutFor = (bad: BadService) => (/hanging|drip/.test(bad.name) ? 0.03 : 10);
const noTrace = /\bat .+:\d+:\d+\)?$|Internal error|undefined|\[object/m;

/** Large answers are the same to commands. */
const smallServices = badServices.filter((bad) => !isLarge(bad));

describe('A command with bad services exits with 1, and changes nothing', () => {
	it.concurrent.each(smallServices)('add ($name)', async (bad) => {
		const { url } = await sourceServer({ '/*': bad.behaviour });
		const lookup = { 'time-out': timeoutFor(bad), arxiv: `${url}/{}` };
		const { code, printed, files } = await outcomeOf((terminal) => runAdd({}, ['1706.03762'], terminal), { lookup });
		expect([code, files]).toEqual([1, { 'a.bib': library }]);
		expect(printed).toMatch(/^error: (?:Cannot look up|Unknown) arXiv id .+\n {2}hint: .+\nNothing was added\n$/);
		expect(printed).not.toMatch(noTrace);
	});

	it.concurrent.each(smallServices)('sync ($name)', async (bad) => {
		const lookup: Record<string, string | number> = { 'time-out': timeoutFor(bad) };
		for (const { address } of profileSources)
			lookup[address] = `${(await sourceServer({ '/*': bad.behaviour })).url}/{}`;
		const ids = Object.fromEntries(profileSources.map(({ name, example }) => [name, example]));
		const { code, printed, files } = await outcomeOf((terminal) => runSync({ yes: true }, [], terminal), {
			...{ lookup, people: [{ name: 'Ada Lovelace', ...ids }] },
		});
		expect([code, files]).toEqual([1, { 'a.bib': library }]);
		for (const { label } of profileSources) expect(printed).toContain(label);
		expect(printed.match(/^(?:error|warning): (?:Cannot read|Unknown) /gm)).toHaveLength(profileSources.length);
		expect(printed).not.toMatch(noTrace);
	});
});

describe('A command with bad services warns of them, and changes nothing', () => {
	it.concurrent.each(smallServices)('metrics ($name)', async (bad) => {
		const lookup: Record<string, string | number> = { 'time-out': timeoutFor(bad), mailto: 'ada@example.org' };
		for (const { address } of Object.values(metricSources))
			lookup[address] = `${(await sourceServer({ '/*': bad.behaviour })).url}/{}`;
		const { printed, files } = await outcomeOf((terminal) => runMetrics({}, [], terminal), { lookup });
		expect(files['a.bib']).toBe(library);
		if (bad.reason !== 'unknown') {
			expect(printed).toMatch(bad.reason);
			expect(Object.keys(files)).toEqual(['a.bib']);
		}
		expect(printed).not.toMatch(noTrace);
	});

	it.concurrent.each(smallServices)('check --online ($name)', async (bad) => {
		const lookup: Record<string, string | number> = { 'time-out': timeoutFor(bad) };
		for (const { name } of lookupSources) lookup[name] = `${(await sourceServer({ '/*': bad.behaviour })).url}/{}`;
		const { code, printed, files } = await outcomeOf((terminal) => runCheck({ online: true }, [], terminal), {
			lookup,
		});
		expect([code, files]).toEqual([0, { 'a.bib': library }]);
		expect(printed).toMatch(bad.reason === 'unknown' ? 'Unknown DOI 10.1000/y' : bad.reason);
		expect(printed).toMatch(/warning: .*127\.0\.0\.1:\d+.*\n[\s\S]* {2}hint: .+\n/);
		expect(printed).not.toMatch(noTrace);
	});
});
