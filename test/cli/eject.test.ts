import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { builtInFiles, stemOf, templateNotes } from '../../src/render/engine/template-notes.ts';
import { folderWith } from '../folder.ts';
import { run } from './run.ts';

const papers = readFileSync(new URL('fixtures/papers.bib', import.meta.url));

describe('bibfolio eject', () => {
	it('lists every template with a description', async () => {
		const { code, out } = await run(folderWith({}), ['eject']);
		expect(code).toBe(0);
		const entryFormats = builtInFiles().flatMap((file) => /^entry\.(\w+)\.hbs$/.exec(file)?.[1] ?? []);
		expect(out).toMatch(new RegExp(`^entry +${entryFormats.sort().join(' ')} +one work$`, 'm'));
		expect(out).toMatch(/^locales\/de +yaml +words in a language$/m);
	});

	it('has a description for every built-in template and no other', () => {
		const stems = builtInFiles().map(stemOf);
		const noted = Object.keys(templateNotes);
		expect(new Set(stems.filter((stem) => !stem.startsWith('locales/')))).toEqual(new Set(noted));
	});

	it('copies a template, names its partials, and builds with the copy', async () => {
		const folder = folderWith({ 'papers.bib': papers });
		expect((await run(folder, ['eject', 'entry.md'])).out).toBe(
			'Wrote templates/entry.md.hbs (calls styled, byline, retraction, headline, source, extras)\n',
		);
		const own = join(folder, 'templates/entry.md.hbs');
		expect(readFileSync(own)).toEqual(readFileSync(new URL('../../templates/entry.md.hbs', import.meta.url)));
		writeFileSync(own, 'MINE {{key}}');
		expect((await run(folder, ['papers.bib', '--stdout'])).out).toContain('MINE montavon2017');
		expect((await run(folder, ['eject'])).out).toContain('customized: entry.md.hbs');
	});

	it('never overwrites a file and still copies the others', async () => {
		const folder = folderWith({ 'templates/entry.md.hbs': 'mine' });
		const { code, out, err } = await run(folder, ['eject', 'entry.md', 'de', 'bibfolio.css']);
		expect([code, err]).toEqual([1, 'templates/entry.md.hbs already exists; it was not changed\n']);
		expect(out).toBe('Wrote templates/locales/de.yaml\nWrote templates/bibfolio.css\n');
		expect(readFileSync(join(folder, 'templates/entry.md.hbs'), 'utf8')).toBe('mine');
	});

	it('copies to the configured folder', async () => {
		const folder = folderWith({ 'look/a.txt': '', 'bibfolio.yaml': 'templates: look\n', 'sub/b.txt': '' });
		expect((await run(join(folder, 'sub'), ['eject', 'title'])).out).toMatch(/^Wrote look\/title.hbs .*title.html.hbs/);
		expect(readdirSync(join(folder, 'look'))).toContain('title.hbs');
	});

	it.each([
		['which exists', { 'look/a.txt': '' }, ['--templates', 'look']],
		['which it creates', {}, ['--templates', 'look']],
		['of the configuration, which it creates', { 'bibfolio.yaml': 'templates: look\n' }, []],
	])('copies to a folder %s', async (_name, files, option) => {
		const folder = folderWith(files as Record<string, string>);
		expect((await run(folder, ['eject', 'entry.md', ...option])).out).toMatch(/^Wrote look\/entry\.md\.hbs /);
		expect(readdirSync(join(folder, 'look'))).toContain('entry.md.hbs');
	});

	it.each([
		['entry', 'Choose from entry.html.hbs, entry.md.hbs'],
		['entri', 'Did you mean "entry"?'],
		['../../package.json', 'Unknown template'],
	])('refuses %s and writes nothing', async (name, expected) => {
		const folder = folderWith({});
		const { code, err } = await run(folder, ['eject', name, 'legend.html']);
		expect(err).toContain(expected);
		expect([code, readdirSync(folder)]).toEqual([2, []]);
	});
});
