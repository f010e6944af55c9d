import fc from 'fast-check';
import { expect, test } from 'vitest';
import { unpacked } from '../../../src/browser/page/data/unpack-data.ts';
import type { ListData, WorkData } from '../../../src/render/documents/list-data.ts';
import { packed } from '../../../src/render/documents/packed-data.ts';
import { listOf, rendered } from '../library.ts';
import { readData } from '../page-data.ts';

/** The data as the page reads it. */
function read(data: ListData): ListData {
	return unpacked(JSON.parse(JSON.stringify(packed(data)))) as ListData;
}

const text = fc.string({ minLength: 1, maxLength: 5 });
const name = fc.oneof(
	fc.record({ literal: text }),
	fc.record(
		{
			family: fc.constantFrom('Curie', 'Noether', 'constructor'),
			given: text,
			'non-dropping-particle': text,
			ORCID: text,
		},
		{ requiredKeys: ['family'] },
	),
);
const item = fc.record(
	{
		type: fc.constantFrom('book', 'thesis'),
		title: text,
		author: fc.array(name, { minLength: 1, maxLength: 3 }),
		editor: fc.array(name, { minLength: 1, maxLength: 2 }),
		issued: fc.record({ 'date-parts': fc.constant([[2020, 5]]) }),
	},
	{ requiredKeys: ['type'] },
);
const facets = fc.tuple(
	fc.nat(1),
	fc.option(fc.nat(3000)),
	fc.uniqueArray(fc.nat(1)),
	fc.uniqueArray(fc.nat(2), { maxLength: 3 }),
);
const work = fc
	.record({ key: text, facets, bibtex: fc.array(fc.nat(9)), item })
	.map(({ item, key, ...rest }): WorkData => ({ key, ...rest, csl: { id: key, 'citation-key': key, ...item } }));
const people = fc.uniqueArray(fc.constantFrom('Curie, A', 'Noether', 'constructor', 'A', 'Bohr, N'), {
	minLength: 3,
	maxLength: 3,
});

test('restores all data of a list', () => {
	fc.assert(
		fc.property(fc.dictionary(text, work), people, (works, people) => {
			const data: ListData = { kinds: [], keywords: ['k', 'l'], people, blocks: [1, 2], works } as unknown as ListData;
			expect(read(data)).toEqual({ ...data, works: { ...works } });
		}),
	);
});

/** A library like real ones: each work has its own title, some authors and journals recur, and most works have a DOI. */
function library(length: number): string {
	const next = random();
	const word = () => syllables(2 + (next() % 3), next);
	const families = Array.from({ length: length / 3 }, word);
	const journals = Array.from({ length: 40 }, () => `Journal of ${word()} and ${word()}`);
	const entries = Array.from({ length }, (_, index) => {
		const authors = Array.from({ length: 1 + (next() % 6) }, () => {
			const family = families[next() % families.length] ?? '';
			return `${capital(family)}, ${capital(word())} ${capital(word()).charAt(0)}.`;
		});
		const title = Array.from({ length: 7 + (next() % 6) }, word).join(' ');
		const fields = {
			title: capital(title),
			author: authors.join(' and '),
			journal: journals[next() % journals.length] ?? '',
			year: String(1990 + (next() % 35)),
			volume: String(next() % 90),
			number: String(1 + (next() % 12)),
			pages: `${next() % 900}--${900 + (next() % 99)}`,
			publisher: 'Example Press',
			...(next() % 4 > 0 && { doi: `10.${1000 + (next() % 40)}/${word()}.${next()}` }),
			...(next() % 3 === 0 && { url: `https://example.org/${word()}/${word()}/${next()}` }),
		};
		const lines = Object.entries(fields).map(([name, value]) => `  ${name} = {${value}},\n`);
		return `@article{${authors[0]?.split(',')[0]}${fields.year}${index},\n${lines.join('')}}`;
	});
	return entries.join('\n\n');
}

/** Pseudo-random numbers below 2^16, the same in each run (a linear congruential generator). */
function random(): () => number {
	let state = 1;
	return () => {
		state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
		return state >>> 16;
	};
}

function syllables(count: number, next: () => number): string {
	const from = (letters: string) => letters[next() % letters.length] ?? '';
	return Array.from({ length: count }, () => `${from('bdfgklmnprstvw')}${from('aeiou')}${from('nrlst ').trim()}`).join(
		'',
	);
}

function capital(word: string): string {
	return word.charAt(0).toUpperCase() + word.slice(1);
}

test('a page of real works takes at most 1.6 kB a work', () => {
	const count = 300;
	const page = rendered(listOf(library(count)), 'html-page', { look: 'title' }) ?? '';
	expect(page.match(/<li /g)).toHaveLength(count);
	const code = [...page.matchAll(/<(style|script)>.*?<\/\1>/gs)].reduce((sum, [text]) => sum + text.length, 0);
	expect((Buffer.byteLength(page) - code) / count).toBeLessThan(1600);
});

test('without BibTeX, a page has no download, and its data no blocks', () => {
	const page = rendered(listOf('@misc{a, title = {A}}'), 'html-page', { options: { bibtex: false } }) ?? '';
	const base64 = /<data [^>]*value="([^"]*)"/.exec(page)?.[1] ?? '';
	const data = readData(base64);
	expect(page).not.toContain('href="data:application/gzip');
	expect(data.blocks).toEqual([]);
	expect(data.works['a']?.csl).toMatchObject({ id: 'a', title: 'A' });
});
