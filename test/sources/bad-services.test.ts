import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runAdd } from '../../src/cli/commands/add-command.ts';
import type { Diagnostic, Report } from '../../src/diagnostics/diagnostic.ts';
import type { Client } from '../../src/sources/http/client.ts';
import { profileSources } from '../../src/sources/profiles/profile-sources.ts';
import { readProfile } from '../../src/sources/profiles/read-profile.ts';
import { findRecord } from '../../src/sources/records/look-up.ts';
import { lookupSources } from '../../src/sources/records/lookup-sources.ts';
import { referenceIn } from '../../src/sources/records/reference.ts';
import type { SourceName } from '../../src/sources/source-addresses.ts';
import { folderWith } from '../folder.ts';
import { type BadService, badServices } from './behaviours.mjs';
import { testClient } from './http/clients.ts';
import { sourceServer } from './server.ts';

/** Every source of every kind, with a question to it. A new row of a table is a new row of this test. */
interface Question {
	readonly name: string;
	readonly address: SourceName;
	/** What the message is about. */
	readonly subject: string;
	ask(client: Client, report: Report): Promise<unknown>;
}

const ids: Readonly<Record<string, string>> = {
	doi: '10.1371/journal.pone.0130140',
	arxiv: '1706.03762',
	pubmed: 'PMID:26161953',
	pmc: 'PMC4498753',
	isbn: '9780262035613',
};

const questions: readonly Question[] = [
	...profileSources.map((source): Question => {
		const subject = `${source.label} ${source.example}`;
		return {
			...{ name: `the profile at ${source.label}`, address: source.address, subject },
			ask: (client, report) => readProfile(source, source.example, client, report),
		};
	}),
	...lookupSources.map(({ name, kind }): Question => {
		const reference = referenceIn(ids[kind] ?? '');
		if (!reference) throw new Error(`No example of ${kind}`);
		return {
			...{ name: `the record at ${name}`, address: name, subject: reference.id },
			ask: (client, report) => findRecord(reference, client, report),
		};
	}),
];

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
	it.each(badServices)('($name) is reported once, with its host and a remedy, by every kind of source', async (bad) => {
		const outcomes = await Promise.all(
			questions.map(async (question) => ({ question, ...(await reported(question, bad)) })),
		);
		for (const { question, result, messages } of outcomes) {
			const [problem, ...others] = messages;
			expect({ name: question.name, result, others }).toEqual({ name: question.name, result: null, others: [] });
			const message =
				bad.reason === 'unknown' ? /^Unknown .+ not found at HOST$/ : /^Cannot (?:read|look up) .+: HOST /;
			expect(problem?.message, question.name).toMatch(message);
			if (bad.reason !== 'unknown') expect(problem?.message, question.name).toMatch(bad.reason);
			expect(problem?.code).toBe(bad.reason === 'unknown' ? 'lookup/unknown' : 'lookup/unavailable');
			expect(problem?.hint, question.name).toMatch(/^[A-Z].{10,}[^.]$/);
		}
	});
});

const library = '@misc{a, title = {A}}\n';

describe('bibfolio add', () => {
	it.each(badServices)('changes nothing if a service is bad ($name)', async (bad) => {
		const server = await sourceServer({ '/*': bad.behaviour });
		const lookup = lookupSources.map(({ name }) => `  ${name}: ${server.url}/${name}/{}\n`).join('');
		const timeout = /hanging|drip/.test(bad.name) ? 0.05 : 10;
		const files = { 'a.bib': library, 'bibfolio.yaml': `library: a.bib\nlookup:\n  time-out: ${timeout}\n${lookup}` };
		const folder = folderWith(files);
		let printed = '';
		const write = (text: string) => {
			printed += text;
		};
		const terminal = { cwd: folder, version: '1.2.3', out: write, err: write, colour: { out: false, err: false } };
		const code = await runAdd({}, [ids['arxiv'] ?? ''], { ...terminal, width: null, asks: false, interactive: false });
		expect([code, readFileSync(join(folder, 'a.bib'), 'utf8')]).toEqual([1, library]);
		expect(printed).toMatch(/^error: (?:Cannot look up|Unknown) arXiv id .+\n {2}hint: .+\nNothing was added\n$/);
		expect(printed).not.toMatch(/\bat .+:\d+:\d+\)?$|Internal error|undefined|\[object/m);
	});
});
