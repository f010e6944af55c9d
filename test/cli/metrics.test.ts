import { chmodSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { source } from '../../src/diagnostics/source.ts';
import { emptySnapshot } from '../../src/publications/metrics/metric-snapshot.ts';
import { readSnapshot } from '../../src/publications/metrics/read-snapshot.ts';
import { writeSnapshot } from '../../src/publications/metrics/write-snapshot.ts';
import { examples } from '../docs/pages.ts';
import { folderWith } from '../folder.ts';
import { badServices, text } from '../sources/behaviours.mjs';
import { type Route, sourceServer } from '../sources/server.ts';
import { run } from './run.ts';

const elife = '10.7554/eLife.01567';
const library = `@article{hall2014, author = {Hall, Ada}, title = {Plasticity}, journal = {eLife}, date = {2014}, doi = {${elife}}}
@online{attention, author = {Hall, Ada}, title = {Attention}, date = {2017}, eprint = {1706.03762v7}, eprinttype = {arxiv}}
@book{old, author = {Hall, Ada}, title = {An Old Book}, date = {1950}}
`;

const openAlex = (count: number, more: object = { oa_status: 'closed', oa_url: null }) =>
	text(JSON.stringify({ cited_by_count: count, open_access: more }));

const usual: Readonly<Record<string, Route>> = {
	'/openalex/10.7554/elife.01567': 'recorded/openalex/work-journal-article-elife-metrics.json',
	'/openalex/10.48550/arxiv.1706.03762': openAlex(7),
	'/crossref/10.7554/elife.01567': 'recorded/crossref/work-journal-article-elife-metrics.json',
};

/** A project whose sources are a local server. */
async function project(routes: Readonly<Record<string, Route>> = usual, settings = 'metrics: true') {
	const server = await sourceServer(routes);
	// The services have different hosts: one that refuses requests must not stop another.
	const other = await sourceServer(routes);
	const sources = {
		'openalex-work': 'openalex',
		crossref: 'crossref',
		unpaywall: 'unpaywall',
		'inspire-work': 'inspire',
	};
	const addresses = Object.entries(sources).map(
		([name, path]) => `  ${name}: ${name === 'crossref' ? other.url : server.url}/${path}/{}\n`,
	);
	const folder = folderWith({
		'papers.bib': library,
		'bibfolio.yaml': `${settings}\nlookup:\n  time-out: 0.3\n${addresses.join('')}`,
	});
	return { folder, server, other };
}

function metricsIn(folder: string, file = 'metrics.json'): string {
	return readFileSync(join(folder, file), 'utf8');
}

/** The lines of works in the file. */
function worksIn(folder: string): readonly string[] {
	return [...metricsIn(folder).matchAll(/^\t\t("(?:10\.|arxiv:).+?),?$/gm)].map(([, line = '']) => line);
}

/** Only the date is replaced: requests need the real timers. */
beforeEach(() => on('2026-10-31'));
afterEach(() => vi.useRealTimers());

function on(date: string): void {
	vi.useFakeTimers({ toFake: ['Date'], now: new Date(`${date}T12:00:00`) });
}

describe('bibfolio metrics', () => {
	it('asks OpenAlex and Crossref, and writes a file with the numbers of each work', async () => {
		const { folder, server, other } = await project();
		const { code, out, err } = await run(folder, ['metrics']);
		expect({ code, out, err }).toEqual({
			code: 0,
			out: 'OpenAlex: 2 of 2 works, 52 citations, 1 open access\nCrossref: 1 of 1 work, 36 citations\nWrote metrics.json: 2 works changed\n',
			err: '1 work without a DOI or an arXiv ID\n',
		});
		expect(metricsIn(folder)).toBe(`{
	"version": 1,
	"sources": {
		"crossref": "2026-10-31",
		"openalex": "2026-10-31"
	},
	"works": {
		"10.7554/elife.01567": {"crossref":36,"openalex":[45,"gold"]},
		"arxiv:1706.03762": {"openalex":[7,"closed"]}
	}
}
`);
		expect([...server.asked, ...other.asked].map(({ path }) => path).sort()).toEqual([
			'/crossref/10.7554/elife.01567',
			'/openalex/10.48550/arxiv.1706.03762',
			'/openalex/10.7554/elife.01567',
		]);
		expect(readdirSync(folder).sort()).toEqual(['bibfolio.yaml', 'metrics.json', 'papers.bib']);
	});

	it('changes no byte in a second run on the same day', async () => {
		const { folder } = await project();
		await run(folder, ['metrics']);
		const first = metricsIn(folder);
		const { code, out } = await run(folder, ['metrics']);
		expect({ code, last: out.split('\n').at(-2) }).toEqual({ code: 0, last: 'metrics.json is up to date' });
		expect(metricsIn(folder)).toBe(first);
	});

	it('only changes dates later, if the numbers are the same', async () => {
		const { folder } = await project();
		await run(folder, ['metrics']);
		const first = metricsIn(folder);
		on('2026-11-30');
		const { out } = await run(folder, ['metrics']);
		expect(out).toContain('Wrote metrics.json: no work changed\n');
		expect(metricsIn(folder)).toBe(first.replaceAll('2026-10-31', '2026-11-30'));
	});

	it('keeps the last number of a work that became unknown, with its date', async () => {
		const routes: Record<string, Route> = { ...usual };
		const { folder } = await project(routes);
		await run(folder, ['metrics']);
		on('2026-11-30');
		delete routes['/openalex/10.7554/elife.01567'];
		const { code, out } = await run(folder, ['metrics']);
		expect(code).toBe(0);
		expect(out).toContain('OpenAlex: 1 of 2 works, 7 citations, 0 open access');
		expect(worksIn(folder)).toEqual([
			'"10.7554/elife.01567": {"crossref":36,"openalex":[45,"gold"],"dates":{"openalex":"2026-10-31"}}',
			'"arxiv:1706.03762": {"openalex":[7,"closed"]}',
		]);
	});

	// How each source deals with all bad services is tested without the command.
	it.each(badServices.filter(({ name }) => /^(?:not-found|forbidden|busy-for-hours|garbage|web-page)$/.test(name)))(
		'keeps the last numbers if a source is bad: $name',
		async ({ name, behaviour }) => {
			const routes: Record<string, Route> = { ...usual };
			const { folder } = await project(routes);
			await run(folder, ['metrics']);
			on('2026-11-30');
			for (const path of Object.keys(routes)) if (path.startsWith('/openalex')) routes[path] = behaviour;
			const { code, err } = await run(folder, ['metrics']);
			expect(code).toBe(0);
			if (name !== 'not-found') {
				expect(err).toContain('warning: Cannot read the metrics of 2 works from OpenAlex: ');
				expect(err).toMatch(/\[metrics\/stale\]\n {2}hint: .+; the last numbers stay\n/);
				expect(metricsIn(folder)).toContain('"openalex": "2026-10-31"');
			}
			expect(worksIn(folder).map((line) => line.replace(/,"dates":.*/, '}'))).toEqual([
				'"10.7554/elife.01567": {"crossref":36,"openalex":[45,"gold"]}',
				'"arxiv:1706.03762": {"openalex":[7,"closed"]}',
			]);
		},
	);

	it('fails and writes nothing if no source answers', async () => {
		const { folder } = await project({ '/*': text('garbage') });
		const { code, out, err } = await run(folder, ['metrics']);
		expect({ code, out }).toEqual({ code: 1, out: '' });
		expect(err).toContain('error: Cannot read the metrics of 2 works from OpenAlex: ');
		expect(err).toContain('error: Cannot read the metrics of 1 work from Crossref: ');
		expect(readdirSync(folder)).not.toContain('metrics.json');
	});

	it('stops asking a source after three failures in a row, and continues there the next time', async () => {
		const works = Array.from({ length: 6 }, (_, index) => `@misc{w${index}, title = {W}, doi = {10.1000/w${index}}}\n`);
		const isBad = /w[2-9]/;
		let isBroken = true;
		const { folder, server } = await project(
			{
				'/*': (request, response, visit) =>
					(isBroken && isBad.test(request.url ?? '') ? text('x') : openAlex(1))(request, response, visit),
			},
			'metrics: { sources: openalex }',
		);
		writeFileSync(join(folder, 'papers.bib'), works.join(''));
		const { err } = await run(folder, ['metrics']);
		expect(err).toContain('Cannot read the metrics of 4 of 6 works from OpenAlex');
		expect(server.asked).toHaveLength(5);
		isBroken = false;
		on('2026-11-30');
		await run(folder, ['metrics']);
		expect(server.asked[5]?.path).toBe('/openalex/10.1000/w2');
		expect(worksIn(folder)).toHaveLength(6);
	});

	it('drops works that left the library, but not those that were only not read', async () => {
		const { folder } = await project();
		await run(folder, ['metrics']);
		writeFileSync(join(folder, 'more.bib'), '@misc{x, title = {X}, doi = {10.1000/x}}\n');
		await run(folder, ['metrics', 'more.bib']);
		expect(worksIn(folder)).toHaveLength(2);
		writeFileSync(join(folder, 'papers.bib'), `${library.split('\n')[0]}\n@article{broken, title = {`);
		await run(folder, ['metrics']);
		expect(worksIn(folder)).toHaveLength(2);
		writeFileSync(join(folder, 'papers.bib'), `${library.split('\n')[0]}\n`);
		await run(folder, ['metrics']);
		expect(worksIn(folder)).toEqual(['"10.7554/elife.01567": {"crossref":36,"openalex":[45,"gold"]}']);
	});

	it('writes nothing with --dry-run, and prints the change', async () => {
		const { folder } = await project();
		const { code, out } = await run(folder, ['metrics', '--dry-run']);
		expect(code).toBe(0);
		expect(out).toContain('+\t\t"10.7554/elife.01567": {"crossref":36,"openalex":[45,"gold"]},\n');
		expect(out).toContain('Would write metrics.json: 2 works changed\n');
		expect(readdirSync(folder)).not.toContain('metrics.json');
	});

	it('prints JSON with the changes of each work', async () => {
		const { folder } = await project();
		const { out } = await run(folder, ['metrics', '--json', '--source', 'openalex']);
		const summary = JSON.parse(out);
		expect(summary).toMatchObject({ exitCode: 0, file: 'metrics.json', written: true, withoutId: 1, diagnostics: [] });
		expect(summary.sources).toEqual([
			{ source: 'openalex', works: 2, known: 2, unknown: 0, unanswered: 0, failure: null },
		]);
		expect(summary.changed[0]).toEqual({
			id: '10.7554/elife.01567',
			keys: ['hall2014'],
			sources: { openalex: { before: null, after: { citations: 45, openAccess: { state: 'gold', url: null } } } },
		});
	});

	it('prints nothing with --quiet', async () => {
		const { folder } = await project();
		expect(await run(folder, ['metrics', '--quiet'])).toEqual({ code: 0, out: '', err: '' });
	});

	it('skips Unpaywall without a mail address, and asks with one', async () => {
		const { folder, server } = await project(
			{ '/unpaywall/*': 'recorded/unpaywall/doi-gold-metrics.json', '/openalex/*': openAlex(1) },
			'metrics: { sources: [unpaywall, openalex] }',
		);
		const { code, err } = await run(folder, ['metrics']);
		expect(code).toBe(0);
		expect(err).toContain(
			'Skipped Unpaywall, which needs your mail address: set BIBFOLIO_MAILTO, or "mailto" under "lookup"\n',
		);
		expect(server.asked.filter(({ path }) => path.includes('unpaywall'))).toEqual([]);
		await run(folder, ['metrics'], { BIBFOLIO_MAILTO: 'ada@example.org' });
		expect(worksIn(folder)[0]).toContain('"unpaywall":[null,"gold"');
		expect(metricsIn(folder)).not.toContain('ada@');
	});

	it.each(['openalx', 'scopus', ''])('refuses the source "%s"', async (name) => {
		const { folder } = await project();
		const { code, err } = await run(folder, ['metrics', '--source', name]);
		expect(code).toBe(2);
		expect(err).toContain(`Unknown value "${name}" after --source`);
	});

	it('tells how to turn metrics on', async () => {
		const { folder } = await project(usual, 'metrics: false');
		expect((await run(folder, ['metrics'])).err).toContain(
			'Lists show the numbers with "metrics: true" in bibfolio.yaml\n',
		);
	});
});

describe('bibfolio metrics writes only its own file', () => {
	it('at the configured path, in a folder that it creates', async () => {
		const { folder } = await project(usual, 'metrics: { file: data/citations.json }');
		await run(folder, ['metrics']);
		expect(metricsIn(folder, 'data/citations.json')).toContain('"openalex":[45,"gold"]');
	});

	it('and asks nobody if the file contains something else', async () => {
		const { folder, server } = await project();
		const foreign = '{"visits": 14}\n';
		writeFileSync(join(folder, 'metrics.json'), foreign);
		const { code, err } = await run(folder, ['metrics']);
		expect(code).toBe(1);
		expect(err).toContain('metrics.json is not a file with metrics of version 1 [metrics/foreign]');
		expect(server.asked).toEqual([]);
		expect(metricsIn(folder)).toBe(foreign);
	});

	it('and not one with a work that is not valid, so that nothing is lost', async () => {
		const { folder } = await project();
		await run(folder, ['metrics']);
		const broken = metricsIn(folder).replace('"openalex":[45,"gold"]', '"openalex":"45"');
		writeFileSync(join(folder, 'metrics.json'), broken);
		expect((await run(folder, ['metrics'])).code).toBe(1);
		expect(metricsIn(folder)).toBe(broken);
	});

	it('and none outside the project', async () => {
		const outside = folderWith({});
		const { folder } = await project(usual, `metrics: { file: ${join(outside, 'metrics.json')} }`);
		const { code } = await run(folder, ['metrics']);
		expect(code).not.toBe(0);
		expect(readdirSync(outside)).toEqual([]);
	});

	it('and none behind a link that leads outside', async () => {
		const outside = folderWith({ 'notes.txt': '' });
		const { folder } = await project();
		symlinkSync(join(outside, 'notes.txt'), join(folder, 'metrics.json'));
		expect((await run(folder, ['metrics'])).code).not.toBe(0);
		expect(readFileSync(join(outside, 'notes.txt'), 'utf8')).toBe('');
	});

	it('and says why if it cannot', async () => {
		const { folder } = await project();
		mkdirSync(join(folder, 'metrics.json'));
		const { code, err } = await run(folder, ['metrics']);
		expect(code).toBe(1);
		expect(err).toMatch(/error: .*metrics\.json/);
	});

	it('and keeps its permissions', async () => {
		const { folder } = await project();
		await run(folder, ['metrics']);
		chmodSync(join(folder, 'metrics.json'), 0o640);
		on('2026-11-30');
		await run(folder, ['metrics']);
		expect(metricsIn(folder)).toContain('2026-11-30');
	});
});

describe('docs/metrics.md', () => {
	const samples = examples.filter(({ page }) => page === 'docs/metrics.md');
	const sample = (language: string) => samples.find((each) => each.language === language)?.code ?? '';
	const withoutNumbers = (text: string) => text.replace(/\d+/g, 'N').replace(/(work|citation)s\b/g, '$1');

	it('shows what the command prints', async () => {
		const { folder } = await project();
		const { out } = await run(folder, ['metrics']);
		expect(withoutNumbers(sample(''))).toBe(withoutNumbers(out));
	});

	it('shows a file as the command writes it', () => {
		const { snapshot, problems } = readSnapshot(source('metrics.json', sample('json')));
		expect(problems).toEqual([]);
		expect(writeSnapshot(snapshot ?? emptySnapshot)).toBe(sample('json'));
	});
});
