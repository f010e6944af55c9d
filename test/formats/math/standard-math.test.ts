import { describe, expect, it } from 'vitest';
import { mathml, readableMathml, unknownInMath } from '../../../src/formats/math/mathml.ts';
import { plainMath } from '../../../src/latex/math/plain-math.ts';
import { standardMath } from '../../../src/latex/math/standard-math.ts';

/** TeX as found in titles of dblp, ADS, arXiv and Scopus, its form in standard commands, and its plain text. */
describe('TeX in formulas that MathML does not know', () => {
	it.each([
		['{}^{\\mbox{2}}', '{}^{\\text{2}}', '²'],
		['a\\textsuperscript{2}', 'a^{\\text{2}}', 'a²'],
		['a\\textsubscript{2}', 'a_{\\text{2}}', 'a₂'],
		['5\\textdegree C', '5\\text{°}C', '5°C'],
		['\\textmu{}m', '\\text{µ}m', 'µm'],
		['\\nicefrac{1}{2}', '{1}/{2}', '1/2'],
		['\\sfrac12', '{1}/{2}', '1/2'],
		['\\mathds{1}', '\\mathbb{1}', '𝟙'],
		['\\mathbbm 1', '\\mathbb{1}', '𝟙'],
		['\\ensuremath{x^2}', '{x^2}', 'x²'],
		['\\protect\\alpha', '\\alpha', 'α'],
		['a\\sb{2}b\\sp2', 'a_{2}b^2', 'a₂b²'],
		['\\SI{5}{\\micro\\metre\\per\\second}', '\\mathrm{5\\,µm\\,s^{-1}}', '5 µm s⁻¹'],
		['\\qty{5}{m/s}', '\\mathrm{5\\,m/s}', '5 m/s'],
		['\\unit{\\m\\squared}', '\\mathrm{m^{2}}', 'm²'],
		['\\num{1e3}', '\\mathrm{1\\ {\\times}\\ 10^{3}}', '1 × 10³'],
		['\\ang{45}', '\\mathrm{45{}^{\\circ}}', '45°'],
		['\\SIrange{5}{10}{\\celsius}', '\\mathrm{5\\text{–}10\\,{}^{\\circ}C}', '5–10 °C'],
		['x \\mbox{ for $y$}', 'x \\text{ for $y$}', 'x for y'],
		['\\hbox{a \\textsl{b}}', '\\text{a \\textit{b}}', 'a b'],
		['\\text{\\textregistered}', '\\text{\\text{®}}', '®'],
		['a\\-b', 'ab', 'ab'],
		['\\mathup{d}x', '\\mathrm{d}x', 'dx'],
	])('%s', (tex, standard, plain) => {
		expect(standardMath(tex)).toBe(standard);
		expect(plainMath(tex)).toBe(plain);
		expect(mathml(tex, false)).toMatch(/^<math>.*<\/math>$/);
		expect(standardMath(standard)).toBe(standard);
	});

	it.each(['x^2', '\\text{a}', '\\frac{a}{b}', '\\textbf{x}', '\\SI', '\\SI{5}', '\\mbox', '\\sbox', '\\spadesuit'])(
		'stays: %s',
		(tex) => expect(standardMath(tex)).toBe(tex),
	);

	it.each([
		'\\kappa \\Msun',
		'5 \\euro',
		'\\earth',
		'\\textperthousand',
		'\\textbackslash',
		'\\textbraceleft',
		'a \\slash b',
		'\\lbrace x \\rbrace',
	])('is a symbol of text: %s', (tex) => {
		expect(mathml(tex, false)).not.toBeNull();
	});
});

describe('an unknown command', () => {
	it('is named, and readers see its arguments', () => {
		expect(mathml('\\nosuch{x}+\\other y', false)).toBeNull();
		expect(unknownInMath('\\nosuch{x}+\\other y', false)).toEqual(['\\nosuch', '\\other']);
		expect(readableMathml('\\nosuch{x}+\\other y', false)).toMatch(/<mi>x<\/mi>.*<mi>y<\/mi>/);
	});

	it('of several capitals prints its name', () => {
		expect(readableMathml('\\LHCb', false)).toContain('LHCb');
	});

	it('is not the problem of broken TeX', () => {
		for (const tex of ['\\frac{a', '}', 'a^b^c']) {
			expect(unknownInMath(tex, false)).toEqual([]);
			expect(readableMathml(tex, false)).toBeNull();
		}
	});
});
