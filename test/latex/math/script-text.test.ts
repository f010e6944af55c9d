import { describe, expect, it } from 'vitest';
import { scriptsAsText } from '../../../src/latex/math/script-text.ts';
import { parseLatex } from '../../../src/latex/parse-latex.ts';
import { plainText } from '../../../src/latex/plain-text.ts';
import type { RichText } from '../../../src/latex/rich-text.ts';
import { printTree } from '../latex-fixtures.ts';

const tree = (latex: string) => printTree(scriptsAsText(parseLatex(latex)));

describe('a formula that is only scripts is text:', () => {
	it.each([
		['H$_2$O', 'H<subscript>2</>O'],
		['CO$_{2}$ and MoS$_\\mathrm{2}$', 'CO<subscript>2</> and MoS<subscript>2</>'],
		['$^{13}$C', '<superscript>13</>C'],
		// dblp writes <sup> and <sub> of its titles so.
		['x\\({}^{\\mbox{2}}\\)', 'x<superscript>2</>'],
		['L\\(_{\\mbox{\\emph{k}}}\\)', 'L<subscript><emphasis>k</></>'],
		['CHOP\\({}^{\\mbox{{\\textregistered}}}\\)', 'CHOP<superscript>®</>'],
		['Pt\\({}_{\\mbox{\\(\\alpha\\)}}\\)x', 'Pt<subscript>α</>x'],
		['19$^{th}$, $19^{\\rm th}$, $2^{\\mbox{nd}}$', '19<superscript>th</>, 19<superscript>th</>, 2<superscript>nd</>'],
		['$\\mathrm{CO_2}$, $\\rm H_2O$, $\\text{Ca}^{2+}$', 'CO<subscript>2</>, H<subscript>2</>O, Ca<superscript>2+</>'],
		['SO$_4^{2-}$', 'SO<subscript>4</><superscript>2−</>'],
		['$^\\circ$C, $90^\\circ$', '°C, 90°'],
		['$10\\,^\\circ$C', '10⎵°C'],
		['T$_c$, k$_{\\mathrm{B}}$', 'T<subscript><emphasis>c</></>, k<subscript>B</>'],
		['a\\ensuremath{^{-1}}', 'a<superscript>−1</>'],
		['m$^*$ n$^{\\dagger}$', 'm<superscript>*</> n<superscript>†</>'],
		['{NO$_x$}', '<no-case>NO<subscript><emphasis>x</></></>'],
	])('%s', (latex, expected) => {
		expect(tree(latex)).toBe(expected);
		// A script of one letter is searchable as that letter.
		const plain = (text: RichText) => plainText(text).normalize('NFKC');
		expect(plain(scriptsAsText(parseLatex(latex)))).toBe(plain(parseLatex(latex)));
	});

	it('keeps the space before a sign', () => expect(tree('10$\\,^{\\circ}$C')).toBe('10⎵°C'));

	it.each([
		'$x^2$',
		'$10^{6}$',
		'$L^1$',
		'$C_2$',
		'$\\mathcal{O}(n)$',
		'$^{\\frac12}$',
		'$$^2$$',
		'$\\sim$5',
		'$x$',
		'$a_1$-$b_2$',
	])('but not %s', (latex) => expect(tree(latex)).toBe(printTree(parseLatex(latex))));
});
