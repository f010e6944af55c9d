import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderWith } from '../folder.ts';
import { bibfolio, command, run } from './run.ts';

const fixture = (name: string) => readFileSync(new URL(`fixtures/${name}`, import.meta.url));
const papers = fixture('papers.bib');
const broken = fixture('broken.bib');
const read = (folder: string, path: string) => readFileSync(join(folder, path), 'utf8');

describe('bibfolio build without a configuration', () => {
	it('builds lists from one .bib file', async () => {
		const folder = folderWith({ 'papers.bib': papers });
		const words = ['build', 'papers.bib', '--highlight', 'Lapuschkin, Sebastian = Bach, Sebastian', '--out', 'site/'];
		const { code, out, err } = await run(folder, words);
		expect([code, err]).toEqual([0, '']);
		expect(readdirSync(join(folder, 'site')).sort()).toEqual([
			'publications.html',
			'publications.md',
			'publications.tex',
		]);
		expect(out).toContain('Wrote site/publications.html (2 works)');
		expect(out).not.toContain('--highlight');
		expect(read(folder, 'site/publications.md')).toContain('**Lapuschkin S**');
		expect(read(folder, 'site/publications.md')).toContain('**Bach S**');
	});

	it('suggests highlighting the most frequent author', async () => {
		const { code, out } = await run(folderWith({ 'papers.bib': papers }), ['build']);
		expect(code).toBe(0);
		expect(out).toContain('the most frequent author (2 works): --highlight "Samek, Wojciech"');
	});

	it('suggests a name with its particle, which then is found', async () => {
		const library = '@article{a, title={A}, author={van der Berg, Anna and Doe, Jo}, journal={J}, year=2020}';
		const folder = folderWith({ 'papers.bib': library });
		const name = /--highlight "(.*)"/.exec((await run(folder, ['build'])).out)?.[1] ?? '';
		expect(name).toBe('van der Berg, Anna');
		expect((await run(folder, ['build', '--highlight', name])).out).not.toContain('No author');
		expect((await run(folder, ['build', '--highlight', 'Berg, Anna'])).out).toContain('"van der Berg, Anna"?');
	});

	it('warns about fonts of LaTeX only if LaTeX is asked for', async () => {
		const library = '@article{a, title={Работа}, author={Doe, Jo}, journal={J}, year=2020}';
		const folder = folderWith({ 'papers.bib': library });
		const code = '[output/character]';
		expect((await run(folder, ['papers.bib'])).err).not.toContain(code);
		expect((await run(folder, ['papers.bib', '--out', 'site/'])).err).not.toContain(code);
		expect((await run(folder, ['papers.bib', '--format', 'latex'])).err).toContain(code);
		expect((await run(folder, ['papers.bib', '--out', 'cv.tex'])).err).toContain(code);
	});

	it('uses the library in the folder by default', async () => {
		const folder = folderWith({ 'bib/papers.bib': papers });
		expect((await run(folder, [])).code).toBe(0);
		expect(existsSync(join(folder, 'out/publications.html'))).toBe(true);
	});

	it('runs build as the default command', async () => {
		expect((await run(folderWith({ 'papers.bib': papers }), ['papers.bib'])).code).toBe(0);
	});

	it('reports a highlighted name without any works', async () => {
		const { out } = await run(folderWith({ 'papers.bib': papers }), ['build', '--highlight', 'Lapushkin, S']);
		expect(out).toContain('No author is named "Lapushkin, S"');
		expect(out).toContain('Did you mean "Lapuschkin, Sebastian"?');
		const byFamily = await run(folderWith({ 'papers.bib': papers }), ['build', '--highlight', 'Samk']);
		expect(byFamily.out).toContain('Did you mean "Samek, Wojciech"?');
		const selected = await run(folderWith({ 'papers.bib': papers }), ['build', '--where', 'author=Samk']);
		expect(selected.err).toContain('Did you mean "Samek, Wojciech"?');
	});

	it('accepts files that look like options after --', async () => {
		const folder = folderWith({ '--papers.bib': papers });
		expect((await run(folder, ['build', '--stdout', '--', '--papers.bib'])).out).toContain('Pixel');
	});

	it('reports an empty folder with a hint', async () => {
		const { code, out, err } = await run(folderWith({}), []);
		expect([code, out]).toEqual([2, '']);
		expect(err).toContain('Cannot find a .bib file here');
		expect(err).toContain('Run bibfolio init');
		expect(err).toContain('bibfolio build papers.bib');
	});
});

describe('bibfolio build --stdout', () => {
	it('prints only the list to standard output', async () => {
		const folder = folderWith({ 'papers.bib': papers });
		const { code, out, err } = await run(folder, ['build', '--stdout', '--format', 'markdown']);
		expect(code).toBe(0);
		expect(out).toContain('Pixel');
		expect(out).not.toContain('--highlight');
		expect(err).toContain('--highlight');
		expect(readdirSync(folder)).toEqual(['papers.bib']);
	});

	it('reads standard input', () => {
		const { code, out } = bibfolio(folderWith({}), ['build', '-', '--stdout', '-q'], { input: papers });
		expect(code).toBe(0);
		expect(out).toContain('Pixel');
	});

	it('selects, sorts and limits', async () => {
		const folder = folderWith({ 'papers.bib': papers });
		const list = async (...words: string[]) => (await run(folder, ['--stdout', ...words])).out;
		expect(await list('--where', 'year>=2016')).not.toContain('Pixel');
		expect(await list('--selected')).not.toContain('Nonlinear');
		expect(await list('--limit', '1', '--sort', '-year')).toContain('Nonlinear');
		expect(await list('--limit', '1', '--sort', 'year')).toContain('Pixel');
	});
});

describe('bibfolio build with a configuration', () => {
	const yaml = 'library: papers.bib\noutputs: [{path: list.md}]\n';

	it('writes the configured outputs, also from a subfolder', async () => {
		const folder = folderWith({ 'bibfolio.yaml': yaml, 'papers.bib': papers, 'deep/down/x': '' });
		expect((await run(join(folder, 'deep/down'), ['build'])).code).toBe(0);
		expect(existsSync(join(folder, 'list.md'))).toBe(true);
	});

	it('writes nothing if nothing has changed', async () => {
		const folder = folderWith({ 'bibfolio.yaml': yaml, 'papers.bib': papers });
		await run(folder, ['build']);
		expect((await run(folder, ['build'])).out).toContain('Unchanged: list.md');
	});

	it('writes the same bytes in any time zone and language', () => {
		const folder = folderWith({ 'papers.bib': papers });
		const first = bibfolio(folder, ['--stdout'], { env: { TZ: 'Asia/Tokyo', LANG: 'tr_TR.UTF-8' } });
		expect(bibfolio(folder, ['--stdout'], { env: { TZ: 'UTC', LC_ALL: 'C' } }).out).toBe(first.out);
	});

	it('reports stale outputs with --check', async () => {
		const folder = folderWith({ 'bibfolio.yaml': yaml, 'papers.bib': papers });
		expect((await run(folder, ['build', '--check'])).err).toContain('Missing output list.md');
		await run(folder, ['build']);
		const current = await run(folder, ['build', '--check']);
		expect([current.code, current.out]).toEqual([0, 'Up to date: list.md\n']);
		writeFileSync(join(folder, 'list.md'), `${read(folder, 'list.md')}more\n`);
		const stale = await run(folder, ['build', '--check']);
		expect([stale.code, stale.out]).toEqual([1, '']);
		expect(stale.err).toMatch(/list\.md:\d+:1: error: .*\[output\/stale\]/);
	});

	it('prints a JSON summary', async () => {
		const folder = folderWith({ 'bibfolio.yaml': yaml, 'papers.bib': papers });
		const { code, out, err } = await run(folder, ['build', '--json']);
		expect([code, err]).toEqual([0, '']);
		expect(JSON.parse(out)).toMatchObject({
			exitCode: 0,
			counts: { entries: 2, errors: 0 },
			outputs: [{ path: 'list.md', list: 'publications', format: 'markdown', works: 2, done: 'written' }],
			diagnostics: [],
		});
	});
});

describe('bad input', () => {
	const good = { 'papers.bib': papers, 'out/publications.md': 'precious' };

	/** Runs in a folder with an output and expects the output to stay unchanged. */
	async function refused(files: Record<string, string | Uint8Array>, ...words: string[]) {
		const folder = folderWith({ ...good, ...files });
		const ran = await run(folder, words);
		expect(read(folder, 'out/publications.md')).toBe('precious');
		expect(ran.err).not.toMatch(/^\s+at /m);
		return ran;
	}

	it('skips a broken entry, reports it, and exits with 1', async () => {
		const folder = folderWith({ 'papers.bib': broken });
		const { code, err } = await run(folder, ['build']);
		expect(code).toBe(1);
		expect(err).toMatch(/papers\.bib:\d+:\d+: error: /);
		const list = read(folder, 'out/publications.md');
		expect(list).toContain('The First');
		expect(list).toContain('The Third');
	});

	it('writes nothing with --strict', async () => {
		expect((await refused({ 'papers.bib': broken }, 'build', '--strict')).code).toBe(1);
	});

	it.each([
		['a missing file', {}, ['build', 'paper.bib'], 1, 'Did you mean "papers.bib"?'],
		['an empty library', { 'papers.bib': '% nothing yet\n' }, ['build'], 1, 'No entries in papers.bib'],
		['a vanished library', { 'bibfolio.yaml': 'library: old/*.bib' }, ['build'], 1, 'old/*.bib'],
		['an unknown key', { 'bibfolio.yaml': 'libary: x.bib' }, ['build'], 2, 'Did you mean "library"?'],
		['a YAML syntax error', { 'bibfolio.yaml': 'lists: [' }, ['build'], 2, 'bibfolio.yaml:1:'],
		[
			'an unknown person',
			{ 'bibfolio.yaml': 'lists: {a: {where: {person: nobody-here}}}' },
			['build'],
			2,
			'nobody-here',
		],
		['an unknown locale', {}, ['build', '--locale', 'xx'], 2, 'Unknown locale "xx"'],
		['an unknown format', {}, ['build', '--format', 'markdwon'], 2, 'Did you mean "markdown"?'],
		['a template with a typo', { 'templates/list.md.hbs': '{{titel}}' }, ['build'], 2, 'templates/list.md.hbs:1:'],
		[
			'a template with a syntax error',
			{ 'templates/list.md.hbs': '{{#each' },
			['build'],
			2,
			'templates/list.md.hbs:1:',
		],
		['a folder as output', { 'x/y': '' }, ['build', '--config', 'c.yaml'], 2, 'c.yaml'],
		[
			'an output over the library',
			{ 'bibfolio.yaml': 'outputs: [{path: papers.bib, format: markdown}]' },
			['build'],
			1,
			'Cannot overwrite papers.bib',
		],
	])('%s leaves outputs unchanged', async (_, files, words, code, words2) => {
		const ran = await refused(files as Record<string, string>, ...words);
		expect(ran.err).toContain(words2);
		expect(ran.code).toBe(code);
	});

	it('exits with 1 if a library file is a folder', async () => {
		const folder = folderWith({ 'papers.bib/x': '' });
		expect((await run(folder, ['build', 'papers.bib'])).code).toBe(1);
	});

	it.runIf(process.getuid?.() !== 0)('reports a library file without read permission', async () => {
		const folder = folderWith({ 'papers.bib': papers });
		chmodSync(join(folder, 'papers.bib'), 0);
		const { code, err } = await run(folder, ['build']);
		expect([code, err]).toEqual([1, expect.stringContaining('Cannot read')]);
	});
});

// A file size limit fails like a full disk: first a short write, then an error.
it.skipIf(process.platform === 'win32')('keeps the old file if the disk is full', () => {
	const folder = folderWith({ 'papers.bib': papers, 'out/publications.html': 'old' });
	const shell = 'trap "" XFSZ; ulimit -f 4; exec "$0" "$@"';
	const ran = spawnSync('sh', ['-c', shell, process.execPath, command], { cwd: folder, encoding: 'utf8' });
	expect([ran.status, ran.stderr]).toEqual([1, expect.stringContaining('Cannot write out/publications.html')]);
	expect(read(folder, 'out/publications.html')).toBe('old');
	expect(readdirSync(join(folder, 'out')).filter((name) => !name.startsWith('publications.'))).toEqual([]);
});
