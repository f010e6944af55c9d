import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainMath } from '../../src/latex/math/plain-math.ts';
import { plainLatex, plainText } from '../../src/latex/plain-text.ts';
import { latexValue } from './arbitrary-latex.ts';

describe('plainText', () => {
	it('alternates quotation marks by depth', () => {
		expect(plainLatex('\\enquote{a \\enquote{b \\enquote{c}}}')).toBe('“a ‘b “c”’”');
	});

	it('removes markup', () => {
		expect(plainLatex('\\emph{Homo {\\bf sapiens}} \\href{http://a}{the {LINK}} H\\textsubscript{2}O')).toBe(
			'Homo sapiens the LINK H₂O',
		);
	});

	it('is empty for an empty tree', () => {
		expect(plainText([])).toBe('');
	});

	it('composes characters across nodes', () => {
		expect(
			plainText([
				{ type: 'emphasis', children: [{ type: 'text', value: 'e' }] },
				{ type: 'text', value: '\u0301' },
			]),
		).toBe('é');
	});

	it('expands user commands', () => {
		expect(plainLatex('\\LRP{} works', new Map([['LRP', { parameters: 0, optional: null, body: 'LRP' }]]))).toBe(
			'LRP works',
		);
	});

	it('is in NFC for any value', () => {
		fc.assert(
			fc.property(latexValue, (value) => {
				const plain = plainLatex(value);
				expect(plain).toBe(plain.normalize('NFC'));
			}),
		);
	});
});

describe('plainMath', () => {
	it.each([
		['O(n^2)', 'O(n²)'],
		['x^2y', 'x²y'],
		['x^{10}', 'x¹⁰'],
		['x_i^2', 'xᵢ²'],
		['10^{-3}', '10⁻³'],
		['\\mathcal{O}(1)', 'O(1)'],
		['\\frac{a}{b}', 'a/b'],
		['\\frac{a+b}{2c}', '(a+b)/2c'],
		['\\frac12', '1/2'],
		['\\sqrt{2}', '√2'],
		['\\alpha x', 'αx'],
		['a \\leq b', 'a ≤ b'],
		['a\\leq b', 'a≤b'],
		['^{th}', 'th'],
		['n^{th}', 'nth'],
		['_2', '₂'],
		['x_{max}', 'x_max'],
		['x^{max}', 'x^max'],
		['x^{a,b}', 'x^(a,b)'],
		['90^{\\circ}', '90°'],
		["f'(x)", 'f′(x)'],
		['\\mathbb{R}^{n}', 'ℝⁿ'],
		['\\text{if } x', 'if x'],
		['\\sin x + \\log_2 n', 'sin x + log₂ n'],
		['\\bar{x}\\hat{\\theta}', 'x̄θ̂'],
		['\\left( x \\right)', '( x )'],
		['a\\,b\\;c\\!d', 'a b cd'],
		['5\\%', '5%'],
		['\\unknown{x}', 'x'],
		['{{{x}}}', 'x'],
		['\\binom{n}{k}', '(n k)'],
		['\\mathrm{H}_2\\mathrm{O}', 'H₂O'],
		['\\gamma\\textrm{-ray}', 'γ-ray'],
		['a \\not\\in B', 'a ∉ B'],
		['a \\not= b \\neq c', 'a ≠ b ≠ c'],
		['', ''],
	])('%s → %s', (tex, plain) => {
		expect(plainMath(tex)).toBe(plain);
	});

	it('reads deep nesting and broken source', () => {
		expect(plainMath(`${'{'.repeat(5000)}x${'}'.repeat(5000)}`)).toBeTypeOf('string');
		for (const tex of ['\\frac', '\\frac{', '^', '_', '\\', '}', '{', 'x^', '\\sqrt[', '\\left', '\\not', '\\hat']) {
			expect(plainMath(tex.repeat(20_000))).toBeTypeOf('string');
		}
	});
});
