import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TextIssue } from '../../src/latex/latex-reader.ts';
import { parseLatex } from '../../src/latex/parse-latex.ts';
import { plainText } from '../../src/latex/plain-text.ts';
import type { RichText } from '../../src/latex/rich-text.ts';
import { toLatex } from '../../src/latex/write-latex.ts';
import { latexValue } from './arbitrary-latex.ts';
import { fixtureFiles, printTree, toVisible } from './latex-fixtures.ts';

describe.each(fixtureFiles('latex'))('LaTeX values: $name', ({ cases }) => {
	it.each(cases)('$input', ({ input, expected }) => {
		const issues: TextIssue[] = [];
		const tree = parseLatex(input, {}, (issue) => issues.push(issue));
		expect([printTree(tree)]).toEqual(expected.get('='));
		if (expected.has('p')) expect([toVisible(plainText(tree))]).toEqual(expected.get('p'));
		const reported = issues.map(({ code, command, start, end }) =>
			command === null ? `${code.slice(5)} ${input.slice(start, end)}` : input.slice(start, end),
		);
		expect(reported).toEqual(expected.get('!') ?? []);

		const written = toLatex(tree);
		expect(toLatex(parseLatex(written))).toBe(written);
	});
});

describe('parseLatex', () => {
	it('returns an empty tree for empty values', () => {
		expect(parseLatex('')).toEqual([]);
		expect(parseLatex(' \n ')).toEqual([]);
		expect(parseLatex('{}')).toEqual([]);
	});

	it('never throws and returns texts in NFC with collapsed whitespace', () => {
		fc.assert(
			fc.property(latexValue, (value) => {
				const text = texts(parseLatex(value)).join('');
				expect(text).not.toMatch(/[\t\n\r]| {2}|^ | $/);
				for (const part of texts(parseLatex(value))) expect(part).toBe(part.normalize('NFC'));
			}),
			{ numRuns: 1000 },
		);
	});

	it('treats Latin letters like other characters when composing and removing invisible ones', () => {
		const latin = fc.integer({ min: 0x20, max: 0x2ff }).map((code) => String.fromCodePoint(code));
		const further = fc.constantFrom(...'ạệẛỳ–—’“”…'.split(''), '\u0301', '\u00ad', '--', '  ');
		fc.assert(
			fc.property(fc.array(fc.oneof(latin, further), { maxLength: 12 }), (characters) => {
				const value = characters.join('');
				// The parser removes the word joiner.
				expect(parseLatex(value)).toEqual(parseLatex(`${value}\u2060`));
			}),
			{ numRuns: 1000 },
		);
	});

	it('reads several characters like each of them alone', () => {
		const characters = fc.constantFrom(...'ab5-,>?!" é–\u0301😀'.split(/(?:)/u));
		fc.assert(
			fc.property(fc.array(characters, { maxLength: 12 }), (all) => {
				fc.pre(!/([-,>])\1|"[-,>]/.test(all.join('')));
				expect(parseLatex(all.join(''))).toEqual(parseLatex(all.join('{}')));
			}),
			{ numRuns: 1000 },
		);
	});

	it('reads its own output unchanged', () => {
		fc.assert(
			fc.property(latexValue, (value) => {
				const once = toLatex(parseLatex(value));
				expect(toLatex(parseLatex(once))).toBe(once);
			}),
			{ numRuns: 1000 },
		);
	});

	it('reports problems with their offsets in the value', () => {
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

	it('reads deep nesting', () => {
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

	it('reads long hostile values', () => {
		for (const piece of ['{', '$', '$ {', '\\(', '<i>', '<a b="', '\\foo[', '\\footnote{', '&#', '\\textless', "\\'"]) {
			const tree = parseLatex(piece.repeat(Math.floor(100_000 / piece.length)));
			expect(Array.isArray(tree)).toBe(true);
		}
	});
});

/** All texts of a tree in order, with `$` for math. */
function texts(tree: RichText): string[] {
	return tree.flatMap((node) =>
		node.type === 'text' ? [node.value] : node.type === 'math' ? ['$'] : texts(node.children),
	);
}
