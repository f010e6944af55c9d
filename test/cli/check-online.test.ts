import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { folderWith } from '../folder.ts';
import { status } from '../sources/behaviours.mjs';
import { type Route, sourceServer } from '../sources/server.ts';
import { article, crossrefAnswer, entry, paths } from '../updates/online-checks/checking.ts';
import { run } from './run.ts';

const retraction = {
	'updated-by': [
		{ type: 'retraction', DOI: '10.1000/notice', source: 'publisher', updated: { 'date-parts': [[1925]] } },
	],
};
const retracted = { '/crossref/10.1000/x': crossrefAnswer(article(retraction)) };
const wrongDash = entry({ pages: '24-66' });

/** A project with an entry, whose services are on a test server. */
async function project(library: string, routes: Readonly<Record<string, Route>>, config = '') {
	const { url, asked } = await sourceServer(routes);
	const lookup = Object.entries(paths).map(([name, path]) => `  ${name}: ${url}${path}\n`);
	const folder = folderWith({
		'papers.bib': library,
		'bibfolio.yaml': `library: papers.bib\n${config}lookup:\n${lookup.join('')}`,
	});
	return { folder, asked, read: () => readFileSync(join(folder, 'papers.bib'), 'utf8') };
}

describe('bibfolio check --online', () => {
	it('adds what services say to the other problems, and warnings do not fail it', async () => {
		const { folder } = await project(wrongDash, retracted);
		const { code, out } = await run(folder, ['check', '--online']);
		expect(code).toBe(0);
		expect(out).toContain('warning: noether was retracted in 1925, says the publisher: https://doi.org/10.1000/notice');
		expect(out).toContain('[field/page-dash]');
		expect((await run(folder, ['check', '--online', '--strict'])).code).toBe(1);
	});

	it('exits with 1 if the configuration makes a finding an error, and hides one that is off', async () => {
		const strict = await project(entry(), retracted, 'checks: { online/retracted: error }\n');
		expect((await run(strict.folder, ['check', '--online'])).code).toBe(1);
		const quiet = await project(entry(), retracted, 'checks: { online/retracted: off }\n');
		expect((await run(quiet.folder, ['check', '--online'])).out).toBe('No problems in 1 entry\n');
	});

	it.each(['json', 'github', 'sarif'])('reports in the format %s', async (format) => {
		const { folder } = await project(entry(), retracted);
		const { out } = await run(folder, ['check', '--online', '--format', format]);
		expect(out).toContain('online/retracted');
		if (format !== 'github') expect(() => JSON.parse(out)).not.toThrow();
	});

	it('reports a service that fails, and exits with 0', async () => {
		const busy = status(500);
		const { folder } = await project(entry(), { '/crossref/*': busy, '/doi/*': busy, '/datacite/*': busy });
		const { code, out } = await run(folder, ['check', '--online']);
		expect([code, out.match(/\[online\/unavailable\]/g)?.length]).toEqual([0, 1]);
	});

	it('exits with 1 without a network, and shows the other problems', async () => {
		const { folder } = await project(wrongDash, {});
		vi.stubGlobal('fetch', withoutNetwork);
		const { code, out } = await run(folder, ['check', '--online']);
		vi.unstubAllGlobals();
		expect(code).toBe(1);
		expect(out).toMatch(/error: Cannot check the library online: .* there is no network/);
		expect(out).toContain('[field/page-dash]');
	});
});

/** A `fetch` of a machine without a network. */
async function withoutNetwork(): Promise<Response> {
	throw new TypeError('fetch failed', { cause: { code: 'ENETUNREACH' } });
}

describe('without --online', () => {
	it.each([['check'], ['build'], ['fix'], ['list'], ['fix', '--only', 'field/page-dash']])(
		'%s %s %s asks nothing',
		async (...words) => {
			const fetch = vi.fn();
			vi.stubGlobal('fetch', fetch);
			const { folder, asked } = await project(wrongDash, retracted);
			await run(folder, words.filter(Boolean));
			vi.unstubAllGlobals();
			expect([fetch.mock.calls, asked]).toEqual([[], []]);
		},
	);
});

describe('bibfolio fix --only online/…', () => {
	it('asks services, writes what they say, and changes nothing the second time', async () => {
		const { folder, read } = await project(entry(), retracted);
		const { code, out } = await run(folder, ['fix', '--only', 'online/retracted']);
		expect([code, out.split('\n')[0]]).toEqual([0, 'Fixed 1 problem in 1 file: online/retracted']);
		const after = entry().replace(/}\n$/, '  pubstate = {retracted},\n  retracted = {1925, doi:10.1000/notice},\n}\n');
		expect(read()).toBe(after);
		expect((await run(folder, ['fix', '--only', 'online/retracted'])).out.split('\n')[0]).toBe('Nothing to fix');
		expect(read()).toBe(after);
	});

	it('corrects several things of one entry, each asked for once', async () => {
		const updates = {
			'updated-by': [
				{ type: 'correction', DOI: '10.1000/c', updated: { 'date-parts': [[1925]] } },
				{ type: 'expression_of_concern', DOI: '10.1000/e', updated: { 'date-parts': [[1924]] } },
			],
		};
		const { folder, asked, read } = await project(entry({ year: '1912', pages: '42--66' }), {
			'/crossref/10.1000/x': crossrefAnswer(article(updates)),
		});
		await run(folder, ['fix', '--only', 'online/concern,online/corrected,online/year,online/numbers']);
		expect(read()).toBe(
			entry().replace(/}\n$/, '  concern = {1924, doi:10.1000/e},\n  corrected = {1925, doi:10.1000/c},\n}\n'),
		);
		expect(asked.map(({ path }) => path)).toEqual(['/crossref/10.1000/x']);
	});

	it('changes only the entry, whatever else the file contains', async () => {
		const library = `\ufeff% mine\r\n@string{ma = "Annalen"}\r\n${entry().replaceAll('\n', '\r\n')}@comment{x}\r\n`;
		const { folder, read } = await project(library, retracted);
		await run(folder, ['fix', '--only', 'online/retracted']);
		expect(read()).toBe(
			library.replace(
				'\r\n}\r\n',
				'\r\n  pubstate = {retracted},\r\n  retracted = {1925, doi:10.1000/notice},\r\n}\r\n',
			),
		);
	});

	it('changes nothing without a network, and exits with 1', async () => {
		const { folder, read } = await project(wrongDash, retracted);
		vi.stubGlobal('fetch', withoutNetwork);
		const { code, err } = await run(folder, ['fix', '--only', 'online/retracted,field/page-dash']);
		vi.unstubAllGlobals();
		expect([code, read()]).toEqual([1, wrongDash]);
		expect(err).toContain('there is no network');
	});
});
