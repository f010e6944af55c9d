import { appendFileSync, mkdirSync, renameSync, rmSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { folderWith } from '../../folder.ts';
import { configuration, entry, library } from './library.ts';
import { becomesFresh, output, pause, start, stopAll, until } from './running.ts';

// Many processes at once: on a busy machine each has to wait for its turn.
vi.setConfig({ testTimeout: 180_000 });

afterAll(stopAll);

describe.concurrent('bibfolio watch', () => {
	it('keeps the lists while a link leads nowhere or in a circle, and follows when it leads to a file again', async () => {
		const elsewhere = folderWith({ 'shared.bib': library('shared') });
		const folder = folderWith({ 'bibfolio.yaml': configuration, 'bib/own.bib': library('own') });
		symlinkSync(join(elsewhere, 'shared.bib'), join(folder, 'bib/shared.bib'));
		const running = await start(folder, ['watch']);
		const said = await running.says('stay unchanged', () =>
			renameSync(join(elsewhere, 'shared.bib'), join(elsewhere, 'away')),
		);
		expect(said).toContain('“bib/shared.bib” is a link to');
		expect(output(folder)).toContain('On shared');
		await running.says('Fixed', () => renameSync(join(elsewhere, 'away'), join(elsewhere, 'shared.bib')));
		appendFileSync(join(elsewhere, 'shared.bib'), entry('later'));
		await until(() => output(folder).includes('On later'), running.said);

		await running.says('a link to itself', () => symlinkSync('round.bib', join(folder, 'bib/round.bib')));
		// Longer than between two glances.
		await pause(2500);
		await running.says('Fixed', () => unlinkSync(join(folder, 'bib/round.bib')));
		await becomesFresh(folder);
		expect(await running.stop()).toBe(0);
	});

	it('puts back outputs that are taken away', async () => {
		const folder = folderWith({ 'bibfolio.yaml': configuration, 'bib/papers.bib': library('one') });
		const running = await start(folder, ['watch']);
		await running.says('Restored out/publications.md in', () => rmSync(join(folder, 'out'), { recursive: true }));
		await becomesFresh(folder);
		await running.stop();
	});

	it('says once that a file has another name, or is gone', async () => {
		const folder = folderWith({ 'bibfolio.yaml': configuration, 'bib/a.bib': library('a'), 'bib/note.bib': '% none' });
		const running = await start(folder, ['watch']);
		const said = await running.says('Changed a:', () =>
			renameSync(join(folder, 'bib/a.bib'), join(folder, 'bib/b.bib')),
		);
		await pause(800);
		expect(running.said().endsWith(said)).toBe(true);
		await running.says('Removed bib/note.bib: the lists are unchanged', () => rmSync(join(folder, 'bib/note.bib')));
		await running.stop();
	});

	it('follows a style that was broken', async () => {
		const style = (delimiter: string) =>
			`<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0"><info><title>x</title><id>x</id><updated>2020-01-01T00:00:00Z</updated></info><citation><layout><text variable="title"/></layout></citation><bibliography><layout><text variable="title" prefix="${delimiter}"/></layout></bibliography></style>\n`;
		const folder = folderWith({
			'bibfolio.yaml': `${configuration}lists: { all: { style: styles/x.csl } }\n`,
			'bib/papers.bib': library('one'),
			'styles/x.csl': style('First'),
		});
		const running = await start(folder, ['watch']);
		expect(output(folder)).toContain('FirstOn one');
		const file = join(folder, 'styles/x.csl');
		await running.says('stay unchanged', () => writeFileSync(file, style('Second').slice(0, -30)));
		await running.says('Fixed; saved styles/x.csl: wrote', () => writeFileSync(file, style('Second')));
		expect(output(folder)).toContain('SecondOn one');
		await running.stop();
	});

	it('does not say that a configuration is in force which is not', async () => {
		const folder = folderWith({ 'bibfolio.yaml': configuration, 'bib/papers.bib': library('one') });
		const running = await start(folder, ['watch']);
		const said = await running.says('stay unchanged', () =>
			writeFileSync(join(folder, 'bibfolio.yaml'), `${configuration}peple: []\n`),
		);
		expect(said).not.toContain('Saved');
		await running.stop();
	});

	it('says that lists are not written, until they are', async () => {
		const folder = folderWith({
			'bibfolio.yaml': `${configuration}  - { path: other/list.md, format: markdown }\n`,
			'bib/papers.bib': library('one'),
			other: 'a file in the way',
		});
		const running = await start(folder, ['watch']);
		expect(running.said()).toMatch(/Wrote out\/publications\.md .*; the others follow once this is fixed/);
		await running.says('Added two: wrote out/publications.md', () =>
			writeFileSync(join(folder, 'bib/papers.bib'), library('one', 'two')),
		);
		const said = await running.says('Fixed', () => rmSync(join(folder, 'other')));
		expect(said).toContain('wrote other/list.md');
		mkdirSync(join(folder, 'bib/sub'));
		await becomesFresh(folder);
		await running.stop();
	});
});
