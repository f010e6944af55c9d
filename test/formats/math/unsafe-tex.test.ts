import { describe, expect, it } from 'vitest';
import { reachesBeyond } from '../../../src/formats/math/unsafe-tex.ts';

describe('mathematics', () => {
	it.each([
		'\\input{x}',
		'\\^^69nput{x}',
		'\\foo \\directlua{os.exit()}',
		'\\immediate\\write18{ls}',
		'\\openout5=x',
		'\\catcode`\\$=12',
		'\\csname input\\endcsname x',
		'\\expandafter\\foo\\string\\x',
		'\\newcommand{\\x}{}',
		'\\def\\x{}',
		'\\lowercase{x}',
		'\\scantokens{x}',
		'\\pdfobj{}',
		'\\special{x}',
		'\\includegraphics{x}',
		'\\lstinputlisting{x}',
		'\\usepackage{x}',
		'\\AtEndDocument{x}',
		'\\ifx\\a\\b\\fi',
		'\\ExplSyntaxOn',
		'\\end{document}\\end',
	])('that reaches beyond its formula: %s', (tex) => {
		expect(reachesBeyond(tex)).toBe(true);
	});

	it.each([
		'a \\iff b',
		'\\R^n \\to \\LRP{x}',
		'\\frac{a}{b}',
		'\\hbox{if}',
		'\\left( \\mathbf{x} \\right)',
		'\\begin{pmatrix}1\\\\2\\end{pmatrix}',
		'\\nu \\ne \\in \\inf \\int \\lim \\sum\\limits_i',
		'\\operatorname*{arg\\,max}',
		'\\lambda \\log \\ell \\text{new page}',
	])('that only sets one: %s', (tex) => {
		expect(reachesBeyond(tex)).toBe(false);
	});
});
