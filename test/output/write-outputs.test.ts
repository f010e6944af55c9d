import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { placeOf } from '../../src/diagnostics/source-place.ts';
import { deferSignals } from '../../src/output/atomic-write.ts';
import type { Output } from '../../src/output/output.ts';
import { staleOutputs } from '../../src/output/stale-outputs.ts';
import { writeBytes, writeOutputs } from '../../src/output/write-outputs.ts';
import { folderWith } from '../folder.ts';

const list = { path: 'out/list.md', contents: '# Talks\n\n1. One\n' };
/** False for a superuser, who may write everything. */
const obeysPermissions = process.getuid?.() !== 0;

function write(root: string, outputs: readonly Output[] = [list], inputs: string[] = []) {
	const diagnostics: Diagnostic[] = [];
	const written = writeOutputs(outputs, root, (one) => diagnostics.push(one), inputs);
	return {
		written: written.map((one) => [one.path, one.written]),
		codes: diagnostics.map(({ code }) => code),
		diagnostics,
	};
}

/** The codes that a comparison with the disk reports. */
function stale(root: string, outputs: readonly Output[]): string[] {
	const codes: string[] = [];
	staleOutputs(outputs, root, ({ code }) => codes.push(code));
	return codes;
}

describe('writeOutputs', () => {
	it('creates missing folders', () => {
		const root = folderWith({});
		expect(write(root).written).toEqual([['out/list.md', true]]);
		expect(readFileSync(join(root, list.path), 'utf8')).toBe(list.contents);
	});

	it('does not touch a file with the same bytes', () => {
		const root = folderWith({ [list.path]: list.contents });
		const before = statSync(join(root, list.path));
		expect(write(root).written).toEqual([['out/list.md', false]]);
		expect(statSync(join(root, list.path)).ino).toBe(before.ino);
		expect(statSync(join(root, list.path)).mtimeMs).toBe(before.mtimeMs);
	});

	it('rewrites a file with different line endings', () => {
		const root = folderWith({ [list.path]: list.contents.replaceAll('\n', '\r\n') });
		expect(write(root).written).toEqual([['out/list.md', true]]);
	});

	it('leaves no temporary file', () => {
		const root = folderWith({ [list.path]: 'old' });
		write(root);
		expect(readdirSync(join(root, 'out'))).toEqual(['list.md']);
	});

	it.each(['old', list.contents])('removes temporary files of processes that ended, and nothing else', (text) => {
		const ended = spawnSync(process.execPath, ['--version']).pid;
		const names = [
			...[`.list.md.${ended}~`, `.list.md.${process.ppid}~`, `.other.md.${ended}~`, 'list.md~', '.list.md.swp'],
			...[`.list.md.~${ended}~`, `.list.md.0${ended}~`, '.list.md.20261130120000~', `list.md.${ended}~`],
		];
		const root = folderWith({ [list.path]: text, ...Object.fromEntries(names.map((name) => [`out/${name}`, 'x'])) });
		write(root);
		expect(readdirSync(join(root, 'out')).sort()).toEqual(['list.md', ...names.slice(1)].sort());
	});

	it('does not write through a link at the path of its temporary file', () => {
		const root = folderWith({ [list.path]: 'old', 'mine.txt': 'mine' });
		symlinkSync('../mine.txt', join(root, `out/.list.md.${process.pid}~`));
		write(root);
		expect(readFileSync(join(root, 'mine.txt'), 'utf8')).toBe('mine');
		expect(readFileSync(join(root, list.path), 'utf8')).toBe(list.contents);
	});

	it('does not replace or wait for a pipe, a device or an open file', () => {
		const root = folderWith({});
		spawnSync('mkfifo', [join(root, 'pipe.md')]);
		symlinkSync('/dev/null', join(root, 'null.md'));
		symlinkSync('/dev/stdout', join(root, 'stdout.md'));
		const paths = [...(existsSync(join(root, 'pipe.md')) ? ['pipe.md'] : []), 'null.md', 'stdout.md', '/dev/null'];
		for (const path of paths)
			expect(write(root, [list, { path, contents: 'x' }])).toMatchObject({ written: [], codes: ['output/foreign'] });
		expect(statSync('/dev/null').isCharacterDevice()).toBe(true);
		expect(existsSync(join(root, list.path))).toBe(false);
	});

	it('keeps an output within its folders, when a link changes after the build', () => {
		const root = folderWith({ 'project/x': '', 'other/list.md': 'mine' });
		const within = [join(root, 'project')];
		const outputs = [
			{ path: 'project/a.md', contents: 'A', within },
			{ path: 'project/out/list.md', contents: 'B', within },
		];
		symlinkSync('../other', join(root, 'project/out'));
		expect(write(root, outputs)).toMatchObject({ written: [], codes: ['config/outside'] });
		expect(stale(root, outputs)).toEqual(['output/stale', 'config/outside']);
		expect(readFileSync(join(root, 'other/list.md'), 'utf8')).toBe('mine');
		expect(existsSync(join(root, 'project/a.md'))).toBe(false);
	});

	it('keeps a binary file within its folders, too', () => {
		const root = folderWith({ 'project/x': '', 'other/cv.pdf': 'mine' });
		symlinkSync('../other/cv.pdf', join(root, 'project/cv.pdf'));
		const codes: string[] = [];
		const output = { path: 'project/cv.pdf', within: [join(root, 'project')] };
		expect(writeBytes(output, Buffer.from('PDF'), root, ({ code }) => codes.push(code))).toEqual([]);
		expect([codes, readFileSync(join(root, 'other/cv.pdf'), 'utf8')]).toEqual([['config/outside'], 'mine']);
	});

	it('removes an obsolete page only if it is a file in its folders', () => {
		const page = '<meta name="generator" content="Bibfolio work" />';
		const root = folderWith({ 'out/works/old.html': page, 'other/page.html': page, 'other/more.html': page });
		symlinkSync('../../other/page.html', join(root, 'out/works/link.html'));
		symlinkSync('../other', join(root, 'out/folder'));
		const obsolete = (path: string, within: string[]) => write(root, [{ path, contents: '', obsolete: true, within }]);
		const out = [join(root, 'out')];
		expect(obsolete('out/works/old.html', out).written).toEqual([['out/works/old.html', true]]);
		expect(obsolete('out/folder/more.html', out)).toMatchObject({ written: [], codes: ['config/outside'] });
		expect(obsolete('out/works/link.html', out)).toMatchObject({ written: [], codes: ['config/outside'] });
		expect(obsolete('out/works/link.html', [root])).toMatchObject({ written: [], codes: [] });
		expect(readdirSync(join(root, 'other')).sort()).toEqual(['more.html', 'page.html']);
		expect(readdirSync(join(root, 'out/works'))).toEqual(['link.html']);
	});

	it.runIf(existsSync('/proc/self/fd'))('reports a folder in which the system allows no files', () => {
		const { written, codes } = write('/', [{ path: 'proc/bibfolio/x/list.md', contents: '' }]);
		expect([written, codes]).toEqual([[], ['output/unwritable']]);
	});

	it('removes the folders it created for a file that fails', () => {
		const root = folderWith({ 'a/x': '' });
		expect(write(root, [{ path: `a/b/c/${'x'.repeat(300)}.md`, contents: '' }]).codes).toEqual(['output/unwritable']);
		expect(readdirSync(join(root, 'a'))).toEqual(['x']);
	});

	it('writes to the target of a symbolic link', () => {
		const root = folderWith({ 'site/list.md': 'old', 'out/.keep': '' });
		symlinkSync('../site/list.md', join(root, list.path));
		write(root);
		expect(readFileSync(join(root, 'site/list.md'), 'utf8')).toBe(list.contents);
	});

	it('writes outside the project, into the folder of a site next to it', () => {
		const root = join(folderWith({ 'papers/papers.bib': '' }), 'papers');
		const path = '../website/_includes/papers.html';
		expect(write(root, [{ path, contents: 'A' }]).written).toEqual([[path, true]]);
		expect(readFileSync(join(root, path), 'utf8')).toBe('A');
	});

	it('keeps the permissions of the file', () => {
		const root = folderWith({ [list.path]: 'old' });
		chmodSync(join(root, list.path), 0o640);
		write(root);
		expect(statSync(join(root, list.path)).mode & 0o777).toBe(0o640);
	});

	it('writes nothing if one path is a folder', () => {
		const root = folderWith({ 'b/x': '' });
		const { written, codes } = write(root, [list, { path: 'b', contents: '' }]);
		expect([written, codes]).toEqual([[], ['output/foreign']]);
		expect(existsSync(join(root, list.path))).toBe(false);
	});

	it('never overwrites a file that the build read, whatever its path looks like', () => {
		const root = folderWith({ 'papers.bib': '@book{a}' });
		symlinkSync('papers.bib', join(root, 'alias.md'));
		for (const path of ['papers.bib', './x/../papers.bib', join(root, 'papers.bib'), 'alias.md']) {
			expect(write(root, [{ path, contents: 'gone' }], ['papers.bib']).codes).toEqual(['output/foreign']);
		}
		expect(readFileSync(join(root, 'papers.bib'), 'utf8')).toBe('@book{a}');
	});

	it('reports a path that contains a file as a folder', () => {
		const root = folderWith({ out: 'a file' });
		const { codes, diagnostics } = write(root);
		expect(codes).toEqual(['output/unwritable']);
		expect(diagnostics[0]?.message).toContain('is a file, not a folder');
	});

	it.runIf(obeysPermissions)('keeps and reports the old file in a read-only folder', () => {
		const root = folderWith({ [list.path]: 'old' });
		chmodSync(join(root, 'out'), 0o555);
		expect(write(root).codes).toEqual(['output/unwritable']);
		expect(readFileSync(join(root, list.path), 'utf8')).toBe('old');
		expect(readdirSync(join(root, 'out'))).toEqual(['list.md']);
		chmodSync(join(root, 'out'), 0o755);
	});

	it.runIf(obeysPermissions)('does not replace a read-only file', () => {
		const root = folderWith({ [list.path]: 'old' });
		chmodSync(join(root, list.path), 0o444);
		expect(write(root).codes).toEqual(['output/unwritable']);
		expect(readFileSync(join(root, list.path), 'utf8')).toBe('old');
	});

	it('writes the other files if one fails', () => {
		const root = folderWith({});
		mkdirSync(join(root, 'out'));
		const long = { path: `out/${'x'.repeat(300)}.md`, contents: '' };
		const { written, codes } = write(root, [long, list]);
		expect([written, codes]).toEqual([[['out/list.md', true]], ['output/unwritable']]);
	});
});

describe('staleOutputs', () => {
	function staleIn(files: Record<string, string>) {
		const diagnostics: Diagnostic[] = [];
		const paths = staleOutputs([list], folderWith(files), (one) => diagnostics.push(one));
		return { paths, diagnostics };
	}

	it('accepts a file with the same bytes', () => {
		expect(staleIn({ [list.path]: list.contents })).toEqual({ paths: [], diagnostics: [] });
	});

	it('reports a missing file', () => {
		const { paths, diagnostics } = staleIn({});
		expect([paths, diagnostics.map(({ code, span }) => [code, span])]).toEqual([
			[list.path],
			[['output/stale', undefined]],
		]);
	});

	it.each([
		['# Talks\n\n1. Two\n', 3, '"1. One"'],
		['# Talks\n', 2, 'nothing'],
		['', 1, '"# Talks"'],
		['# Talks\n\n1. One\n2. Two\n', 4, 'nothing'],
	])('shows the first line that differs: %j', (text, line, expected) => {
		const { diagnostics } = staleIn({ [list.path]: text });
		expect(diagnostics[0]?.span && placeOf(diagnostics[0].span).line).toBe(line);
		expect(diagnostics[0]?.message).toContain(`expected ${expected} here`);
	});

	it('recognizes line endings that Git has converted', () => {
		const { diagnostics } = staleIn({ [list.path]: list.contents.replaceAll('\n', '\r\n') });
		expect(diagnostics.map(({ message, hint }) => `${message} ${hint}`)[0]).toMatch(/line endings.*gitattributes/);
	});
});

describe('signals', () => {
	it('take effect after an uninterrupted task', async () => {
		const order: string[] = [];
		const stop = () => order.push('stopped');
		process.on('SIGHUP', stop);
		deferSignals(() => {
			process.kill(process.pid, 'SIGHUP');
			order.push('done');
		});
		await new Promise((resolve) => setTimeout(resolve, 50));
		process.off('SIGHUP', stop);
		expect(order).toEqual(['done', 'stopped']);
		expect(process.listenerCount('SIGHUP')).toBe(0);
	});
});
