import {
	chmodSync,
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	statSync,
	symlinkSync,
	utimesSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { placeOf } from '../../src/diagnostics/source-place.ts';
import { deferSignals } from '../../src/output/atomic-write.ts';
import { staleOutputs } from '../../src/output/stale-outputs.ts';
import { writeOutputs } from '../../src/output/write-outputs.ts';
import { folderWith } from '../folder.ts';

const list = { path: 'out/list.md', contents: '# Talks\n\n1. One\n' };
/** False for a superuser, who may write everything. */
const obeysPermissions = process.getuid?.() !== 0;

function write(root: string, outputs = [list], inputs: string[] = []) {
	const diagnostics: Diagnostic[] = [];
	const written = writeOutputs(outputs, root, (one) => diagnostics.push(one), inputs);
	return {
		written: written.map((one) => [one.path, one.written]),
		codes: diagnostics.map(({ code }) => code),
		diagnostics,
	};
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

	it('removes old temporary files of killed processes, and nothing else', () => {
		const names = ['.list.md.123~', '.list.md.124~', '.other.md.123~', 'list.md~', '.list.md.swp'];
		const root = folderWith({ [list.path]: 'old', ...Object.fromEntries(names.map((name) => [`out/${name}`, 'x'])) });
		for (const name of names) if (name !== '.list.md.124~') utimesSync(join(root, 'out', name), 1e9, 1e9);
		write(root);
		expect(readdirSync(join(root, 'out')).sort()).toEqual(['list.md', ...names.slice(1)].sort());
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
	function stale(files: Record<string, string>) {
		const diagnostics: Diagnostic[] = [];
		const paths = staleOutputs([list], folderWith(files), (one) => diagnostics.push(one));
		return { paths, diagnostics };
	}

	it('accepts a file with the same bytes', () => {
		expect(stale({ [list.path]: list.contents })).toEqual({ paths: [], diagnostics: [] });
	});

	it('reports a missing file', () => {
		const { paths, diagnostics } = stale({});
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
		const { diagnostics } = stale({ [list.path]: text });
		expect(diagnostics[0]?.span && placeOf(diagnostics[0].span).line).toBe(line);
		expect(diagnostics[0]?.message).toContain(`expected ${expected} here`);
	});

	it('recognizes line endings that Git has converted', () => {
		const { diagnostics } = stale({ [list.path]: list.contents.replaceAll('\n', '\r\n') });
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
