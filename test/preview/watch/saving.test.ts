import {
	appendFileSync,
	mkdirSync,
	renameSync,
	rmSync,
	statSync,
	symlinkSync,
	unlinkSync,
	utimesSync,
	writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import writeFileAtomic from 'write-file-atomic';
import { folderWith } from '../../folder.ts';
import { configuration, entry, library } from './library.ts';
import { becomesFresh, output, outputNames, pause, start, stopAll, until } from './running.ts';
import { ways } from './ways-to-save.ts';

// Many processes run at the same time, so each may be slow on a busy machine.
vi.setConfig({ testTimeout: 180_000 });

afterAll(stopAll);

describe.concurrent('bibfolio watch', () => {
	it('handles every way of saving, and never loses entries meanwhile', async () => {
		const folder = folderWith({ 'bibfolio.yaml': configuration, 'bib/papers.bib': library('first', 'last') });
		const file = join(folder, 'bib/papers.bib');
		const running = await start(folder, ['watch']);
		let lost = '';
		const guard = setInterval(() => {
			const list = output(folder);
			if (!list.includes('On first') || !list.includes('On last')) lost ||= `${way}:\n${list}`;
		}, 3);
		let way = '';
		for (const [name, save] of Object.entries(ways)) {
			way = name;
			await save(file, `${library('first')}\n${entry('middle', `Version ${name}`)}\n${library('last')}`);
			await until(
				() => output(folder).includes(`Version ${name}`),
				() => `${name}:\n${running.printed()}\n${output(folder)}`,
			);
		}
		clearInterval(guard);
		expect(lost).toBe('');
		await becomesFresh(folder);
		expect([await running.stop(), outputNames(folder)]).toEqual([0, ['publications.md']]);
	});

	it('ends with the last of hundreds of rapid saves', async () => {
		const folder = folderWith({ 'bibfolio.yaml': configuration, 'bib/a.bib': library('a'), 'bib/b.bib': library('b') });
		const running = await start(folder, ['watch']);
		const saves = [
			ways['in place'],
			ways['write-file-atomic: a temporary file renamed'],
			ways['as another file put in its place'],
		];
		for (let count = 0; count < 200; count++) {
			const name = count % 3 ? 'a' : 'b';
			await saves[Math.floor(Math.random() * saves.length)]?.(
				join(folder, `bib/${name}.bib`),
				library(name, ...Array.from({ length: count % 7 }, (_, index) => `${name}${count}-${index}`)),
			);
			if (Math.random() < 0.6) await pause(Math.random() * 40);
		}
		await becomesFresh(folder);
		await pause(1200);
		await becomesFresh(folder);
		expect([await running.stop('SIGTERM'), outputNames(folder)]).toEqual([0, ['publications.md']]);
	});

	it('follows many files at once, new ones, and folders that are moved away and back', async () => {
		const files = Object.fromEntries(
			Array.from({ length: 30 }, (_, index) => [`bib/${index}.bib`, library(`key${index}`)]),
		);
		const folder = folderWith({ 'bibfolio.yaml': configuration, ...files });
		const running = await start(folder, ['watch']);
		// As git checks out a branch.
		for (const path of Object.keys(files)) {
			if (path.includes('3')) unlinkSync(join(folder, path));
			else writeFileSync(join(folder, path), library(`branch-${path.slice(4, -4)}`));
		}
		await becomesFresh(folder);
		expect(output(folder)).toContain('On branch-29');

		writeFileSync(join(folder, 'bib/new.bib'), library('newcomer'));
		await until(() => output(folder).includes('On newcomer'), running.printed);

		const printed = await running.prints('stay unchanged', () => renameSync(join(folder, 'bib'), join(folder, 'away')));
		expect(printed).toContain('error');
		expect(output(folder)).toContain('On newcomer');
		await running.prints('Fixed', () => renameSync(join(folder, 'away'), join(folder, 'bib')));
		appendFileSync(join(folder, 'bib/new.bib'), entry('returned'));
		await until(() => output(folder).includes('On returned'), running.printed);

		rmSync(join(folder, 'bib'), { recursive: true });
		mkdirSync(join(folder, 'bib'));
		writeFileSync(join(folder, 'bib/other.bib'), library('another'));
		await becomesFresh(folder);
		writeFileSync(join(folder, 'bib/other.bib'), library('another', 'later'));
		await until(() => output(folder).includes('On later'), running.printed);
		await running.stop();
	});

	it('follows a link to a library outside the project, and a change of its target', async () => {
		const elsewhere = folderWith({ 'shared.bib': library('shared'), 'other.bib': library('turned') });
		const folder = folderWith({ 'bibfolio.yaml': configuration, 'bib/.keep': '' });
		const link = join(folder, 'bib/papers.bib');
		symlinkSync(join(elsewhere, 'shared.bib'), link);
		const running = await start(folder, ['watch']);
		for (const [index, save] of Object.values(ways).slice(0, 3).entries()) {
			await save(join(elsewhere, 'shared.bib'), library('shared', `way${index}`));
			await until(() => output(folder).includes(`On way${index}`), running.printed);
		}
		unlinkSync(link);
		symlinkSync(join(elsewhere, 'other.bib'), link);
		await until(() => output(folder).includes('On turned'), running.printed);
		writeFileAtomic.sync(join(elsewhere, 'other.bib'), library('turned', 'after'));
		await until(() => output(folder).includes('On after'), running.printed);
		await becomesFresh(folder);
		await running.stop();
	});

	it('polls the files with --poll', async () => {
		const folder = folderWith({ 'bibfolio.yaml': configuration, 'bib/papers.bib': library('one') });
		const running = await start(folder, ['watch', '--poll']);
		writeFileSync(join(folder, 'bib/papers.bib'), library('one', 'two'));
		await until(() => output(folder).includes('On two'), running.printed);
		writeFileSync(join(folder, 'bib/more.bib'), library('three'));
		await until(() => output(folder).includes('On three'), running.printed);
		expect(await running.stop()).toBe(0);
	});

	it('keeps a list in a user’s file up to date, without reacting to its own writes, and restores it', async () => {
		const shared = 'library: papers.bib\noutputs: [{ path: README.md, region: all }]\n';
		const host = '# Me\n\n<!-- bibfolio:all -->\n<!-- /bibfolio:all -->\n';
		const folder = folderWith({ 'bibfolio.yaml': shared, 'papers.bib': library('one'), 'README.md': host });
		const running = await start(folder, ['watch']);
		await until(() => output(folder, 'README.md').includes('On one'), running.printed);
		await running.prints('Added two: wrote README.md', () =>
			writeFileSync(join(folder, 'papers.bib'), library('one', 'two')),
		);
		const printed = running.printed();
		await pause(800);
		expect(running.printed()).toBe(printed);
		await running.prints('Saved README.md: wrote README.md', () =>
			writeFileSync(join(folder, 'README.md'), `${host}More\n`),
		);
		expect(output(folder, 'README.md')).toMatch(/On two[\s\S]*More/);
		await running.prints('Unclosed region', () =>
			writeFileSync(join(folder, 'README.md'), host.replace('/bib', 'bib')),
		);
		await running.prints('wrote README.md', () => writeFileSync(join(folder, 'README.md'), host));
		await running.stop();
	});

	it('writes nothing if nothing changed', async () => {
		const folder = folderWith({ 'bibfolio.yaml': configuration, 'bib/papers.bib': library('one') });
		const running = await start(folder, ['watch']);
		const list = join(folder, 'out/publications.md');
		const before = statSync(list).mtimeMs;
		const printed = running.printed();
		const now = new Date();
		utimesSync(join(folder, 'bib/papers.bib'), now, now);
		utimesSync(join(folder, 'bibfolio.yaml'), now, now);
		writeFileSync(join(folder, 'bib/papers.bib'), library('one'));
		writeFileSync(join(folder, 'bib/notes.txt'), 'no library');
		writeFileSync(join(folder, 'out/other.html'), 'not ours');
		await pause(800);
		expect(running.printed()).toBe(printed);
		expect(
			await running.prints('Saved bib/papers.bib: the lists are unchanged', () =>
				appendFileSync(join(folder, 'bib/papers.bib'), '\nA comment.\n'),
			),
		).not.toContain('wrote');
		expect(statSync(list).mtimeMs).toBe(before);
		await running.stop();
	});
});
