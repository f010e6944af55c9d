import { basename } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.ts';
import { position } from '../../../src/diagnostics/source.ts';
import { loadCslPackage } from '../../../src/render/csl-styles/csl-package.ts';
import { loadCslStyle } from '../../../src/render/csl-styles/csl-style.ts';
import { cslTerms } from '../../../src/render/csl-styles/csl-terms.ts';
import { loadLocale } from '../../../src/render/load-locale.ts';
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

function loadStyle(name: string, tag = 'en') {
	const diagnostics: Diagnostic[] = [];
	const style = loadCslStyle(name, locale(tag), { root: '/', readable: null }, (problem) => diagnostics.push(problem));
	if (!style) throw new Error(diagnostics.map(({ message }) => message).join());
	return style;
}

function lines(name: string, format: string, tag = 'en', text = bib): string[] {
	const list = listOf(
		text,
		{ style: name, groupBy: [], number: { order: 'none', scope: 'list', prefix: '', start: 1 } },
		people,
	);
	const style = loadStyle(name, tag);
	const written = rendered(list, format, { locale: locale(tag) }, { styles: { [name]: style } }) ?? '';
	return written.split('\n').filter((line) => /20\d\d/.test(line));
}

describe('a list in a CSL style', () => {
	it.each([
		['2019/..', '2019–'],
		['2019-05/..', '2019–'],
		['2019/2020-05', '2019–2020'],
		['2019-05-03/2020', '2019–2020'],
	])('has the dates of the range %s', (date, written) => {
		expect(lines('apa', 'text', 'en', `@book{a, author = {A, A}, title = {T}, date = {${date}}}`)[0]).toContain(
			`(${written})`,
		);
	});

	it('keeps marks, mathematics, links and special characters in Markdown', () => {
		expect(lines('apa', 'markdown')[0]).toBe(
			'- Weber, L., **Lapuschkin, S.**, *Müller, K.\\-R.*<sup>\\+</sup>, & *Berg, J. van der*<sup>\\+</sup>. (2020). Beyond Deep Nets: $O(n^2)$ *in vivo* &#60;b&#62; “q” O’Neil & <code>a\\_b</code>\\. *Pattern &#60;i&#62;x*, *3*(2), 1–9. <https://doi.org/10.1000/x_1> [Code](https://github.com/a/b_c)',
		);
	});

	test.each([
		['apa', ['Lapuschkin, S.', 'Müller, K.-R.', 'Berg, J. van der', 'Bach, S.', 'World Health Organization']],
		['vancouver', ['Lapuschkin S', 'Müller KR', 'Berg J van der', 'Bach S', 'World Health Organization']],
	])('marks names in the form that %s writes', (name, names) => {
		const marked = lines(name, 'html')
			.join('')
			.replace(/<span class="bibfolio-nowrap">([^<]*)<\/span>/g, '$1')
			.replaceAll('\u00a0', ' ')
			.matchAll(/<(?:strong|span) class="bibfolio-mark[^>]*>([^<]*)</g);
		expect(new Set([...marked].map(([, words]) => words))).toEqual(new Set(names));
	});

	it('omits the item number of the style', () => {
		expect(lines('vancouver', 'text')[1]).toMatch(/^- Lapuschkin S, Wolf L\. A Book/);
	});

	it('uses the terms of the language', () => {
		const edited = '@incollection{a, author = {A, B}, editor = {C, D}, title = {T}, booktitle = {U}, year = 2020}';
		expect(lines('apa', 'text', 'de', edited)[0]).toContain('Hrsg.');
		expect(lines('apa', 'text', 'en', edited)[0]).toContain('Ed.');
	});

	test.each(['latex', 'typst', 'text', 'html', 'markdown'])('leaves no placeholder in %s', (format) => {
		expect(lines('apa', format).join('\n')).not.toMatch(/[\ue000-\uf8ff]/);
	});
});

describe('an unusable style', () => {
	function problem(name: string, files: Record<string, string> = {}): string {
		const diagnostics: Diagnostic[] = [];
		expect(
			loadCslStyle(name, locale(), { root: folderWith(files), readable: null }, (problem) => diagnostics.push(problem)),
		).toBe(null);
		return diagnostics.map(({ code, message, hint }) => `${code} ${message} (${hint})`).join('\n');
	}

	it('is reported with the available styles', () => {
		expect(problem('ieee')).toBe(
			'style/unavailable Unknown style "ieee" (Use apa, vancouver, harvard1, or the path of a style file such as styles/ieee.csl)',
		);
	});

	const citation = '<citation><layout><text variable="title"/></layout></citation>';
	const dependent = (parent: string) =>
		`<style><info><link rel="independent-parent" href="http://www.zotero.org/styles/${parent}"/></info></style>`;

	it.each<[string, Record<string, string>, RegExp]>([
		['is missing', {}, /^file\//],
		['is not a style', { 'x.csl': '<a/>' }, /x\.csl is not a CSL style \(Download a style/],
		[
			'is a web page',
			{ 'x.csl': '<!DOCTYPE html><html><p>nature.csl</html>' },
			/not a CSL style \(Replace this web page/,
		],
		[
			'is not well-formed',
			{ 'x.csl': '<style>\n<bibliography></style>' },
			/Invalid XML in x\.csl: Expected closing tag .bibliography. .*\(Download it again/,
		],
		['has no bibliography', { 'x.csl': `<style>${citation}</style>` }, /Missing <bibliography> in x\.csl/],
		['calls an undefined macro', { 'x.csl': csl('', '<text macro="no"/>') }, /Undefined macro "no" in x\.csl/],
		['has an unknown element', { 'x.csl': csl('', '<bogus/>') }, /Cannot use x\.csl: Undefined node name "bogus"/],
		[
			'fails when it formats an item',
			{ 'x.csl': csl('', '<date variable="issued" form="odd"/>') },
			/Cannot use x\.csl: citeproc-js does not support it/,
		],
		[
			'writes nothing',
			{ 'x.csl': `${csl('').split('<bibliography>')[0]}<bibliography><layout/></bibliography></style>` },
			/Cannot use x\.csl: it writes nothing/,
		],
		[
			'has a missing parent',
			{ 'x.csl': dependent('nature') },
			/Missing style "nature", the parent of x\.csl \(Add nature\.csl/,
		],
		[
			'is the parent of its parent',
			{ 'x.csl': dependent('y'), 'y.csl': dependent('x') },
			/Missing style "x", the parent of y\.csl/,
		],
	])('is reported when a file %s', (_, files, expected) => {
		expect(problem('x.csl', files)).toMatch(expected);
	});

	it('is reported with line and column', () => {
		const diagnostics: Diagnostic[] = [];
		const root = folderWith({ 'x.csl': '<style>\n  <bibliography>\n</style>' });
		loadCslStyle('x.csl', locale(), { root, readable: null }, (problem) => diagnostics.push(problem));
		const span = diagnostics[0]?.span;
		expect(span && position(span.source, span.start)).toEqual({ line: 3, column: 1 });
	});
});

/** A style that writes names, a date, a title and an edition. */
function csl(attributes: string, more = ''): string {
	return `<?xml version="1.0"?>
<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text" ${attributes}>
<info><title>Test</title><id>test</id><updated>2020-01-01T00:00:00+00:00</updated></info>
<citation><layout><text variable="title"/></layout></citation>
<bibliography><layout><names variable="author"><name and="text"/></names><names variable="editor" prefix=", "><name/><label prefix=" "/></names>
<date variable="issued" form="text" prefix=", "/><text variable="title" quotes="true" prefix=", "/><number variable="edition" form="ordinal" prefix=", "/>
${more}</layout></bibliography></style>`;
}

describe('the terms of a style', () => {
	const polish = {
		and: 'i',
		editor: 'redaktor',
		'month-05': 'maja',
		'open-quote': '„',
		'close-quote': '”',
		ordinal: '{number}.',
		'date-day': '{day} {month} {year}',
	};
	const yaml = Object.entries(polish)
		.map(([name, word]) => `${name}: "${word}"\n`)
		.join('');
	const book = '@book{a, author = {A, A and B, B}, editor = {C, C}, title = {T}, date = {2020-05-03}, edition = {2}}';

	function inPolish(
		files: Record<string, string>,
		name = 'x.csl',
	): { line: string; reported: string[]; files: readonly string[] } {
		const root = folderWith({ 'x.csl': csl(''), 'templates/locales/pl.yaml': yaml, ...files });
		const reported: string[] = [];
		const locale = loadLocale('pl', {}, `${root}/templates`, () => {});
		if (!locale) throw new Error('no locale');
		const style = loadCslStyle(name, locale, { root, readable: null }, ({ code, hint }) =>
			reported.push(`${code} ${hint}`),
		);
		const list = listOf(book, { style: name, groupBy: [] });
		const written = rendered(list, 'text', { locale }, { styles: { [name]: style } }) ?? '';
		return {
			line: /A A.*/.exec(written)?.[0] ?? '',
			reported,
			files: style?.files.map((file) => basename(file)) ?? [],
		};
	}

	it('are the words after the number in phrases that surround it', () => {
		const xml = cslTerms(locale('ja'), '<locale xml:lang="en"><terms></terms></locale>');
		expect(xml).toContain('<term name="volume">巻</term>');
		expect(xml).toContain('<term name="page">頁</term>');
	});

	it("come from the list's locale when there is no CSL locale", () => {
		const { line, reported } = inPolish({});
		expect(line).toBe('A A i B B, C C redaktor, 3 maja 2020, „T”, 2.');
		expect(reported).toEqual([
			'locale/incomplete Add locales-pl-PL.xml from https://github.com/citation-style-language/locales next to bibfolio.yaml',
		]);
	});

	it('have abbreviations as labels of people, and English labels for phrases', () => {
		const english = loadCslPackage('/')?.locales.get('en-US') ?? '';
		expect(cslTerms(locale('cs'), english)).toContain('<term name="translator" form="short">přel.</term>');
		expect(cslTerms(locale('uk'), english)).toContain('<term name="translator" form="short">пер.</term>');
		expect(cslTerms(locale('cs'), english).match(/<term name="translator" form="short">/g)).toHaveLength(1);
		expect(cslTerms(locale('fr'), english)).not.toContain('<term name="translator" form="short">traduit');
	});

	it('have no number', () => {
		expect(cslTerms(locale('pl'), '<locale><terms></terms></locale>')).toContain(
			'<single>tom</single><multiple>tomy</multiple>',
		);
	});

	it('have the plural that two of a thing have', () => {
		const terms = cslTerms(locale('ro'), loadCslPackage('/')?.locales.get('en-US') ?? '');
		expect(terms).toContain('<single>volum</single><multiple>volume</multiple>');
	});

	it.each([
		['pt', '2.ª'],
		['ca', '2a'],
		['ru', '2-е'],
	])('have ordinal numbers in the gender of editions in %s: %s', (tag, edition) => {
		const root = folderWith({ 'x.csl': csl('') });
		const style = loadCslStyle('x.csl', locale(tag), { root, readable: null }, () => {});
		const list = listOf(book, { style: 'x.csl', groupBy: [] });
		const written = rendered(list, 'text', { locale: locale(tag) }, { styles: { 'x.csl': style } }) ?? '';
		expect(written.trim().split(' ').at(-1)).toBe(edition);
	});

	it('are the words after a number, which CSL writes before it', () => {
		const chapter =
			'@incollection{a, author = {A, A}, title = {T}, booktitle = {B}, pages = {3--5}, volumes = {2}, year = 2020}';
		expect(lines('apa', 'text', 'hu', chapter)[0]).toMatch(/oldal 3–5\)/);
	});

	it.each(['locales-pl-PL.xml', 'templates/locales/locales-pl-PL.xml'])('come from the CSL locale %s', (path) => {
		const xml = (loadCslPackage('/')?.locales.get('de-DE') ?? '').replace('>und<', '>oraz<');
		const { line, reported, files } = inPolish({ [path]: xml });
		expect(line).toMatch(/^A A oraz B B, .* 3\. Mai 2020/);
		expect(reported).toEqual([]);
		expect(files).toEqual(['x.csl', 'locales-pl-PL.xml']);
	});

	it('are reported when the CSL locale is not well-formed', () => {
		const { reported } = inPolish({ 'locales-pl-PL.xml': '<locale>' });
		expect(reported[0]).toMatch(/^style\/unavailable Download it again/);
	});

	it('are in the default language of the style, unless that is English', () => {
		expect(inPolish({ 'x.csl': csl('default-locale="fr-FR"') }).line).toMatch(/^A A et B B, .* 3 mai 2020/);
		expect(inPolish({ 'x.csl': csl('default-locale="en-GB"') }).line).toMatch(/^A A i B B/);
	});

	it('are in the language of a dependent style, whose parent is in the same folder', () => {
		const child =
			'<style default-locale="de-DE"><info><link href="http://www.zotero.org/styles/x" rel="independent-parent"/></info></style>';
		const { line, files } = inPolish({ 'y.csl': child }, 'y.csl');
		expect(line).toMatch(/^A A und B B, .* 3\. Mai 2020/);
		expect(files).toEqual(['y.csl', 'x.csl']);
	});
});
