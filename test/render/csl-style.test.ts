import { describe, expect, it, test } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { loadCslStyle } from '../../src/render/csl-style.ts';
import { folderWith } from '../folder.ts';
import { listOf, locale, person, rendered } from './library.ts';

const bib = `@article{a, author = {Weber, Leander and Lapuschkin, Sebastian and M{\\"u}ller, Klaus-Robert and van der Berg, Jan},
	title = {Beyond {Deep} Nets: $O(n^2)$ \\emph{in vivo} <b> "q" O'Neil \\& \\texttt{a_b}}, journal = {Pattern <i>x},
	volume = 3, number = 2, pages = {1--9}, year = 2020, doi = {10.1000/x_1}, code = {https://github.com/a/b_c}}
@book{b, author = {Lapuschkin, Sebastian and Wolf, Lars}, title = {A Book}, publisher = {Springer}, year = 2019}
@misc{c, author = {S. Bach and S. Samek and {World Health Organization}}, title = {On Things}, year = {2018}}`;
const people = [
	person('Lapuschkin, Sebastian', { aliases: [{ name: 'Bach, Sebastian', from: null, to: null }] }),
	person('van der Berg, Jan', { role: 'student' }),
	person('Müller, Klaus-Robert', { role: 'student' }),
	person('World Health Organization', { role: 'student' }),
];

function style(name: string, tag = 'en') {
	const found: Diagnostic[] = [];
	const made = loadCslStyle(name, locale(tag), '/', (one) => found.push(one));
	if (!made) throw new Error(found.map(({ message }) => message).join());
	return made;
}

function lines(name: string, format: string, tag = 'en', text = bib): string[] {
	const list = listOf(
		text,
		{ style: name, groupBy: [], number: { order: 'none', scope: 'list', prefix: '', start: 1 } },
		people,
	);
	const made = style(name, tag);
	const written = rendered(list, format, { locale: locale(tag) }, { styleOf: () => made }) ?? '';
	return written.split('\n').filter((line) => /20\d\d/.test(line));
}

describe('a list in a CSL style', () => {
	it('keeps marks, mathematics, links and every sign in Markdown', () => {
		expect(lines('apa', 'markdown')[0]).toBe(
			'- Weber, L., **Lapuschkin, S.**, *Müller, K.\\-R.*, & *Berg, J. van der*\\. (2020\\)\\. Beyond Deep Nets: $O(n^2)$ *in vivo* &#60;b&#62; &#34;q&#34; O’Neil & <code>a\\_b</code>\\. *Pattern &#60;i&#62;x*, *3*(2), 1–9. [https&#58;&#47;&#47;doi\\.org/10.1000/x\\_1](https://doi.org/10.1000/x_1) [Code](https://github.com/a/b_c)',
		);
	});

	test.each([
		['apa', ['Lapuschkin, S.', 'Müller, K.-R.', 'Berg, J. van der', 'Bach, S.', 'World Health Organization']],
		['vancouver', ['Lapuschkin S', 'Müller KR', 'Berg J van der', 'Bach S', 'World Health Organization']],
	])('marks names as %s writes them', (name, names) => {
		const marked = lines(name, 'html')
			.join('')
			.matchAll(/<(?:strong|span) class="bibfolio-mark[^>]*>([^<]*)</g);
		expect(new Set([...marked].map(([, words]) => words))).toEqual(new Set(names));
	});

	it('has no number of the style', () => {
		expect(lines('vancouver', 'text')[1]).toMatch(/^- Lapuschkin S, Wolf L\. A Book/);
	});

	it('has the words of its language', () => {
		const edited = '@incollection{a, author = {A, B}, editor = {C, D}, title = {T}, booktitle = {U}, year = 2020}';
		expect(lines('apa', 'text', 'de', edited)[0]).toContain('Hrsg.');
		expect(lines('apa', 'text', 'en', edited)[0]).toContain('Ed.');
	});

	test.each(['latex', 'typst', 'text', 'html', 'markdown'])('leaves no sign of its own in %s', (format) => {
		expect(lines('apa', format).join('\n')).not.toMatch(/[\ue000-\uf8ff]/);
	});
});

describe('a style that cannot be had', () => {
	function problem(name: string, files: Record<string, string> = {}): string {
		const found: Diagnostic[] = [];
		expect(loadCslStyle(name, locale(), folderWith(files), (one) => found.push(one))).toBe(null);
		return found.map(({ code, message, hint }) => `${code} ${message} (${hint})`).join('\n');
	}

	it('is told with what there is', () => {
		expect(problem('ieee')).toBe(
			'style/unavailable Unknown style “ieee” (There are apa, vancouver, harvard1; of others, name the file: styles/ieee.csl)',
		);
	});

	it('is told when a file is missing, is no style, or only names another', () => {
		expect(problem('x.csl')).toMatch(/^file\//);
		expect(problem('x.csl', { 'x.csl': '<a/>' })).toContain('x.csl is no CSL style with a bibliography');
		const dependent =
			'<style><info><link href="http://www.zotero.org/styles/nature" rel="independent-parent"/></info></style>';
		expect(problem('x.csl', { 'x.csl': dependent })).toContain('It is made after nature.csl: name that');
	});
});
