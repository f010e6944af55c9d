import { appendFileSync, mkdirSync, renameSync, rmSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { folderWith } from '../../folder.ts';
import { configuration, entry, library } from './library.ts';
import { becomesFresh, output, pause, start, stopAll, until } from './running.ts';

// Many processes run at the same time, so each may be slow on a busy machine.
vi.setConfig({ testTimeout: 180_000 });

afterAll(stopAll);

describe.concurrent('bibfolio watch', () => {
	it('keeps the lists while a link is broken or circular, and follows it when it is restored', async () => {
		const elsewhere = folderWith({ 'shared.bib': library('shared') });
		const folder = folderWith({ 'bibfolio.yaml': configuration, 'bib/own.bib': library('own') });
		symlinkSync(join(elsewhere, 'shared.bib'), join(folder, 'bib/shared.bib'));
		const running = await start(folder, ['watch']);
		const printed = await running.prints('stay unchanged', () =>
			renameSync(join(elsewhere, 'shared.bib'), join(elsewhere, 'away')),
		);
		expect(printed).toContain('Link "bib/shared.bib" points to');
		expect(output(folder)).toContain('On shared');
		await running.prints('Fixed', () => renameSync(join(elsewhere, 'away'), join(elsewhere, 'shared.bib')));
		appendFileSync(join(elsewhere, 'shared.bib'), entry('later'));
		await until(() => output(folder).includes('On later'), running.printed);

		await running.prints('a link to itself', () => symlinkSync('round.bib', join(folder, 'bib/round.bib')));
		// Longer than the interval between quick checks.
		await pause(2500);
		await running.prints('Fixed', () => unlinkSync(join(folder, 'bib/round.bib')));
		await becomesFresh(folder);
		expect(await running.stop()).toBe(0);
	});

	it('restores deleted outputs', async () => {
		const folder = folderWith({ 'bibfolio.yaml': configuration, 'bib/papers.bib': library('one') });
		const running = await start(folder, ['watch']);
		await running.prints('Restored out/publications.md in', () => rmSync(join(folder, 'out'), { recursive: true }));
		await becomesFresh(folder);
		await running.stop();
	});

	it('reports a renamed or removed file once', async () => {
		const folder = folderWith({ 'bibfolio.yaml': configuration, 'bib/a.bib': library('a'), 'bib/note.bib': '% none' });
		const running = await start(folder, ['watch']);
		const printed = await running.prints('Changed a:', () =>
			renameSync(join(folder, 'bib/a.bib'), join(folder, 'bib/b.bib')),
		);
		await pause(800);
		expect(running.printed().endsWith(printed)).toBe(true);
		await running.prints('Removed bib/note.bib: the lists are unchanged', () => rmSync(join(folder, 'bib/note.bib')));
		await running.stop();
	});

	it('follows a style after it was broken', async () => {
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
		await running.prints('stay unchanged', () => writeFileSync(file, style('Second').slice(0, -30)));
		await running.prints('Fixed; saved styles/x.csl: wrote', () => writeFileSync(file, style('Second')));
		expect(output(folder)).toContain('SecondOn one');
		await running.stop();
	});

	it('does not report a broken configuration as saved', async () => {
		const folder = folderWith({ 'bibfolio.yaml': configuration, 'bib/papers.bib': library('one') });
		const running = await start(folder, ['watch']);
		const printed = await running.prints('stay unchanged', () =>
			writeFileSync(join(folder, 'bibfolio.yaml'), `${configuration}peple: []\n`),
		);
		expect(printed).not.toContain('Saved');
		await running.stop();
	});

	it('reports that lists are not written until they are', async () => {
		const folder = folderWith({
			'bibfolio.yaml': `${configuration}  - { path: other/list.md, format: markdown }\n`,
			'bib/papers.bib': library('one'),
			other: 'a file in the way',
		});
		const running = await start(folder, ['watch']);
		expect(running.printed()).toMatch(/Wrote out\/publications\.md .*; the others follow once this is fixed/);
		await running.prints('Added two: wrote out/publications.md', () =>
			writeFileSync(join(folder, 'bib/papers.bib'), library('one', 'two')),
		);
		const printed = await running.prints('Fixed', () => rmSync(join(folder, 'other')));
		expect(printed).toContain('wrote other/list.md');
		mkdirSync(join(folder, 'bib/sub'));
		await becomesFresh(folder);
		await running.stop();
	});
});
