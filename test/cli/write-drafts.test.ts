import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeToFiles } from '../../src/cli/write-drafts.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { type Draft, draft } from '../../src/editing/drafts/draft.ts';
import { loadProject, type Project } from '../../src/project/project.ts';
import { folderWith } from '../folder.ts';

const article = draft(
	'article',
	new Map([
		['author', 'Noether, Emmy'],
		['title', 'Invariants'],
		['journaltitle', 'Nachrichten'],
		['date', '1918'],
	]),
);
const talk = draft(
	'inproceedings',
	new Map([
		['author', 'Weyl, Hermann'],
		['title', 'Raum'],
		['booktitle', 'Proceedings of Zeit'],
		['date', '1919'],
	]),
);
const files = {
	'articles.bib': '@article{a, author={Klein, Felix}, title={A}, journal={J}, year=1900}\n',
	'talks.bib': '@inproceedings{t, author={Klein, Felix}, title={T}, booktitle={Proceedings of P}, year=1901}\n',
};

function projectIn(folder: string): Project {
	return loadProject(null, folder, {}, () => {}) ?? expect.fail('no project');
}

async function write(folder: string, drafts: readonly Draft[], dryRun = false) {
	const problems: Diagnostic[] = [];
	const options = { cwd: folder, 'dry-run': dryRun };
	const additions = await writeToFiles(drafts, projectIn(folder), options, (problem) => problems.push(problem));
	return { additions, problems };
}

describe('new entries', () => {
	it('go into the file with others of their kind, each', async () => {
		const folder = folderWith(files);
		const { additions } = await write(folder, [talk, article]);
		expect(additions.map(({ file }) => file.path)).toEqual(['talks.bib', 'articles.bib']);
		expect(readFileSync(join(folder, 'articles.bib'), 'utf8')).toContain('Invariants');
		expect(readFileSync(join(folder, 'talks.bib'), 'utf8')).toContain('Raum');
	});

	it('get different keys in different files, in a dry run too', async () => {
		const folder = folderWith({ ...files, 'bibfolio.yaml': 'library: "*.bib"\nadd: {key: year}\n' });
		const twin = draft('inproceedings', new Map([...talk.fields, ['date', '1918']]));
		for (const dryRun of [true, false]) {
			const { additions } = await write(folder, [article, twin], dryRun);
			expect(additions.flatMap(({ added }) => added.map(({ key }) => key))).toEqual(['1918', '1918a']);
		}
	});

	it('that are two versions of a work go into one file, and name each other by their keys', async () => {
		const folder = folderWith(files);
		const published = { ...article, key: 'item-1' };
		const fields = new Map([
			['author', 'Noether, Emmy'],
			['title', 'Invariants'],
			['date', '1917'],
			['eprint', '1706.03762'],
			['eprinttype', 'arxiv'],
			['related', 'item-1'],
			['relatedtype', 'preprintof'],
		]);
		const { additions } = await write(folder, [{ ...draft('online', fields), key: 'item-2' }, published]);
		expect(additions.map(({ file, added }) => [file.path, added.length])).toEqual([['articles.bib', 2]]);
		const [preprint, entry] = additions[0]?.added ?? [];
		expect(preprint?.text).toMatch(new RegExp(`related *= *\\{${entry?.key}\\}`));
	});

	it('are the only change of a library in any encoding, with any line ends and in any layout', async () => {
		const entry = fc.record({
			title: fc.constantFrom('Über Räume', 'A {B}rief', 'x'),
			year: fc.integer({ min: 1900, max: 2030 }),
			layout: fc.nat(2),
		});
		const layouts = [
			(key: string, title: string, year: number) =>
				`@article{${key},\n  author = {Klein, F.},\n  title = {${title}},\n  year = {${year}}\n}\n`,
			(key: string, title: string, year: number) =>
				`@ARTICLE{${key}, Author="Klein, F.", Title="${title}", Year=${year}}`,
			(key: string, title: string, year: number) =>
				`@comment{c} junk\n@misc(${key},\n\ttitle={${title}}, % no\n\tyear=${year},\n)\n`,
		];
		await fc.assert(
			fc.asyncProperty(
				fc.array(entry, { maxLength: 4 }),
				fc.constantFrom('utf8', 'latin1', 'utf16le'),
				fc.constantFrom('\n', '\r\n'),
				fc.subarray([article, talk], { minLength: 1 }),
				async (entries, encoding, lineEnd, drafts) => {
					const text = entries
						.map(({ title, year, layout }, index) => layouts[layout]?.(`k${index}`, title, year))
						.join('\n');
					const mark = encoding === 'utf16le' ? '\ufeff' : '';
					const before = Buffer.from(mark + text.replaceAll('\n', lineEnd), encoding as BufferEncoding);
					const folder = folderWith({ 'papers.bib': '', 'bibfolio.yaml': 'library: papers.bib\n' });
					writeFileSync(join(folder, 'papers.bib'), before);
					const { additions, problems } = await write(folder, drafts);
					const after = readFileSync(join(folder, 'papers.bib'));
					expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
					expect(additions[0]?.added).toHaveLength(drafts.length);
					expect(isSubsequence(before, after)).toBe(true);
					// A second time, nothing is new.
					const again = await write(folder, drafts);
					expect(again.additions[0]?.added).toEqual([]);
					expect(readFileSync(join(folder, 'papers.bib')).equals(after)).toBe(true);
					expect(readdirSync(folder).sort()).toEqual(['bibfolio.yaml', 'papers.bib']);
				},
			),
			{ numRuns: 25 },
		);
	});
});

function isSubsequence(part: Buffer, whole: Buffer): boolean {
	let at = 0;
	for (const byte of whole) if (byte === part[at]) at++;
	return at === part.length;
}
