import { describe, expect, it } from 'vitest';
import { source } from '../../src/diagnostics/source.ts';
import { splitBlocks } from '../../src/library/syntax/blocks.ts';
import { read } from './reading.ts';

// Quadratic code would take minutes. The time limit of the test is the assertion.
const many = 10_000;

describe('hostile text, in linear time', () => {
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
		['extra braces', '@a{k,},x={}'],
		['extra braces and unclosed values', '-@a{k,},x={'],
		['extra braces and unclosed quotes', '-@a{k,},x="'],
		['@', '@'],
		['@ and spaces', '@ '],
		['commas', '@a{k,,,,'],
		['comments', '@a{k, % '],
		['addresses', 'a@b.c '],
		['missing @s', 'article{'],
		['empty lines', '\n'],
		['copies', '@a{k, x={y}}\n'],
	])('%s', (_, text) => {
		const { library } = read(text.repeat(many));
		expect(library.entries.length).toBeLessThanOrEqual(1);
	});

	it('braces that only close at the end', () => {
		expect(read('@a{k,x={\n'.repeat(many) + '}'.repeat(2 * many)).keys).toEqual(['k']);
	});

	it('a value of many pieces', () => {
		expect(read(`@a{k, x = ${'{y} # '.repeat(many)} {z}}`).library.entries[0]?.fields.get('x')?.value).toHaveLength(
			many + 1,
		);
	});

	it('macros that are all defined later', () => {
		const text = Array.from({ length: many }, (_, i) => `@string{a${i} = a${i + 1} # "x"}`).join('\n');
		expect(read(`${text}@misc{k, title = a0}`).keys).toEqual(['k']);
	});

	it('a file of one line of braces', () => {
		expect(splitBlocks(source('a.bib', '{'.repeat(many)))).toHaveLength(1);
	});
});
