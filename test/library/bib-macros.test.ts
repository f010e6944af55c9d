import { describe, expect, it } from 'vitest';
import { fieldsOf, pointedAt, read } from './reading.ts';

const titles = (...texts: string[]) => read(...texts).library.entries.map((entry) => entry.fields.get('title')?.value);

describe('a macro', () => {
	it.each([
		['is put in', ['@string{m = "M"} @misc{a, title = m}'], ['M']],
		['is found in any case', ['@STRING{Foo = "M"} @misc{a, title = fOO}'], ['M']],
		['is found after its use', ['@misc{a, title = m} @string{m = "M"}'], ['M']],
		['is found in another file', ['@misc{a, title = m}', '@string{m = "M"}'], ['M']],
		['may be made of others', ['@string{a = "A"} @string{b = a # {-} # a} @misc{a, title = b # "!"}'], ['A-A!']],
		['may be made of later ones', ['@string{b = a} @string{a = "A"} @misc{a, title = b}'], ['A']],
		['may stand with others in one block', ['@string{m = "M", n = "N"} @misc{a, title = m # n}'], ['MN']],
		['may hide a built-in one', ['@string{jan = "Januar"} @misc{a, title = jan}'], ['Januar']],
		['may build on a built-in one', ['@string{jan = "1. " # jan} @misc{a, title = jan}'], ['1. January']],
		['may have a dot in its name', ['@string{j.phys = "J. Phys."} @misc{a, title = j.phys}'], ['J. Phys.']],
		['keeps the space at its edges between pieces', ['@string{m = "M "} @misc{a, title = m # "N"}'], ['M N']],
	])('%s', (_, texts, expected) => {
		expect(titles(...texts)).toEqual(expected);
	});

	it('has its value at each place if it is redefined', () => {
		const { library, codes, diagnostics } = read(
			'@string{m = "one"} @misc{a, title = m} @string{m = m # " two"} @misc{b, title = m}',
		);
		expect(library.entries.map((entry) => fieldsOf(entry)['title'])).toEqual(['one', 'one two']);
		expect(library.macros.get('m')?.value).toBe('one two');
		expect(codes).toEqual(['bib/redefined-macro']);
		expect(diagnostics[0]?.related).toHaveLength(1);
	});

	it('may be defined twice with the same value', () => {
		expect(read('@string{m = "M"}', '@string{M = {M}} @misc{a, title = m}').codes).toEqual([]);
	});

	it('that is undefined yields its name and a warning with the closest macro', () => {
		const { library, codes, diagnostics, places } = read(
			'@string{neurips = "NeurIPS"}\n@misc{a,\n  title = neurisp # { 33}}',
		);
		expect(fieldsOf(library.entries[0])).toEqual({ title: 'neurisp 33' });
		expect([codes, places]).toEqual([['bib/undefined-macro'], ['3:11']]);
		expect(diagnostics[0]?.hint).toContain('neurips');
		expect(diagnostics.map(pointedAt)).toEqual(['neurisp']);
	});

	it('that uses itself is undefined', () => {
		expect(read('@string{m = n} @string{n = m} @misc{a, title = m}').codes).toContain('bib/undefined-macro');
	});

	it('that doubles itself sixty times stays bounded', () => {
		const doubling = Array.from({ length: 60 }, (_, i) => `@string{a${i + 1} = a${i} # a${i}}`).join('\n');
		const [title = ''] = titles(`@string{a0 = "0123456789"}\n${doubling}\n@misc{a, title = a60}`);
		expect(title?.length).toBeLessThan(3_000_000);
	});

	it('that is redefined thousands of times has the value of its last definition before each entry', () => {
		const count = 10_000;
		const blocks = Array.from({ length: count }, (_, i) => `@string{m = "v${i}"} @misc{k${i}, title = m}`);
		const values = titles(blocks.join('\n'));
		expect(values).toHaveLength(count);
		expect(values.every((value, i) => value === `v${i}`)).toBe(true);
	});

	it('at the end of a long chain is resolved for each entry that names a part of it', () => {
		const length = 6000;
		const chain = Array.from({ length }, (_, i) => `@string{m${i + 1} = m${i}} @misc{k${i}, title = m${i}}`);
		const { library } = read(`@string{m0 = "M"}\n${chain.join('\n')}`);
		expect(library.entries.every(({ fields }) => fields.get('title')?.value === 'M')).toBe(true);
		expect(library.entries.at(-1)?.macros).toEqual([`m${length - 1}`]);
	});

	it('is listed by the entries that name it', () => {
		const { library } = read('@string{a = "A"} @string{b = a} @misc{x, title = b, note = a} @misc{y, title = b}');
		expect(library.entries.map(({ macros }) => macros)).toEqual([['b', 'a'], ['b']]);
	});

	it('is text in braces', () => {
		expect(titles('@string{m = "M"} @misc{a, title = {m}}')).toEqual(['m']);
	});
});

describe('a preamble', () => {
	it('has its value with macros resolved', () => {
		const { library, codes } = read('@string{n = "noopsort"} @preamble{ "\\def\\" # n # "#1{}" } @preamble({x})');
		expect([library.preambles, codes]).toEqual([['\\def\\noopsort#1{}', 'x'], []]);
	});

	it('may be empty', () => {
		expect(read('@preamble{}').library.preambles).toEqual(['']);
	});
});
