import { describe, expect, it } from 'vitest';
import { source } from '../../src/diagnostics/source.ts';
import { splitBlocks } from '../../src/library/syntax/blocks.ts';
import { read } from './reading.ts';

// Each would take minutes if any of it were quadratic; the test's own time limit is the assertion.
const many = 10_000;

describe('hostile text is read in linear time:', () => {
	it.each([
		['unclosed entries', '@a{'],
		['unclosed entries on lines', '@a{\n'],
		['unclosed entries with keys', '@a{k,\n'],
		['unclosed values', '@a{k,{\n'],
		['unclosed fields', '@a{k,x={\n'],
		['unclosed quotes', '@a{k,x="\n'],
		['unclosed parentheses', '@a(k,x={\n'],
		['unclosed comments', '@comment{\n'],
		['unclosed comments in parentheses', '@comment(\n'],
		['unclosed macros', '@string{a={\n'],
		['surplus braces', '@a{k,},x={}'],
		['surplus braces and unclosed values', '-@a{k,},x={'],
		['surplus braces and unclosed quotes', '-@a{k,},x="'],
		['@', '@'],
		['@ and spaces', '@ '],
		['commas', '@a{k,,,,'],
		['comments', '@a{k, % '],
		['addresses', 'a@b.c '],
		['lost @s', 'article{'],
		['empty lines', '\n'],
		['copies', '@a{k, x={y}}\n'],
	])('%s', (_, text) => {
		const { library } = read(text.repeat(many));
		expect(library.entries.length).toBeLessThanOrEqual(1);
	});

	it('braces that close at the very end', () => {
		expect(read('@a{k,x={\n'.repeat(many) + '}'.repeat(2 * many)).keys).toEqual(['k']);
	});

	it('a value of pieces', () => {
		expect(read(`@a{k, x = ${'{y} # '.repeat(many)} {z}}`).library.entries[0]?.fields.get('x')?.value).toHaveLength(
			many + 1,
		);
	});

	it('macros that all come later', () => {
		const text = Array.from({ length: many }, (_, i) => `@string{a${i} = a${i + 1} # "x"}`).join('\n');
		expect(read(`${text}@misc{k, title = a0}`).keys).toEqual(['k']);
	});

	it('a file of one line of braces', () => {
		expect(splitBlocks(source('a.bib', '{'.repeat(many)))).toHaveLength(1);
	});
});
