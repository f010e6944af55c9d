import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderWith } from '../folder.ts';
import { inTerminal, skipsTerminal } from './in-terminal.ts';
import { run } from './run.ts';

const papers = readFileSync(new URL('fixtures/papers.bib', import.meta.url));
const read = (folder: string, path: string) => readFileSync(join(folder, path), 'utf8');

describe('bibfolio init without a terminal', () => {
	it('finds the library and its owner, builds the first lists, and prints next steps', async () => {
		const folder = folderWith({ 'papers.bib': papers });
		const { code, out, err } = await run(folder, ['init']);
		expect([code, err]).toEqual([0, '']);
		expect(out).toContain(
			'Found papers.bib (2 works)\nWrote bibfolio.yaml for the lists of Samek, Wojciech (2 works)\n',
		);
		expect(out).toContain('Wrote out/publications.html (2 works)\n');
		expect(out).toContain('\nmontavon2017  2017  Montavon et al.');
		expect(out).toContain('npx bibfolio serve');
		expect(read(folder, 'out/publications.md')).toContain('**Samek W**');
		expect((await run(folder, ['build', '--check'])).code).toBe(0);
	});

	it('writes a configuration for an al-folio site', async () => {
		const folder = folderWith({
			'_config.yml': 'scholar:\n  last_name: [Montavon]\n  first_name: [Grégoire, G.]\n  bibliography: papers.bib\n',
			'_bibliography/papers.bib': papers,
			'assets/other.bib': '@book{b, title = {B}}',
		});
		const { code, out } = await run(folder, ['init', '--yes']);
		expect(code).toBe(0);
		expect(out).toContain('Wrote publications.md (the page; edit it as you like)\n');
		expect(read(folder, 'bibfolio.yaml')).toMatch(
			/^library: _bibliography\/papers\.bib$[\s\S]*name: Montavon, Grégoire$/m,
		);
		expect(read(folder, '_includes/publications.html')).toContain('<strong class="bibfolio-mark');
	});

	it('inserts the list between existing markers', async () => {
		const readme = '# Me\n\n<!-- bibfolio:papers -->\n<!-- /bibfolio:papers -->\n\nBye\n';
		const folder = folderWith({ 'papers.bib': papers, 'README.md': readme });
		expect((await run(folder, ['init', '-y'])).code).toBe(0);
		expect(read(folder, 'README.md')).toMatch(/^# Me\n[\s\S]*Montavon[\s\S]*\n\nBye\n$/);
	});

	it('uses the answers on the command line', async () => {
		const folder = folderWith({ 'a/papers.bib': papers, 'other.bib': '@book{b, title = {B}, author = {Ada, A.}}' });
		const words = ['init', 'a/papers.bib', '--owner', 'Lapuschkin, Sebastian = Bach, Sebastian', '--quiet'];
		expect(await run(folder, words)).toEqual({ code: 0, out: '', err: '' });
		const text = read(folder, 'bibfolio.yaml');
		expect(text).toContain('library: a/papers.bib\n');
		expect(text).toContain('  - name: Lapuschkin, Sebastian\n    aliases: ["Bach, Sebastian"]\n');
	});

	it('creates a missing library that later commands use', async () => {
		const folder = folderWith({});
		const { code, out } = await run(folder, ['init']);
		expect([code, readdirSync(folder).sort()]).toEqual([0, ['bibfolio.yaml', 'publications.bib']]);
		expect(out).toContain('Wrote publications.bib (with an example entry in a comment)\n');
		expect((await run(folder, ['build'])).err).toContain('No entries in publications.bib');
	});

	it('writes nothing with --dry-run', async () => {
		const folder = folderWith({ 'papers.bib': papers });
		const { code, out } = await run(folder, ['init', '--dry-run']);
		expect([code, readdirSync(folder)]).toEqual([0, ['papers.bib']]);
		expect(out).toMatch(/^# yaml-language-server: \$schema=https:.*\n[\s\S]*library: papers\.bib\n/);
	});

	it('uses the schema of the installed package', async () => {
		const folder = folderWith({
			'node_modules/bibfolio/dist/bibfolio.schema.json': '{}',
			'lab/papers.bib': papers,
		});
		const { out } = await run(join(folder, 'lab'), ['init', '--dry-run']);
		expect(out.split('\n')[0]).toBe(
			'# yaml-language-server: $schema=../node_modules/bibfolio/dist/bibfolio.schema.json',
		);
	});

	it.each(['bibfolio.yaml', 'bibfolio.yml'])('does not change an existing %s', async (path) => {
		const folder = folderWith({ [path]: 'library: a.bib', 'papers.bib': papers });
		const { code, err } = await run(folder, ['init', '--yes']);
		expect([code, err]).toEqual([1, `${path} already exists; run bibfolio build to build its lists\n`]);
		expect([read(folder, path), readdirSync(folder).length]).toEqual(['library: a.bib', 2]);
	});

	it('reports a missing file', async () => {
		expect(await run(folderWith({}), ['init', 'paper.bib'])).toEqual({
			code: 2,
			out: '',
			err: 'error: Cannot find paper.bib\n  hint: Check the path\n',
		});
	});
});

describe.skipIf(skipsTerminal)('bibfolio init on a terminal', () => {
	it('asks for the owner, other names, the sections and the lists', async () => {
		const folder = folderWith({ 'papers.bib': papers });
		const { code, screen } = await inTerminal(
			folder,
			['init'],
			[
				['Whose publications', '\u001b[B\r'],
				['Other names', 'Bach, Sebastian\r'],
				['How should', '\u001b[B\r'],
				['Which lists', ' \r'],
			],
		);
		expect(code, screen).toBe(0);
		expect(screen).toContain('Wrote bibfolio.yaml');
		expect(read(folder, 'bibfolio.yaml')).toContain('aliases: ["Bach, Sebastian"]');
		expect(read(folder, 'bibfolio.yaml')).toContain('\nlists:\n  publications:\n    group-by: year\n');
		expect(readdirSync(join(folder, 'out'))).toEqual(['publications.md', 'publications.tex']);
	});

	it('offers to create a library', async () => {
		const folder = folderWith({});
		const { code } = await inTerminal(
			folder,
			['init'],
			[
				['Create one', '\r'],
				['Path of', '\r'],
				['Name (Family', 'Lovelace, Ada\r'],
				['Other names', '\r'],
				['How should', '\r'],
				['Which lists', '\r'],
			],
		);
		expect([code, readdirSync(folder).sort()]).toEqual([0, ['bibfolio.yaml', 'publications.bib']]);
		expect(read(folder, 'bibfolio.yaml')).toContain('name: Lovelace, Ada\n');
	});

	it.each([
		['the first question', [['Whose publications', '\u0003']]],
		[
			'the last question',
			[
				['Whose publications', '\r'],
				['Other names', '\r'],
				['How should', '\r'],
				['Which lists', '\u0003'],
			],
		],
	] as const)('writes nothing after Ctrl-C: %s', async (_, keys) => {
		const folder = folderWith({ 'papers.bib': papers });
		const { code, screen } = await inTerminal(folder, ['init'], keys);
		expect([code, screen.includes('Nothing was written'), readdirSync(folder)]).toEqual([1, true, ['papers.bib']]);
		expect(existsSync(join(folder, 'bibfolio.yaml'))).toBe(false);
	});
});
