import { basename } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.ts';
import { position } from '../../../src/diagnostics/source.ts';
import { loadCslPackage } from '../../../src/render/csl-styles/csl-package.ts';
import { loadCslStyle } from '../../../src/render/csl-styles/csl-style.ts';
import { loadLocale } from '../../../src/render/locale.ts';
import { folderWith } from '../../folder.ts';
import { listOf, locale, person, rendered } from '../library.ts';

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

	const citation = '<citation><layout><text variable="title"/></layout></citation>';
	const dependent = (parent: string) =>
		`<style><info><link rel="independent-parent" href="http://www.zotero.org/styles/${parent}"/></info></style>`;

	it.each<[string, Record<string, string>, RegExp]>([
		['is missing', {}, /^file\//],
		['is none', { 'x.csl': '<a/>' }, /x\.csl is no CSL style \(Styles are files of/],
		['is a web page', { 'x.csl': '<!DOCTYPE html><html><p>nature.csl</html>' }, /no CSL style \(It is a web page/],
		[
			'is broken',
			{ 'x.csl': '<style>\n<bibliography></style>' },
			/x\.csl is broken: Expected closing tag "bibliography" .*\(Take it/,
		],
		['has no bibliography', { 'x.csl': `<style>${citation}</style>` }, /x\.csl has no bibliography, only notes/],
		[
			'lacks what it calls',
			{ 'x.csl': csl('', '<text macro="no"/>') },
			/x\.csl calls the macro “no”, which it does not have/,
		],
		['has what nobody knows', { 'x.csl': csl('', '<bogus/>') }, /x\.csl cannot be used: Undefined node name “bogus”/],
		[
			'fails when it is used',
			{ 'x.csl': csl('', '<date variable="issued" form="odd"/>') },
			/cannot be used: it has what/,
		],
		[
			'says nothing',
			{ 'x.csl': `${csl('').split('<bibliography>')[0]}<bibliography><layout/></bibliography></style>` },
			/x\.csl writes nothing/,
		],
		[
			'names one that is not there',
			{ 'x.csl': dependent('nature') },
			/another name of the style “nature”.*\(Put nature\.csl beside it/,
		],
		[
			'names one that names it',
			{ 'x.csl': dependent('y'), 'y.csl': dependent('x') },
			/y\.csl is another name of the style “x”/,
		],
	])('is told when a file %s', (_, files, wanted) => {
		expect(problem('x.csl', files)).toMatch(wanted);
	});

	it('is told with its place', () => {
		const found: Diagnostic[] = [];
		const root = folderWith({ 'x.csl': '<style>\n  <bibliography>\n</style>' });
		loadCslStyle('x.csl', locale(), root, (one) => found.push(one));
		const span = found[0]?.span;
		expect(span && position(span.source, span.start)).toEqual({ line: 3, column: 1 });
	});
});

/** A style in a language, that writes names, a date and a chapter's page. */
function csl(attributes: string, more = ''): string {
	return `<?xml version="1.0"?>
<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text" ${attributes}>
<info><title>Test</title><id>test</id><updated>2020-01-01T00:00:00+00:00</updated></info>
<citation><layout><text variable="title"/></layout></citation>
<bibliography><layout><names variable="author"><name and="text"/></names><names variable="editor" prefix=", "><name/><label prefix=" "/></names>
<date variable="issued" form="text" prefix=", "/><text variable="title" quotes="true" prefix=", "/><number variable="edition" form="ordinal" prefix=", "/>
${more}</layout></bibliography></style>`;
}

describe('the words of a style', () => {
	const polish = {
		and: 'i',
		editor: 'redaktor',
		'month-05': 'maja',
		'open-quote': '„',
		'close-quote': '”',
		ordinal: '.',
		'date-day': '{day} {month} {year}',
	};
	const yaml = Object.entries(polish)
		.map(([name, word]) => `${name}: "${word}"\n`)
		.join('');
	const book = '@book{a, author = {A, A and B, B}, editor = {C, C}, title = {T}, date = {2020-05-03}, edition = {2}}';

	function inPolish(
		files: Record<string, string>,
		name = 'x.csl',
	): { line: string; found: string[]; files: readonly string[] } {
		const root = folderWith({ 'x.csl': csl(''), 'templates/locales/pl.yaml': yaml, ...files });
		const found: string[] = [];
		const words = loadLocale('pl', {}, `${root}/templates`, () => {});
		if (!words) throw new Error('no locale');
		const made = loadCslStyle(name, words, root, ({ code, hint }) => found.push(`${code} ${hint}`));
		const list = listOf(book, { style: name, groupBy: [] });
		const written = rendered(list, 'text', { locale: words }, { styleOf: () => made }) ?? '';
		return { line: /A A.*/.exec(written)?.[0] ?? '', found, files: made?.files.map((file) => basename(file)) ?? [] };
	}

	it("are those of the list's language where CSL's are not at hand", () => {
		const { line, found } = inPolish({});
		expect(line).toBe('A A i B B, C C redaktor, 3 maja 2020, „T”, 2.');
		expect(found).toEqual([
			'locale/incomplete Put locales-pl-PL.xml of https://github.com/citation-style-language/locales beside bibfolio.yaml',
		]);
	});

	it.each(['locales-pl-PL.xml', 'templates/locales/locales-pl-PL.xml'])("are CSL's own, from %s", (path) => {
		const own = (loadCslPackage('/')?.locales.get('de-DE') ?? '').replace('>und<', '>oraz<');
		const { line, found, files } = inPolish({ [path]: own });
		expect(line).toMatch(/^A A oraz B B, .* 3\. Mai 2020/);
		expect(found).toEqual([]);
		expect(files).toEqual(['x.csl', 'locales-pl-PL.xml']);
	});

	it('are told where they are broken', () => {
		expect(inPolish({ 'locales-pl-PL.xml': '<locale>' }).found[0]).toMatch(/^style\/unavailable Take it again/);
	});

	it('are those that a style is made for, unless it is English', () => {
		expect(inPolish({ 'x.csl': csl('default-locale="fr-FR"') }).line).toMatch(/^A A et B B, .* 3 mai 2020/);
		expect(inPolish({ 'x.csl': csl('default-locale="en-GB"') }).line).toMatch(/^A A i B B/);
	});

	it('are those that a dependent style asks for, and the style the one beside', () => {
		const child =
			'<style default-locale="de-DE"><info><link href="http://www.zotero.org/styles/x" rel="independent-parent"/></info></style>';
		const { line, files } = inPolish({ 'y.csl': child }, 'y.csl');
		expect(line).toMatch(/^A A und B B, .* 3\. Mai 2020/);
		expect(files).toEqual(['y.csl', 'x.csl']);
	});
});
