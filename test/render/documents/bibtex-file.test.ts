import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.ts';
import { source } from '../../../src/diagnostics/source.ts';
import type { Entry } from '../../../src/library/entry.ts';
import { publishedBlocks } from '../../../src/library/published-bibtex.ts';
import { readLibrary } from '../../../src/library/read-library.ts';
import { bibtexFile } from '../../../src/render/documents/bibtex-file.ts';

/** The file of some of the works, as the page saves it. */
function fileOf({ text, lengths, works }: ReturnType<typeof bibtexFile>, indices: readonly number[]): string {
	const wanted = new Set(indices.flatMap((index) => works[index] ?? []));
	let start = 0;
	return lengths
		.flatMap((length, index) => {
			const block = text.slice(start, start + length);
			start += length + 2;
			return wanted.has(index) ? [block] : [];
		})
		.join('\n\n');
}

function entriesIn(bib: string): ReadonlyMap<string, Entry> {
	const reported: Diagnostic[] = [];
	const { entries } = readLibrary([source('test.bib', bib)], (diagnostic) => reported.push(diagnostic));
	expect(reported.filter(({ severity }) => severity === 'error')).toEqual([]);
	return new Map(entries.map((entry) => [entry.key, entry]));
}

/** The values of an entry's own and inherited fields, with macros expanded. */
function valuesOf(entry: Entry | undefined): Readonly<Record<string, string>> {
	return Object.fromEntries([...(entry?.fields ?? [])].map(([name, { value }]) => [name, value]));
}

const blocksOf = (entry: Entry) => publishedBlocks(entry, []);

test('writes each macro once, and parents last', () => {
	const entries = entriesIn(
		`@string{ml = {Machine Learning}}
@article{a, title = {A}, journal = ml}
@inproceedings{b, title = {B}, crossref = {p}}
@proceedings{p, title = {P}, series = ml}
@article{c, title = {C}, journal = ml}`,
	);
	const { text, works } = bibtexFile([...entries.values()].map(blocksOf));
	expect(text.match(/@\w+\{\w+/g)).toEqual([
		'@string{ml',
		'@article{a',
		'@inproceedings{b',
		'@article{c',
		'@proceedings{p',
	]);
	expect(works).toEqual(
		[
			[0, 1],
			[0, 2, 4],
			[4, 0],
			[0, 3],
		].map((indices) => expect.arrayContaining(indices)),
	);
});

test('repeats a macro that was redefined, also for a parent', () => {
	const file = bibtexFile([
		['@string{x = {1}}', '@misc{a, crossref = {p}}', '@book{p, title = x}'],
		['@string{x = {2}}', '@misc{b, title = x}'],
	]);
	expect(valuesOf(entriesIn(file.text).get('p'))).toEqual({ title: '1' });
	expect(valuesOf(entriesIn(file.text).get('b'))).toEqual({ title: '2' });
});

test('is empty without BibTeX', () => {
	expect(bibtexFile([[], []])).toEqual({ text: '', lengths: [], works: [[], []] });
});

/** Blocks of a library: definitions of two macros, entries that use them, children and parents. */
const libraries = fc
	.array(
		fc.record({
			macro: fc.constantFrom('x', 'y'),
			redefines: fc.boolean(),
			parent: fc.option(fc.nat(2), { nil: null }),
		}),
		{ minLength: 1, maxLength: 8 },
	)
	.map((works) => {
		const parents = new Set(works.flatMap(({ parent }) => parent ?? []));
		return [
			'@string{x = "x"}\n@string{y = "y"}',
			...works.map(({ macro, redefines, parent }, index) => {
				const crossref = parent === null ? '' : `, crossref = {p${parent}}`;
				const definition = redefines ? `@string{${macro} = {${macro} of ${index}}}\n` : '';
				return `${definition}@inproceedings{w${index}, title = {Work ${index}}, note = ${macro}${crossref}}`;
			}),
			...[...parents].map(
				(parent) => `@proceedings{p${parent}, title = {Proceedings ${parent}}, year = ${2000 + parent}}`,
			),
		].join('\n');
	});

test('any of the works are a library with these works, their macros and their parents', () => {
	fc.assert(
		fc.property(libraries, fc.array(fc.nat(10)), (bib, chosen) => {
			const library = [...entriesIn(bib).values()];
			const indices = chosen.filter((index) => index < library.length);
			const works = indices.map((index) => library[index] as Entry);
			const saved = entriesIn(fileOf(bibtexFile(library.map(blocksOf)), indices));
			const wanted = new Map([...works, ...works.flatMap(({ parents }) => parents)].map((entry) => [entry.key, entry]));
			expect([...saved.keys()].sort()).toEqual([...wanted.keys()].sort());
			for (const [key, entry] of wanted) expect(valuesOf(saved.get(key))).toEqual(valuesOf(entry));
		}),
		{ numRuns: 60 },
	);
});
