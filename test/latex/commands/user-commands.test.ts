import { describe, expect, it } from 'vitest';
import { readUserCommands } from '../../../src/latex/commands/user-commands.ts';
import { parseLatex } from '../../../src/latex/parse-latex.ts';
import { plainLatex } from '../../../src/latex/plain-text.ts';
import { printTree } from '../latex-fixtures.ts';

function read(value: string, preamble: string, configured: Record<string, string> = {}): string {
	return printTree(parseLatex(value, { commands: readUserCommands([preamble], configured) }));
}

describe('Commands of a @preamble', () => {
	it.each([
		['\\newcommand{\\LRP}{\\textsc{lrp}}', '\\LRP{} works', '<small-caps>lrp</> works'],
		['\\newcommand*\\LRP{LRP}', '\\LRP\\ works', 'LRP works'],
		['\\renewcommand{\\x}[1]{<#1>}', '\\x{y}', '<y>'],
		['\\providecommand{\\x}[2]{#2 #1}', '\\x{a}{b}', 'b a'],
		['\\newcommand{\\x}[2][opt]{#1-#2}', '\\x{b} \\x[a]{b}', 'opt-b a-b'],
		['\\def\\x#1#2{#2#1}', '\\x ab\\x{cd}e', 'baecd'],
		['\\gdef\\x{y}', '\\x', 'y'],
		['\\long\\def\\x#1{(#1)}', '\\x{a}', '(a)'],
		['\\DeclareRobustCommand{\\x}[1]{\\emph{#1}}', '\\x{a}', '<emphasis>a</>'],
		['\\let\\x\\emph \\let\\y=\\textbf', '\\x{a}\\y{b}', '<emphasis>a</><strong>b</>'],
		['\\DeclareMathOperator{\\argmin}{arg\\,min}', '$\\argmin x$', '$\\operatorname{arg\\,min}x$'],
		['\\newcommand{\\R}{\\mathbb{R}}', '$\\R^n$', '$\\mathbb{R}^n$'],
		['\\newcommand{\\a}{\\b{x}} \\newcommand{\\bb}{\\a}', '\\bb', 'x̱'],
		['\\newcommand{\\x}{\\textbf}', '\\x{bold} not', '<strong>bold</> not'],
		['\\newcommand{\\x}{a}', '\\xy \\x y', 'ay'],
	])('%s', (preamble, value, tree) => {
		expect(read(value, preamble)).toBe(tree);
	});

	it('drop the sort keys of BibTeX’s example library', () => {
		const preamble =
			'\\newcommand{\\noopsort}[1]{} \\newcommand{\\printfirst}[2]{#1} \\newcommand{\\singleletter}[1]{#1} \\newcommand{\\switchargs}[2]{#2#1}';
		expect(read('{\\noopsort{1973b}}1973', preamble)).toBe('1973');
		expect(read('\\switchargs{--90}{1968}', preamble)).toBe('1968–90');
		expect(read('\\noopsort{\\singleletter{a}}B', preamble)).toBe('B');
	});

	it('may show arguments that other libraries drop', () => {
		expect(read('\\noopsort{a}B', '\\newcommand{\\noopsort}[1]{#1}')).toBe('aB');
	});

	it('do not redefine built-in commands', () => {
		expect(read('\\url{http://a} Gel\\cprime fand', '\\def\\cprime{$’$}\\providecommand{\\url}[1]{\\texttt{#1}}')).toBe(
			'<link http://a>http://a</> Gelʹfand',
		);
	});

	it('show only their arguments if they draw', () => {
		const preamble = '\\def\\myhook#1{\\setbox0=\\hbox{#1}{\\ooalign{\\hidewidth x\\crcr\\unhbox0}}}';
		expect(read('Ga\\myhook{l}', preamble)).toBe('Gal');
	});

	it('are ignored if incomplete', () => {
		for (const preamble of [
			'\\newcommand{\\x',
			'\\newcommand{\\x}[2',
			'\\def\\x#1',
			'\\let\\x',
			'\\newcommand',
			'\\def',
		]) {
			expect(read('a\\x b', preamble)).toContain('b');
		}
	});
});

describe('Commands of the configuration', () => {
	it('infer the number of arguments and override all others', () => {
		expect(
			read('\\LRP{} \\pair{a}{b} \\emph{x}', '\\newcommand{\\LRP}{no}', {
				'\\LRP': '\\textsc{lrp}',
				pair: '(#1, #2)',
				'\\emph': '\\textbf{#1}',
			}),
		).toBe('<small-caps>lrp</> (a, b) <strong>x</>');
	});
});

describe('Expansion', () => {
	it('stops if a command contains itself', () => {
		expect(read('\\x done', '\\newcommand{\\x}{\\x}')).toContain('done');
		expect(read('\\x{a} done', '\\newcommand{\\x}[1]{\\x{#1#1}}')).toContain('done');
	});

	it('limits the length of the result', () => {
		const bomb = ['a', 'b', 'cc', 'dd', 'ee', 'ff'].map((name, index, all) => {
			const next = all[index + 1] ?? 'lol';
			return `\\newcommand{\\x${name}}{${`\\x${next}`.repeat(20)}}`;
		});
		const commands = readUserCommands([`${bomb.join('')}\\newcommand{\\xlol}{lol}`], {});
		expect(plainLatex('\\xa', commands).length).toBeLessThan(1_000_000);
	});

	it('reports an unknown command at the position of the user command that contains it', () => {
		const reported: string[] = [];
		const value = 'see \\x{a} and \\foo{b}';
		const commands = readUserCommands(['\\newcommand{\\x}[1]{a long #1 replacement with \\odd{}}'], {});
		parseLatex(value, { commands }, ({ start, end }) => reported.push(value.slice(start, end)));
		expect(reported).toEqual(['\\x{a}', '\\foo']);
	});
});
