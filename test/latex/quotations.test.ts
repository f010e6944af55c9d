import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { html } from '../../src/formats/html/html.ts';
import { parseLatex } from '../../src/latex/parse-latex.ts';
import { plainText } from '../../src/latex/plain-text.ts';
import { quotations } from '../../src/latex/quotations.ts';
import type { RichText } from '../../src/latex/rich-text.ts';
import { arbitraryPieces } from './arbitrary-quotations.ts';
import { fixtureFiles, printTree } from './latex-fixtures.ts';

const marks: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
	q: [
		['“', '”'],
		['‘', '’'],
	],
	d: [
		['„', '“'],
		['‚', '‘'],
	],
};

describe.each(fixtureFiles('quotations'))('quotations', ({ cases }) => {
	it.each(cases)('$input', ({ input, expected }) => {
		const tree = quotations(parseLatex(input));
		expect([printTree(tree)]).toEqual(expected.get('='));
		expect(quotations(tree)).toEqual(tree);
		for (const [name, quotes] of Object.entries(marks)) {
			const quoted: RichText = [{ type: 'quote', children: tree }];
			if (expected.has(name)) expect([html.inline(quoted, { quotes })]).toEqual(expected.get(name));
		}
	});
});

describe('a text', () => {
	const withoutMarks = (words: string) => words.replace(/["“”„‟«»‘’‚‛‹›\s\u00a0]/g, '');

	it('keeps everything but its quotation marks', () => {
		fc.assert(
			fc.property(arbitraryPieces, (value) => {
				const tree = parseLatex(value);
				expect(withoutMarks(plainText(quotations(tree)))).toBe(withoutMarks(plainText(tree)));
			}),
			{ numRuns: 1000 },
		);
	});

	it('without quotation marks is unchanged', () => {
		const tree = parseLatex('A {Title} of \\emph{two} $x^2$ parts');
		expect(quotations(tree)).toBe(tree);
	});

	it('with thousands of marks takes linear time', () => {
		for (const mark of ['"', '“a', '‘a ', "a' ", '«»', '„'])
			expect(quotations(parseLatex(mark.repeat(20_000)))).not.toEqual([]);
	});
});
