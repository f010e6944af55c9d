import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { finish } from '../../../src/formats/finish-file.ts';
import { latex, latexDocument, unsupportedCharacters } from '../../../src/formats/latex/latex.ts';
import { parseLatex } from '../../../src/latex/parse-latex.ts';

const quotes = [
	['“', '”'],
	['‘', '’'],
] as const;

function inline(value: string, marks: readonly (readonly [string, string])[] = quotes): string {
	return latex.inline(parseLatex(value), { quotes: marks });
}

describe('text in LaTeX', () => {
	it.each([
		['50% of $5 & #1_a', '50\\% of \\$5 \\& \\#1\\_a'],
		['{a} ~b ^c \\d', '\\{a\\} \\textasciitilde{}b \\textasciicircum{}c \\textbackslash{}d'],
		['a < b > c | d', 'a \\textless{} b \\textgreater{} c \\textbar{} d'],
		['“a” ‘b’ it’s', "``a'' `b' it's"],
		['say "x"', 'say \\bibfolioquote{}x\\bibfolioquote{}'],
		["O'Neil 'x `y", "O'Neil \\textquotesingle{}x \\textasciigrave{}y"],
		['1–2 a—b −1', '1--2 a---b \\ensuremath{-}1'],
		['a\u00a0b c\u202fd', 'a~b c\\,d'],
		['café Łódź Åse', 'café Łódź Åse'],
		['α ≤ β', '\\ensuremath{\\alpha} \\ensuremath{\\leq} \\ensuremath{\\beta}'],
		[
			'x₂ 10⁻³',
			'x\\textsubscript{2} 10\\textsuperscript{\\ensuremath{-}}\\textsuperscript{3}'.replace(
				'\\textsuperscript{3}',
				'³',
			),
		],
		['™ © ® €', '™ © ® €'],
		[
			'Ḩ Ạ ŧ',
			'\\bibfolioletter{Ḩ}{\\bibfoliocedilla{H}} \\bibfolioletter{Ạ}{\\d{A}} \\bibfolioletter{ŧ}{\\bibfoliostroke{t}}',
		],
		['Hưởng', 'H\\bibfolioletter{ư}{\\bibfoliohorn{u}}\\bibfolioletter{ở}{\\bibfoliohorn{\\bibfoliohook{o}}}ng'],
		['Nguyễn', 'Nguy\\bibfolioletter{ễ}{\\~{ê}}n'],
		['hiện', 'hi\\bibfolioletter{ệ}{\\d{ê}}n'],
		['e\u0301 q\u0303', 'é \\bibfoliocluster{q̃}{\\~{q}}'],
		['zero\u200bwidth\u2060 soft\u00adhyphen', 'zero\\allowbreak{}width soft\\-hyphen'],
		['½ ⅔ ℝ ﬁ', '½ 2/3 \\ensuremath{\\mathbf{R}} ﬁ'],
		['line\nend', 'line end'],
	])('%j', (value, written) => {
		expect(latex.text(value)).toBe(written);
	});

	it('separates characters that a font would join', () => {
		expect(latex.text('a--b')).toBe('a-{\\kern0pt}-b');
		expect(latex.text('-–')).toBe('-{\\kern0pt}--');
		expect(latex.text(',, ?‘ !“')).toBe(',{\\kern0pt}, ?{\\kern0pt}` !{\\kern0pt}``');
		expect(latex.text('’’ ”’')).toBe("'{\\kern0pt}' ''{\\kern0pt}'");
		expect(latex.text('<<>>')).toBe('\\textless{}{\\kern0pt}\\textless{}\\textgreater{}{\\kern0pt}\\textgreater{}');
	});

	it('escapes every character that is special in TeX', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme' }), (value) => {
				const written = latex.text(value);
				expect(written.replace(/\\[#$%&_{}^]/g, '').replace(/\{\}/g, '')).not.toMatch(/[#$%&_^]/);
				expect(written).not.toMatch(/[\n\r\0]/);
				const depth = [...written.replace(/\\[{}]/g, '')].reduce(
					(open, sign) => open + (sign === '{' ? 1 : sign === '}' ? -1 : 0),
					0,
				);
				expect(depth).toBe(0);
			}),
			{ numRuns: 1000 },
		);
	});
});

describe('rich text in LaTeX', () => {
	it('keeps mathematics and case protection', () => {
		for (const value of [
			'$O(n^2)$',
			'$\\frac{a}{b}$',
			'On {DNA} and $\\alpha$',
			'{Whole Title}',
			'{{\\emph{E. coli}}}',
		]) {
			expect(inline(value)).toBe(value);
		}
	});

	it('escapes line ends inside mathematics', () => {
		expect(inline('$5%$ and $5\\%$')).toBe('$5\\%$ and $5\\%$');
	});

	it('writes every kind of node with its command', () => {
		expect(
			inline(
				'\\emph{a} {\\bf b} \\textsc{c} \\texttt{d} \\textsuperscript{e} \\textsubscript{f} \\underline{g} \\sout{h} \\textup{i}',
			),
		).toBe(
			'\\emph{a} \\textbf{b} \\textsc{c} \\texttt{d} \\textsuperscript{e} \\textsubscript{f} \\underline{g} \\bibfoliostrike{h} \\textup{i}',
		);
	});

	it('writes the quotation marks of the language, and separates adjacent ones', () => {
		expect(inline('\\enquote{a \\enquote{b}} c')).toBe("``a `b'{\\kern0pt}'' c");
		expect(
			inline('\\enquote{a \\enquote{b}}', [
				['„', '“'],
				['‚', '‘'],
			]),
		).toBe('„a ‚b`{\\kern0pt}``');
		expect(inline('\\enquote{a}', [['«\u00a0', '\u00a0»']])).toBe('«~a~»');
	});

	it('writes links', () => {
		expect(inline('\\href{https://a.org/b_c}{the \\emph{page}}')).toBe(
			'\\bibfoliolink{https://a.org/b\\_c}{the \\emph{page}}',
		);
	});
});

describe('links in LaTeX', () => {
	it('are safe in the argument of a command', () => {
		expect(latex.link('https://a.org/b_c%20d#e&f', 'x')).toBe('\\bibfoliolink{https://a.org/b\\_c\\%20d\\#e\\&f}{x}');
		expect(latex.link('https://a.org/~b{c}^d\\e"<>|`', 'x')).toBe(
			'\\bibfoliolink{https://a.org/\\%7Eb\\%7Bc\\%7D\\%5Ed\\%5Ce\\%22\\%3C\\%3E\\%7C\\%60}{x}',
		);
		expect(latex.link('https://a.org/ü', 'x')).toBe('\\bibfoliolink{https://a.org/\\%C3\\%BC}{x}');
	});

	it('can break inside a visible address', () => {
		const url = 'https://doi.org/10.1000/some_long-name';
		expect(latex.link(url, latex.text(url))).toBe(
			'\\bibfoliolink{https://doi.org/10.1000/some\\_long-name}{https://doi.\\allowbreak{}org/\\allowbreak{}10.\\allowbreak{}1000/\\allowbreak{}some\\_\\allowbreak{}long-\\allowbreak{}name}',
		);
		expect(latex.link(url, 'DOI')).not.toContain('allowbreak');
	});
});

describe('a link to a place in the same file', () => {
	it('is written as its text', () => {
		expect(latex.link('#', 'a')).toBe('a');
		expect(latex.link('#section', 'a')).toBe('a');
	});
});

describe('a file in LaTeX', () => {
	it('defines the commands it uses, after the comments at its top', () => {
		const file = finish(
			latex,
			`${latex.comment(['Made from a library', 'second line'])}\n${latex.link('https://a.org', 'a')}   \n\n\n\nend`,
		);
		expect(file).toBe(
			'% Made from a library\n% second line\n\\providecommand{\\bibfoliolink}[2]{\\ifdefined\\href\\href{#1}{#2}\\else#2\\fi}\n\\bibfoliolink{https://a.org}{a}\n\nend\n',
		);
	});

	it('does not redefine a command that its template defines', () => {
		expect(finish(latex, '\\providecommand{\\bibfoliolink}[2]{#2}\n\\bibfoliolink{a}{b}')).not.toContain('\\href');
		expect(finish(latex, 'plain')).toBe('plain\n');
	});

	it('defines them after the packages of a document', () => {
		const file = finish(
			latexDocument,
			'\\documentclass{article}\n\\usepackage{hyperref}\n\\begin{document}\n\\bibfoliolink{a}{b}',
		);
		expect(file.split('\n')[2]).toMatch(/^\\providecommand\{\\bibfoliolink\}/);
	});

	it('keeps every line of a comment inside it', () => {
		expect(latex.comment(['one\ntwo\r\nthree\u2028four', ''])).toBe('% one\n% two\n% three\n% four\n%');
	});
});

describe('words of another script', () => {
	it.each([
		['Пушкин', '\\bibfolioscript{cyrillic}{Пушкин}{Pushkin}'],
		['Пушкин\u00a0А', '\\bibfolioscript{cyrillic}{Пушкин~А}{Pushkin~A}'],
		['О, мир! 1', '\\bibfolioscript{cyrillic}{О, мир}{O, mir}! 1'],
		[
			'Περὶ',
			'\\bibfolioscript{greek}{Περὶ}{\\ensuremath{\\Pi}\\ensuremath{\\varepsilon}\\ensuremath{\\rho}\\ensuremath{\\iota}}',
		],
		[
			'中文 한국',
			'\\bibfolioscript{han}{中文}{\\bibfoliomissing{han}} \\bibfolioscript{hangul}{한국}{\\bibfoliomissing{hangul}}',
		],
		['שלום! 3.', '\\bibfolioscript{hebrew}{שלום! 3.}{\\bibfoliomissing{hebrew}}'],
		['👩‍👩‍👧', '\\bibfolioscript{pictograph}{👩‍👩‍👧}{\\bibfoliomissing{pictograph}}'],
		['⅏', '\\bibfolioscript{other}{⅏}{\\bibfoliomissing{U+214F}}'],
	])('say what stands for them where no font has them: %s', (value, written) => {
		expect(latex.text(value)).toBe(written);
	});

	it('add font look-up only for the scripts in use', () => {
		const file = finish(latex, latex.text('Пушкин'));
		expect(file).toContain('\\providecommand{\\bibfolioscript}');
		expect(file).toContain('\\bibfoliofontscyrillic');
		expect(file).not.toContain('\\bibfoliofontshan');
	});
});

describe('characters that need a font', () => {
	it('are listed once, in order', () => {
		expect(unsupportedCharacters('Пётр и 中 Пётр')).toEqual(['П', 'ё', 'т', 'р', 'и', '中']);
	});

	it('do not include those with a LaTeX command', () => {
		expect(unsupportedCharacters('Žižek Nguyễn Hải “x” – α ≤ ℝ x² ₂ © ™ ½ \u00a0\u200b {}$%')).toEqual([]);
		expect(unsupportedCharacters('plain')).toEqual([]);
	});
});

describe('commands of amsmath', () => {
	it('are defined if the list uses them, but not for a longer name', () => {
		expect(finish(latex, '$\\text{a}$')).toContain('\\providecommand{\\text}[1]{\\mbox{##1}}');
		expect(finish(latex, '\\textbf{a}')).not.toContain('providecommand');
	});
});

describe('a run without whitespace', () => {
	it('can break if it is longer than any word', () => {
		const word = 'x'.repeat(80);
		expect(latex.text(word)).toBe(`${'x'.repeat(24)}\\allowbreak{}`.repeat(3) + 'x'.repeat(8));
		expect(latex.inline([{ type: 'emphasis', children: [{ type: 'text', value: word }] }], { quotes: [] })).toContain(
			'\\allowbreak',
		);
		expect(latex.text('x'.repeat(60))).not.toContain('allowbreak');
	});
});

describe('mathematics', () => {
	it('has commands for symbols that pdflatex does not accept', () => {
		expect(latex.inline([{ type: 'math', tex: '2α_i ≤ 1', display: false }], { quotes })).toBe(
			'$2{\\alpha}_i {\\leq} 1$',
		);
	});

	it.each([
		'\\frac{a}',
		'a^b^c',
		'\\left( x',
		'\\def\\x{\\x}\\x',
		'\\input{x}',
		'a & b',
		'\\R \\frac{a}',
		'\\foo\\directlua{x}',
		'x'.repeat(6000),
	])('that would stop LaTeX is shown as it is written: %s', (tex) => {
		const written = latex.inline([{ type: 'math', tex, display: false }], { quotes });
		expect(written).toMatch(/^\\texttt\{/);
	});

	it.each([
		['\\\\x', '\\ x'],
		['a\\\\*[2pt]b \\cr c\\linebreak', 'a\\ b \\  c\\ '],
		['\\frac{a\\\\b}{\\crossed}', '\\frac{a\\ b}{\\crossed}'],
	])('stands in one line: %s', (tex, line) => {
		expect(latex.inline([{ type: 'math', tex, display: false }], { quotes })).toBe(`$${line}$`);
	});

	it.each(['\\begin{pmatrix}a\\\\b\\end{pmatrix}', '\\sum_{\\substack{i \\\\ {j}}} x'])(
		'keeps the lines of %s',
		(tex) => {
			expect(latex.inline([{ type: 'math', tex, display: false }], { quotes })).toContain(tex);
		},
	);

	it.each(['x^2', '\\R^n', 'x_\\foo + \\bar{x}^\\baz{1}', '\\text{a $b$}'])(
		'that a document may understand stays: %s',
		(tex) => {
			expect(latex.inline([{ type: 'math', tex, display: false }], { quotes })).toContain(tex);
		},
	);
});
