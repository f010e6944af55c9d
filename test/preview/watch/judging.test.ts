import { appendFileSync, chmodSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { folderWith } from '../../folder.ts';
import { configuration, entry, library } from './library.ts';
import { becomesFresh, output, outputNames, pause, start, stopAll, until } from './running.ts';

// Many processes run at the same time, so each may be slow on a busy machine.
vi.setConfig({ testTimeout: 180_000 });

afterAll(stopAll);

describe.concurrent('bibfolio watch', () => {
	it('keeps the last good list while an entry is incomplete, and reports the position', async () => {
		const folder = folderWith({ 'bibfolio.yaml': configuration, 'bib/papers.bib': library('whole', 'second') });
		const file = join(folder, 'bib/papers.bib');
		const running = await start(folder, ['watch']);
		const good = output(folder);
		const printed = await running.prints('stay unchanged', () =>
			appendFileSync(file, '\n@article{half,\n  title = {Not yet'),
		);
		expect(printed).toMatch(/bib\/papers\.bib:\d+:\d+: error: [\s\S]*> +\d+ \|/);
		expect(output(folder)).toBe(good);
		expect(await running.prints(/wrote/, () => appendFileSync(file, '},\n  year = {2021},\n}\n'))).toContain(
			'Fixed; added half',
		);
		expect(output(folder)).toContain('Not yet');

		await running.prints('stay unchanged', () => writeFileSync(file, ''));
		expect(output(folder)).toContain('On whole');
		expect(await running.prints('Fixed', () => writeFileSync(file, library('whole', 'second')))).toContain(
			'removed half',
		);
		await becomesFresh(folder);
		await running.stop();
	});

	it('ignores old errors, and holds back for a new one', async () => {
		const broken = '@article{old, title = {Never closed\n\n';
		const folder = folderWith({ 'bibfolio.yaml': configuration, 'bib/a.bib': broken, 'bib/b.bib': library('b') });
		const running = await start(folder, ['watch']);
		expect(running.printed()).toContain('bib/a.bib:1:');
		await running.prints('Added c', () => writeFileSync(join(folder, 'bib/b.bib'), library('b', 'c')));
		await running.prints('stay unchanged', () =>
			writeFileSync(join(folder, 'bib/b.bib'), `${library('b', 'd')}\n${broken}`),
		);
		expect(output(folder)).toContain('On c');
		await running.prints('Fixed', () => writeFileSync(join(folder, 'bib/b.bib'), library('b', 'd')));
		await becomesFresh(folder);
		await running.stop();
	});

	it('removes entries that stay missing', async () => {
		const folder = folderWith({
			'bibfolio.yaml': configuration,
			'bib/a.bib': library('a', 'last'),
			'bib/b.bib': library('b'),
		});
		const running = await start(folder, ['watch']);
		expect(await running.prints('wrote', () => writeFileSync(join(folder, 'bib/a.bib'), library('a')))).toContain(
			'Removed last',
		);
		expect(await running.prints('wrote', () => rmSync(join(folder, 'bib/b.bib')))).toContain('Removed b');
		await becomesFresh(folder);
		await running.stop();
	});

	it('follows the configuration, and keeps the last good one', async () => {
		const folder = folderWith({
			'bibfolio.yaml': configuration,
			'bib/papers.bib': library('one'),
			'more/two.bib': library('two'),
		});
		const file = join(folder, 'bibfolio.yaml');
		const running = await start(folder, ['watch']);
		writeFileSync(file, configuration.replace('bib/*.bib', '[bib/*.bib, more/two.bib]'));
		await until(() => output(folder).includes('On two'), running.printed);

		expect(await running.prints('stay unchanged', () => writeFileSync(file, 'libary: x\n'))).toContain(
			'bibfolio.yaml:1:1',
		);
		await running.prints('Added three', () => appendFileSync(join(folder, 'more/two.bib'), entry('three')));
		await running.prints('Empty configuration', () => writeFileSync(file, ''));
		await running.prints('Missing configuration', () => rmSync(file));
		expect(output(folder)).toContain('On three');
		expect(outputNames(folder)).toEqual(['publications.md']);

		await running.prints('Fixed', () =>
			writeFileSync(file, `${configuration}title: Works\npeople:\n  - { name: "Lapuschkin, Sebastian" }\n`),
		);
		await until(() => output(folder).includes('**Lapuschkin S**'), running.printed);
		await becomesFresh(folder);
		await running.stop();
	});

	it('follows templates and locales, and shows their errors', async () => {
		const folder = folderWith({ 'bibfolio.yaml': configuration, 'bib/papers.bib': library('one') });
		const running = await start(folder, ['watch']);
		const own = join(folder, 'templates');
		mkdirSync(own);
		const template = readFileSync(new URL('../../../templates/entry.md.hbs', import.meta.url), 'utf8');
		writeFileSync(join(own, 'entry.md.hbs'), `{{! mine }}Mine ${template}`);
		await until(() => output(folder).includes('Mine '), running.printed);
		const printed = await running.prints('stay unchanged', () =>
			writeFileSync(join(own, 'entry.md.hbs'), '{{titel}}\n'),
		);
		expect(printed).toContain('templates/entry.md.hbs:1:3');
		writeFileSync(join(own, 'entry.md.hbs'), `Yours ${template}`);
		await until(() => output(folder).includes('Yours '), running.printed);
		rmSync(own, { recursive: true });
		await until(() => !output(folder).includes('Yours '), running.printed);
		await becomesFresh(folder);
		await running.stop();
	});

	it('starts with an empty library', async () => {
		const folder = folderWith({ 'bibfolio.yaml': configuration, 'bib/papers.bib': '' });
		const running = await start(folder, ['watch']);
		expect(running.printed()).toContain('library/empty');
		writeFileSync(join(folder, 'bib/papers.bib'), library('one'));
		await until(() => output(folder).includes('On one'), running.printed);
		expect(await running.stop()).toBe(0);
	});

	it('retries outputs that it could not write', async () => {
		const folder = folderWith({
			'bibfolio.yaml': configuration,
			'bib/papers.bib': library('one'),
			'out/publications.md/in-the-way': '',
		});
		const running = await start(folder, ['watch']);
		expect(running.printed()).toContain('publications.md: it is a folder');
		renameSync(join(folder, 'out'), join(folder, 'before'));
		await until(() => output(folder).includes('On one'), running.printed);
		chmodSync(join(folder, 'out/publications.md'), 0o644);
		await running.stop();
	});

	it('prints only errors with --quiet, and no colours in a pipe', async () => {
		const folder = folderWith({ 'bibfolio.yaml': configuration, 'bib/papers.bib': library('one') });
		const running = await start(folder, ['watch', '--quiet'], /^/);
		await until(() => output(folder).includes('On one'), running.printed);
		await pause(500);
		expect(running.printed()).toBe('');
		const printed = await running.prints('error', () =>
			writeFileSync(join(folder, 'bib/papers.bib'), '@article{one, title = {'),
		);
		expect(printed).not.toContain('\u001b');
		expect(await running.stop('SIGTERM')).toBe(0);
	});

	it('rejects standard input and a broken configuration', async () => {
		const folder = folderWith({ 'bibfolio.yaml': 'libary: x\n' });
		const input = await start(folder, ['watch', '-'], 'standard input');
		const broken = await start(folder, ['watch'], 'libary');
		expect([await input.ended(), await broken.ended()]).toEqual([2, 2]);
	});
});
