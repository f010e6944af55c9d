import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { folderWith } from '../folder.ts';
import { run } from './run.ts';

const folder = folderWith({
	'papers.bib': readFileSync(new URL('fixtures/papers.bib', import.meta.url)),
	'more.bib':
		'@book{ada1843, author = {Lovelace, Ada}, title = {Notes on {Menabrea}}, date = {1843}, keywords = {engine}}',
	'site/bibfolio.yaml': `library: ../*.bib
people: ["Bach, Sebastian"]
lists: {own: {where: mine}, old: {where: year<1900}}
outputs: []
`,
});

describe('bibfolio list', () => {
	it('prints all works to a pipe, newest first, without shortening them', async () => {
		expect(await run(folder, ['list'])).toEqual({
			code: 0,
			out: [
				'montavon2017  2017  Montavon et al.  Explaining Nonlinear Classification Decisions · Pattern Recognition',
				'bach2015      2015  Bach & Samek     On Pixel-Wise Explanations · Proceedings of the Conference on Heatmaps',
				'ada1843       1843  Lovelace         Notes on Menabrea',
				'',
			].join('\n'),
			err: '',
		});
	});

	it.each([
		[['nonlinear'], 'montavon2017\n'],
		[['lovelace', '1843'], 'ada1843\n'],
		[['engine', 'or', 'montavon'], 'montavon2017\nada1843\n'],
		[['year<1900'], 'ada1843\n'],
		[['year=2015..', 'not', 'montavon'], 'bach2015\n'],
		[['--where', 'year<2016', '--sort', 'key'], 'ada1843\nbach2015\n'],
		[['more.bib'], 'ada1843\n'],
		[['--limit', '1'], 'montavon2017\n'],
		[['--config', 'site/bibfolio.yaml', 'mine'], 'bach2015\n'],
		[['--config', 'site/bibfolio.yaml', '--list', 'old'], 'ada1843\n'],
	])('%j', async (words, keys) => {
		expect(await run(folder, ['list', ...words, '--format', 'keys'])).toEqual({ code: 0, out: keys, err: '' });
	});

	it.each<[string, (out: string) => unknown, unknown]>([
		['json', (out) => JSON.parse(out).map(({ id }: { id: string }) => id), ['ada1843']],
		['bibtex', (out) => out.startsWith('@book{ada1843,'), true],
		['markdown', (out) => /Lovelace A \(1843\)/.test(out), true],
		['html', (out) => /class="bibfolio-item/.test(out), true],
	])('prints %s', async (format, what, expected) => {
		const { code, out } = await run(folder, ['list', 'lovelace', '-f', format]);
		expect([code, what(out)]).toEqual([0, expected]);
	});

	it('reports on standard error that nothing matches', async () => {
		expect(await run(folder, ['list', 'xyzzy'])).toEqual({ code: 0, out: '', err: 'No matches among 3 works\n' });
		expect((await run(folder, ['list', 'xyzzy', '-f', 'json'])).out).toBe('[]\n');
	});

	it.each([
		[['-f', 'jsno'], 'Did you mean "json"?'],
		[['yeer=2019', 'year=>'], 'Did you mean "year"?'],
		[['nowhere.bib'], 'File "nowhere.bib" does not exist'],
	])('refuses wrong usage with a hint: %j', async (words, expected) => {
		const { code, err } = await run(folder, ['list', ...words]);
		expect(err).toContain(expected);
		expect(code).toBeGreaterThan(0);
	});
});
