import { spawnSync } from 'node:child_process';
import {
	chmodSync,
	existsSync,
	lstatSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	symlinkSync,
	writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { type Change, type ChangeOptions, changeFile } from '../../src/editing/change-file.ts';
import { unifiedDiff } from '../../src/editing/diff.ts';
import { withFileLock } from '../../src/editing/file-lock.ts';
import { type Replacement, replacedBytes, replacedText } from '../../src/editing/replacements.ts';
import { folderWith } from '../folder.ts';

const text = '@book{a, title = {A}}\n';
const atEnd: Change = (file) => [{ start: file.text.length, end: file.text.length, text: '@book{b}\n' }];

async function changed(root: string, change: Change = atEnd, options: ChangeOptions = {}, path = 'papers.bib') {
	const diagnostics: Diagnostic[] = [];
	const result = await changeFile(path, root, change, (one) => diagnostics.push(one), options);
	return { result, codes: diagnostics.map(({ code }) => code), messages: diagnostics.map(({ message }) => message) };
}

describe('changeFile', () => {
	it('writes the replacements and returns the text before and after', async () => {
		const root = folderWith({ 'papers.bib': text });
		const { result, codes } = await changed(root);
		expect([result, codes]).toEqual([
			{ path: 'papers.bib', before: text, after: `${text}@book{b}\n`, written: true },
			[],
		]);
		expect(readFileSync(join(root, 'papers.bib'), 'utf8')).toBe(`${text}@book{b}\n`);
		expect(readdirSync(root)).toEqual(['papers.bib']);
	});

	it('does not write a file without changes', async () => {
		const root = folderWith({ 'papers.bib': text });
		const before = statSync(join(root, 'papers.bib'));
		expect((await changed(root, () => [])).result?.written).toBe(false);
		expect((await changed(root, () => null)).result).toBe(null);
		expect(statSync(join(root, 'papers.bib')).ino).toBe(before.ino);
	});

	it('writes nothing in a dry run', async () => {
		const root = folderWith({ 'papers.bib': text });
		expect((await changed(root, atEnd, { dryRun: true })).result).toMatchObject({ written: false, before: text });
		expect(readFileSync(join(root, 'papers.bib'), 'utf8')).toBe(text);
	});

	it('creates a file and its folder on request', async () => {
		const root = folderWith({});
		expect((await changed(root)).codes).toEqual(['file/missing']);
		expect((await changed(root, atEnd, { create: true }, 'bib/new.bib')).result?.written).toBe(true);
		expect(readFileSync(join(root, 'bib/new.bib'), 'utf8')).toBe('@book{b}\n');
	});

	it('keeps a symbolic link and the mode of its target', async () => {
		const root = folderWith({ 'shared/all.bib': text });
		chmodSync(join(root, 'shared/all.bib'), 0o640);
		symlinkSync('shared/all.bib', join(root, 'papers.bib'));
		await changed(root);
		expect(lstatSync(join(root, 'papers.bib')).isSymbolicLink()).toBe(true);
		expect(readFileSync(join(root, 'shared/all.bib'), 'utf8')).toBe(`${text}@book{b}\n`);
		expect(statSync(join(root, 'shared/all.bib')).mode & 0o777).toBe(0o640);
		expect(readdirSync(join(root, 'shared'))).toEqual(['all.bib']);
	});

	it('reports and keeps a file that is read-only, missing or in conflict', async () => {
		const conflict = '<<<<<<< HEAD\n@book{a}\n=======\n@book{b}\n>>>>>>> other\n';
		const root = folderWith({ 'locked.bib': text, 'conflict.bib': conflict, 'gone.bib': text });
		chmodSync(join(root, 'locked.bib'), 0o444);
		expect((await changed(root, atEnd, {}, 'locked.bib')).messages).toEqual([
			'Cannot change locked.bib: the file is read-only',
		]);
		expect((await changed(root, atEnd, {}, 'conflict.bib')).codes).toEqual(['edit/conflict']);
		const vanishes: Change = (file) => {
			rmSync(join(root, 'gone.bib'), { force: true });
			return atEnd(file);
		};
		expect((await changed(root, vanishes, {}, 'gone.bib')).codes).toEqual(['file/missing']);
		expect(readdirSync(root).sort()).toEqual(['conflict.bib', 'locked.bib']);
		expect(readFileSync(join(root, 'conflict.bib'), 'utf8')).toBe(conflict);
	});

	it('starts over if another program saved the file meanwhile, and gives up after several attempts', async () => {
		const root = folderWith({ 'papers.bib': text });
		let saves = 1;
		const saved: Change = (file) => {
			if (saves-- > 0) writeFileSync(join(root, 'papers.bib'), `${file.text}% saved\n`);
			return atEnd(file);
		};
		expect((await changed(root, saved)).result?.after).toBe(`${text}% saved\n@book{b}\n`);
		expect(readFileSync(join(root, 'papers.bib'), 'utf8')).toBe(`${text}% saved\n@book{b}\n`);
		saves = 100;
		expect((await changed(root, saved)).codes).toEqual(['edit/unwritable']);
	});

	it('loses no concurrent change', async () => {
		const root = folderWith({ 'papers.bib': '' });
		const keys = Array.from({ length: 20 }, (_, index) => `@book{k${index}}\n`);
		const append = (entry: string) =>
			changed(root, ({ text: { length } }) => [{ start: length, end: length, text: entry }]);
		await Promise.all(keys.map(append));
		expect(readFileSync(join(root, 'papers.bib'), 'utf8').match(/.*\n/g)?.sort()).toEqual(keys.sort());
	});

	describe('a lock that is left', () => {
		const ended = spawnSync(process.execPath, ['--version']).pid;
		const locked = (lock: string) => folderWith({ 'papers.bib': text, '.papers.bib.lock': lock });
		const unlimited = 1e9;

		it.each([`${ended}\n`, `${ended} ${hostname()}\n`])('is removed if its process has ended: %j', async (lock) => {
			const root = locked(lock);
			expect(await withFileLock(join(root, 'papers.bib'), () => 'done', unlimited)).toBe('done');
			expect(readdirSync(root)).toEqual(['papers.bib']);
		});

		it.each(['', `${process.ppid} another.example\n`])(
			'is removed after the time-out if it is unknown: %j',
			async (lock) => {
				const root = locked(lock);
				expect(await withFileLock(join(root, 'papers.bib'), () => 'done', 30)).toBe('done');
				expect(readdirSync(root)).toEqual(['papers.bib']);
			},
		);

		it.each([`${process.ppid} ${hostname()}\n`, 'locked by Jane\n'])('stays if it is in use: %j', async (lock) => {
			const root = locked(lock);
			await expect(withFileLock(join(root, 'papers.bib'), () => 'done', 30)).rejects.toThrow(/is changing it|locks it/);
			expect(readFileSync(join(root, '.papers.bib.lock'), 'utf8')).toBe(lock);
		});
	});

	it('removes temporary files of processes that ended', async () => {
		const ended = spawnSync(process.execPath, ['--version']).pid;
		const names = [`.papers.bib.${ended}~`, `.papers.bib.${process.ppid}~`, '.other.bib.1~'];
		const root = folderWith({ 'papers.bib': text, ...Object.fromEntries(names.map((name) => [name, 'x'])) });
		await changed(root);
		expect(readdirSync(root).sort()).toEqual(['papers.bib', ...names.slice(1)].sort());
	});

	it('changes no file that it must not change, and no pipe or device', async () => {
		const root = folderWith({ 'papers.bib': text });
		expect((await changed(root, atEnd, { mayChange: () => false })).codes).toEqual(['config/outside']);
		spawnSync('mkfifo', [join(root, 'pipe.bib')]);
		for (const path of [...(existsSync(join(root, 'pipe.bib')) ? ['pipe.bib'] : []), '/dev/null'])
			expect((await changed(root, atEnd, { create: true }, path)).messages).toEqual([
				expect.stringMatching(/: it is a (?:pipe|device)$/),
			]);
		expect(readFileSync(join(root, 'papers.bib'), 'utf8')).toBe(text);
	});

	it('leaves nothing if a file cannot be created', async () => {
		const root = folderWith({});
		const path = `new/${'x'.repeat(300)}.bib`;
		expect((await changed(root, atEnd, { create: true }, path)).codes).toEqual(['file/unreadable']);
		expect((await changed(root, () => null, { create: true }, 'new/a.bib')).result).toBe(null);
		expect(readdirSync(root)).toEqual([]);
	});
});

describe('other bytes', () => {
	const encodings: readonly [name: string, encode: (text: string) => Buffer][] = [
		['UTF-8', (value) => Buffer.from(value)],
		['UTF-8 with a mark', (value) => Buffer.from(`\ufeff${value}`)],
		['UTF-16 with a mark', (value) => Buffer.from(`\ufeff${value}`, 'utf16le')],
		['UTF-16, big end first', (value) => Buffer.from(`\ufeff${value}`, 'utf16le').swap16()],
	];
	const words = fc.string({ unit: fc.constantFrom('a', 'ü', '€', '字', '𝛼', '\n', '\r\n', '{', '@') });

	it.each(encodings)('stay the same in %s', (_, encode) => {
		fc.assert(
			fc.property(words, words, words, words, (head, old, tail, text) => {
				const replacement: Replacement = { start: head.length, end: head.length + old.length, text };
				const bytes = encode(head + old + tail);
				const result = replacedBytes(bytes, [replacement]);
				expect(result && Buffer.from(result)).toEqual(encode(head + text + tail));
				expect(replacedText(head + old + tail, [replacement])).toBe(head + text + tail);
			}),
		);
	});

	it('stay the same in a file with two encodings; new text is Windows-1252', () => {
		const bytes = Buffer.concat([Buffer.from('ü'), Buffer.from([0xfc, 0x80, 0x41])]);
		expect(replacedBytes(bytes, [{ start: 3, end: 4, text: 'é€' }])).toEqual(
			Buffer.concat([Buffer.from('ü'), Buffer.from([0xfc, 0x80, 0xe9, 0x80])]),
		);
		expect(replacedBytes(bytes, [{ start: 0, end: 0, text: 'я' }])).toBe(null);
	});
});

describe('unifiedDiff', () => {
	it('gives a diff that patch accepts', () => {
		expect(unifiedDiff('a.bib', '', '')).toBe('');
		expect(unifiedDiff('bib\\a.bib', 'one\ntwo\n', 'one\nand\ntwo\n')).toBe(
			'--- a/bib/a.bib\n+++ b/bib/a.bib\n@@ -1,2 +1,3 @@\n one\n+and\n two\n',
		);
		expect(unifiedDiff('a.bib', '', 'one\n')).toBe('--- /dev/null\n+++ b/a.bib\n@@ -0,0 +1,1 @@\n+one\n');
	});
});
