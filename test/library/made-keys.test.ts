import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fieldsOf, read } from './reading.ts';

const keysOf = (...texts: string[]) => read(...texts).keys;
const noether = '@article{, author = {Noether, Emmy}, title = {Invariante Probleme}, year = 1918}';

describe('the key of an entry without one', () => {
	it.each([
		[noether, 'noether1918invariante'],
		[
			'@Article{\n  author = {Ada Lovelace and Luigi Menabrea}, title = {The Engine}, date = {1843-09}}',
			'lovelace1843engine',
		],
		[
			'@book{, editor = {{World Health Organization}}, title = {A Report}, year = 2010}',
			'worldhealthorganization2010report',
		],
		[
			'@misc{author = {M{\\"u}ller, {\\\'A}nne}, title = {F\\"ur die \\"Okologie}}',
			'mulleroekologie'.replace('oe', 'o'),
		],
		['@misc{author = "Иванов, Иван", title = "Числа", year = "2001"}', 'ivanov2001chisla'],
		['@misc{, title = {L’Équation des ondes}, year = {in press}}', 'equation'],
		['@online{, url = {https://example.org}}', 'online'],
	])('is made from its fields: %s', (text, key) => {
		expect(keysOf(text)).toEqual([key]);
	});

	it('has a suffix if it is taken, whatever the order', () => {
		const other = noether.replace('1918}', '1918, note = {x}}');
		const keys = keysOf(noether, other);
		expect(keys).toEqual([...keysOf(other, noether)].reverse());
		expect(new Set(keys).size).toBe(2);
		for (const key of keys) expect(key).toMatch(/^noether1918invariante-[0-9a-f]{6}$/);
		expect(keysOf('@misc{Noether1918invariante, title = {X}}', noether)[1]).toMatch(/^noether1918invariante-/);
	});

	it('stays the same when other entries are added, for any of them', () => {
		const others = fc.array(
			fc.constantFrom('@misc{a, title = {A}}', '@book{, title = {B}}', '@misc{title = {C}}', '%'),
		);
		fc.assert(
			fc.property(others, others, (before, after) => {
				expect(keysOf([...before, noether, ...after].join('\n'))).toContain('noether1918invariante');
			}),
			{ numRuns: 50 },
		);
	});

	it('is kept, with its entry, when the library is read again', () => {
		const first = read(`${noether}\n@misc{a, title = {A}}`);
		const second = first.again(`@misc{b, title = {B}}\n${noether}`);
		expect(second.keys).toEqual(['b', 'noether1918invariante']);
		expect(second.library.entries[1]).toBe(first.library.entries[0]);
		const third = second.again(`@misc{noether1918invariante, title = {B}}\n${noether}`);
		expect(third.keys[1]).toMatch(/^noether1918invariante-/);
	});

	it('of an identical copy is that of the first one, and the copy is dropped', () => {
		const { keys, codes } = read(noether, noether);
		expect(keys).toEqual(['noether1918invariante']);
		expect(codes).toEqual(['bib/missing-key', 'bib/missing-key', 'bib/duplicate-key']);
	});

	it('does not cost the entry its fields or its parent', () => {
		const { library } = read(
			'@inproceedings{, title = {A}, crossref = {p}}\n@proceedings{p, title = {P}, year = 2000}',
		);
		expect(fieldsOf(library.entries[0])).toMatchObject({ title: 'A', booktitle: 'P', year: '2000' });
	});
});
