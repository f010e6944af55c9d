import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { source } from '../../src/diagnostics/source.ts';
import { readLibrary } from '../../src/library/read-library.ts';

/** Blocks that are never closed, each with the kind in its message. */
const blocks = [
	['@preamble{"x"', '@preamble'],
	['@preamble{"x" # "y"', '@preamble'],
	['@PREAMBLE ( "x"', '@preamble'],
	['@preamble{{x}', '@preamble'],
	['@preamble{"x', '@preamble'],
	['@preamble{{x', '@preamble'],
	['@string{a = "x"', '@string'],
	['@string{a = "x', '@string'],
	['@string{a = {x', '@string'],
	['@string(a = "x"', '@string'],
	['@comment{x', '@comment'],
	['@comment{x {y}', '@comment'],
	['@Comment(x', '@comment'],
	['@misc{broken, title = {x}', 'Entry'],
	['@misc{broken, title = {x', 'entry'],
	['@misc(broken, title = "x"', 'Entry'],
] as const;

const entry = (key: string) => `@article{${key},\n  title = {Work ${key}},\n}\n`;

function read(text: string) {
	const diagnostics: Diagnostic[] = [];
	const library = readLibrary([source('papers.bib', text)], (problem) => diagnostics.push(problem));
	return { keys: library.entries.map(({ key }) => key), diagnostics, library };
}

describe('A block that is never closed', () => {
	it.each(blocks)('is reported, and costs nothing before or after it: %s', (block, name) => {
		for (const after of [entry('next'), '', `@string{b = "y"}\n${entry('next')}`, `${block}\n${entry('next')}`]) {
			const { keys, diagnostics } = read(`${entry('first')}${block}\n${after}`);
			const expected = ['first', ...(after === '' ? [] : ['next'])];
			expect(keys.filter((key) => key !== 'broken')).toEqual(expected);
			const [problem] = diagnostics;
			expect(diagnostics.map(({ code }) => code)).toContain(problem?.code);
			expect(problem?.code).toMatch(/^bib\/unclosed-(?:entry|value)$/);
			expect(problem?.severity).toBe('error');
			expect(problem?.message).toContain(name);
			expect(problem?.hint).toBeTruthy();
			expect(problem?.span && read.length && problem.span.source.path).toBe('papers.bib');
		}
	});

	it.each([
		'@comment',
		'@comment x',
		'@comment{x}',
		'@comment(x)',
		'@preamble{}',
		'@preamble{"x"}',
		'@string{a = "x"}',
	])('is not %s', (block) => {
		expect(read(`${block}\n${entry('next')}`).diagnostics).toEqual([]);
	});

	it('keeps the text of a preamble and the macros of a @string', () => {
		const { library } = read(`@preamble{"x"\n@string{a = "y"\n${entry('next')}`);
		expect(library.preambles).toEqual(['x']);
		expect(library.macros.get('a')).toBeDefined();
	});
});
