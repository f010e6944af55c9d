import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TextIssue } from '../../src/latex/latex-reader.ts';
import { parseLatex } from '../../src/latex/parse-latex.ts';
import { plainText } from '../../src/latex/plain-text.ts';
import type { RichText } from '../../src/latex/rich-text.ts';
import { toLatex } from '../../src/latex/write-latex.ts';
import { latexValue } from './arbitrary.ts';
import { drawn, fixtureFiles, shown } from './fixture.ts';

describe.each(fixtureFiles('latex'))('LaTeX values: $name', ({ cases }) => {
	it.each(cases)('$input', ({ input, expected }) => {
		const issues: TextIssue[] = [];
		const tree = parseLatex(input, {}, (issue) => issues.push(issue));
		expect([drawn(tree)]).toEqual(expected.get('='));
		if (expected.has('p')) expect([shown(plainText(tree))]).toEqual(expected.get('p'));
		const told = issues.map(({ code, command, start, end }) =>
			command === null ? `${code.slice(5)} ${input.slice(start, end)}` : input.slice(start, end),
		);
		expect(told).toEqual(expected.get('!') ?? []);

		const written = toLatex(tree);
		expect(toLatex(parseLatex(written))).toBe(written);
	});
});

describe('parseLatex', () => {
	it('gives nothing for nothing', () => {
		expect(parseLatex('')).toEqual([]);
		expect(parseLatex(' \n ')).toEqual([]);
		expect(parseLatex('{}')).toEqual([]);
	});

	it('never throws, and every text is composed and free of white space in runs', () => {
		fc.assert(
			fc.property(latexValue, (value) => {
				const text = texts(parseLatex(value)).join('');
				expect(text).not.toMatch(/[\t\n\r]| {2}|^ | $/);
				for (const one of texts(parseLatex(value))) expect(one).toBe(one.normalize('NFC'));
			}),
			{ numRuns: 1000 },
		);
	});

	it('reads Latin letters as any others, which are composed and looked through for what shows nothing', () => {
		const latin = fc.integer({ min: 0x20, max: 0x2ff }).map((code) => String.fromCodePoint(code));
		const further = fc.constantFrom(...'ạệẛỳ–—’“”…'.split(''), '\u0301', '\u00ad', '--', '  ');
		fc.assert(
			fc.property(fc.array(fc.oneof(latin, further), { maxLength: 12 }), (characters) => {
				const value = characters.join('');
				// The word joiner is taken out.
				expect(parseLatex(value)).toEqual(parseLatex(`${value}\u2060`));
			}),
			{ numRuns: 1000 },
		);
	});

	it('reads a run of characters as it reads each by itself', () => {
		const characters = fc.constantFrom(...'ab5-,>?!" é–\u0301😀'.split(/(?:)/u));
		fc.assert(
			fc.property(fc.array(characters, { maxLength: 12 }), (all) => {
				fc.pre(!/([-,>])\1/.test(all.join('')));
				expect(parseLatex(all.join(''))).toEqual(parseLatex(all.join('{}')));
			}),
			{ numRuns: 1000 },
		);
	});

	it('reads back what it writes', () => {
		fc.assert(
			fc.property(latexValue, (value) => {
				const once = toLatex(parseLatex(value));
				expect(toLatex(parseLatex(once))).toBe(once);
			}),
			{ numRuns: 1000 },
		);
	});

	it('says where it found something, in the value', () => {
		fc.assert(
			fc.property(latexValue, (value) => {
				parseLatex(value, {}, ({ start, end, command }) => {
					expect(start).toBeGreaterThanOrEqual(0);
					expect(end).toBeLessThanOrEqual(value.length);
					if (command !== null) expect(value.slice(start, end)).toBe(command);
				});
			}),
		);
	});

	it('reads nesting of any depth', () => {
		for (const opening of [
			'{',
			'\\emph{',
			'\\textbf{\\emph{',
			'{\\bf ',
			'<i>',
			'\\foo{',
			"\\'{",
			'{<b>',
			'\\enquote{',
		]) {
			const depth = 5000;
			const tree = parseLatex(`${opening.repeat(depth)}x${'}'.repeat(depth)}`);
			expect(plainText(tree)).toContain('x');
			expect(plainText(parseLatex(toLatex(tree)))).toContain('x');
		}
	});

	it('reads long runs of anything hostile', () => {
		for (const piece of ['{', '$', '$ {', '\\(', '<i>', '<a b="', '\\foo[', '\\footnote{', '&#', '\\textless', "\\'"]) {
			const tree = parseLatex(piece.repeat(Math.floor(100_000 / piece.length)));
			expect(Array.isArray(tree)).toBe(true);
		}
	});
});

/** Every text of a tree, in order; mathematics stands as its sign. */
function texts(tree: RichText): string[] {
	return tree.flatMap((node) =>
		node.type === 'text' ? [node.value] : node.type === 'math' ? ['$'] : texts(node.children),
	);
}
