import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.ts';
import { readSources } from '../../../src/library/files/read-sources.ts';

const root = mkdtempSync(join(tmpdir(), 'bibfolio-read-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
mkdirSync(join(root, 'bib', 'old'), { recursive: true });
mkdirSync(join(root, 'empty'));
for (const name of [
	'bib/talks.bib',
	'bib/Papers.bib',
	'bib/old/theses.bib',
	'bib/notes.txt',
	'bib/[draft].bib',
	'bib/.hidden.bib',
]) {
	writeFileSync(join(root, name), `% ${name}\n`);
}
symlinkSync('gone.bib', join(root, 'bib/dangling'));
mkdirSync(join(root, 'links', 'folder.bib'), { recursive: true });
writeFileSync(join(root, 'links/one.bib'), '% one\n');
symlinkSync('one.bib', join(root, 'links/two.bib'));
symlinkSync('../links', join(root, 'links/self'));
symlinkSync('loop.bib', join(root, 'loop.bib'));
mkdirSync(join(root, 'lost'));
symlinkSync('../away/papers.bib', join(root, 'lost/papers.bib'));
symlinkSync('me@machine.123', join(root, 'lost/.#papers.bib'));

function read(...patterns: string[]) {
	const diagnostics: Diagnostic[] = [];
	const sources = readSources(patterns, root, (diagnostic) => diagnostics.push(diagnostic));
	return {
		paths: sources.map(({ path }) => path),
		codes: diagnostics.map(({ code }) => code),
		hints: diagnostics.map(({ hint }) => hint),
	};
}

describe('readSources', () => {
	it.each([
		['a file', ['bib/talks.bib'], ['bib/talks.bib']],
		['a file by its whole path', [join(root, 'bib/talks.bib')], [join(root, 'bib/talks.bib')]],
		['a file with pattern characters in its name', ['bib/[draft].bib'], ['bib/[draft].bib']],
		['a pattern', ['bib/*.bib'], ['bib/Papers.bib', 'bib/[draft].bib', 'bib/talks.bib']],
		['a pattern across folders', ['bib/**/t*.bib'], ['bib/old/theses.bib', 'bib/talks.bib']],
		['a folder', ['bib'], ['bib/Papers.bib', 'bib/[draft].bib', 'bib/talks.bib']],
		['a file once, despite several and circular links to it', ['links/**/*.bib'], ['links/one.bib']],
		['files in the given order', ['bib/talks.bib', 'bib/Papers.bib'], ['bib/talks.bib', 'bib/Papers.bib']],
		[
			'each file once',
			['bib/talks.bib', 'bib/*.bib', './bib/talks.bib'],
			['bib/talks.bib', 'bib/Papers.bib', 'bib/[draft].bib'],
		],
	])('reads %s', (_, patterns, expected) => {
		expect(read(...patterns)).toMatchObject({ paths: expected, codes: [] });
	});

	it.each([
		['bib/paper.bib', 'file/missing', 'bib/Papers.bib'],
		['bib/talks', 'file/missing', 'bib/talks.bib'],
		['nowhere/talks.bib', 'file/missing', 'Check the path'],
		['bib/talks.bib/x.bib', 'file/missing', 'Check the path'],
		['bib/*.bibtex', 'file/missing', 'pattern'],
		['empty', 'file/missing', 'Name the files'],
		['loop.bib', 'file/unreadable', 'points to the file'],
		['l*p.bib', 'file/unreadable', 'points to the file'],
		['lost/papers.bib', 'file/missing', 'update or remove the link'],
		['lost/*.bib', 'file/missing', 'update or remove the link'],
		['lost', 'file/missing', 'update or remove the link'],
	])('reports %s and reads the others', (pattern, code, hint) => {
		const { paths, codes, hints } = read(pattern, 'bib/talks.bib');
		expect([paths, codes]).toEqual([['bib/talks.bib'], [code]]);
		expect(hints[0]).toContain(hint);
	});

	it('reports a folder with the name of a file, and reads the files next to it', () => {
		expect(read('links')).toEqual({
			paths: ['links/one.bib'],
			codes: ['file/unreadable'],
			hints: ['Use the path of a file; for a library, add /*.bib'],
		});
	});
});
