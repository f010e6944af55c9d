import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { formats } from '../../src/formats/index.ts';
import type { ListSpec } from '../../src/lists/list.ts';
import { fixture, listOf, locale, person, rendered } from './library.ts';

const kinds = fixture('kinds.bib');

/** A page without its stylesheet and script, which are the same in every page, and with its data decompressed. */
const withoutCode = (text: string | null) =>
	text
		?.replace(/(<(style|script)>)[\s\S]*?(<\/\2>)/g, '$1$3')
		.replace(/'sha256-[^']+'/g, "'sha256-'")
		.replace(/H4sI[\w+/=]*/g, (base64) => `\n${readable(gunzipSync(Buffer.from(base64, 'base64')).toString())}\n`);

/** Data of a page with one work per line; other texts as they are. */
function readable(data: string): string {
	return data.startsWith('{') ? data.replace(/(?<=[{,])(?="[^"]*":\{"key":)/g, '\n') : data;
}
const owner = person('Lovelace, Ada');

/** Formats of one file that shows a list. Other files contain code that is the same for every list. */
const single = Object.values(formats).flatMap(({ name, folder, withoutList }) => (folder || withoutList ? [] : [name]));

/** Formats that show the works of a list. */
const lists = Object.values(formats).flatMap(({ name, withoutList, show }) => (withoutList || show ? [] : [name]));

test.each(single)('shows every kind of work: %s', async (format) => {
	const text = rendered(listOf(kinds, {}, [owner]), format);
	const extension = formats[format]?.extension;
	await expect(withoutCode(text)).toMatchFileSnapshot(`golden/kinds.${format}${extension}`);
});

test('shows every kind of work in German', async () => {
	const text = rendered(listOf(kinds, {}, [owner]), 'markdown', { locale: locale('de') });
	await expect(text).toMatchFileSnapshot('golden/kinds.de.md');
});

test('has no doubled punctuation and no empty brackets', () => {
	for (const format of ['markdown', 'latex', 'html']) {
		const options = { abstract: false, bibtex: false };
		const text = (rendered(listOf(kinds), format, { options }) ?? '').replace(/<[^<>]*>/g, '').replace(/^%.*$/gm, '');
		expect(text).not.toMatch(/\.\.|,\s*,|\(\s*\)|\[\s*\]\s|\s[,.;]\s| {3,}\S.*\s\./);
		expect(text).not.toMatch(/undefined|null|\[object/);
	}
});

const hostile = `@article{x"><script>alert(1)</script>,
	author = {<script>alert(1)</script>, {{7*7}} and "O'Brien" onload=x and \\href{javascript:alert(1)}{Evil}},
	title = {<img src=x onerror=alert(1)> {{constructor}} {% raw %} \\href{javascript:alert(1)}{x} $</script><b>$ -->},
	journal = {"><svg onload=alert(1)>},
	note = {\`\`]]>'' [a](javascript:alert(1)) ![b](c) | \\texttt{*x* _y_}},
	url = {javascript:alert(1)},
	pdf = {data:text/html,<script>alert(1)</script>},
	code = {https://a.org/"onmouseover="alert(1)},
	abstract = {</p></details><script>alert(1)</script>},
	keywords = {"><b>},
	year = {2020"><b>},
}`;

test('markup in a library is shown as text', async () => {
	for (const format of ['html', 'html-page', 'markdown', 'latex']) {
		const list = listOf(hostile);
		await expect(withoutCode(rendered(list, format))).toMatchFileSnapshot(
			`golden/hostile.${format}${formats[format]?.extension}`,
		);
	}
	const page = rendered(listOf(hostile), 'html-page') ?? '';
	const own = page
		.replace(/<style>[^<]*<\/style>/, '')
		.replace(/<script>.*<\/script>\n<\/body>/, '')
		.replace(/ href="data:application\/gzip;base64,[\w+/=]*"/, '')
		.replace(/<template data-bibfolio="cite">[\s\S]*?<\/template>/, '');
	expect(own).not.toMatch(/<(?:script|img|svg)|\son\w+="|href="(?:javascript|data):|[{}]/i);
});

test('a page contains its stylesheet and script, and a policy with their hashes', () => {
	const page = rendered(listOf(kinds), 'html-page') ?? '';
	for (const [element, words] of [
		['style', '.bibfolio-item'],
		['script', 'DecompressionStream'],
	]) {
		const text = new RegExp(`<${element}>([\\s\\S]*?)</${element}>`).exec(page)?.[1] ?? '';
		expect(text).toContain(words);
		expect(page).toContain(`${element}-src 'sha256-${createHash('sha256').update(text).digest('base64')}'`);
	}
});

test('a fragment has no empty lines, indentation or line ends in text', () => {
	const html = rendered(listOf(kinds), 'html') ?? '';
	expect(html).not.toMatch(/\n\s|\s\n|[{}]|style=|<script|<br>/);
	expect(html).toMatch(/^<section class="bibfolio" role="doc-bibliography"/);
	for (const line of html.trim().split('\n')) expect(line).toMatch(/^<.*>$/);
});

const spec = (more: Partial<ListSpec>): Partial<ListSpec> => ({ groupBy: [], ...more });
const three = `@article{a, author={A, A}, title={A}, year=2001}
@article{b, author={B, B}, title={B}, year=2002}
@article{c, author={C, C}, title={C}, year=2003}`;

test('every format shows the numbers of the list', () => {
	const down = listOf(three, spec({ number: { order: 'down', scope: 'list', prefix: '', start: 1 } }));
	expect(
		rendered(down, 'html')
			?.match(/<li [^>]*value="\d"/g)
			?.map((li) => li.slice(-2, -1)),
	).toEqual(['3', '2', '1']);
	expect(
		rendered(down, 'markdown')
			?.match(/^\S+/gm)
			?.filter((word) => /\d/.test(word)),
	).toEqual(['**3.**', '**2.**', '**1.**']);
	expect(rendered(down, 'latex')?.match(/\\bibfolioitem\{\d\.\}/g)).toHaveLength(3);

	const up = listOf(three, spec({ number: { order: 'up', scope: 'list', prefix: '', start: 7 } }));
	expect(rendered(up, 'markdown')?.match(/^\d\./gm)).toEqual(['7.', '8.', '9.']);
	expect(rendered(up, 'html')).toContain('value="7"');

	const labels = listOf(three, spec({ number: { order: 'up', scope: 'list', prefix: 'J', start: 1 } }));
	expect(rendered(labels, 'markdown')).toContain('**J3.**');
	expect(rendered(labels, 'html')).toContain('<span class="bibfolio-label">J1</span>');
	expect(rendered(labels, 'latex')).toContain('\\bibfolioitem{J1}');

	const none = listOf(three, spec({ number: { order: 'none', scope: 'list', prefix: '', start: 1 } }));
	expect(rendered(none, 'markdown')?.match(/^- /gm)).toHaveLength(3);
	expect(rendered(none, 'html')).not.toMatch(/<ol|value=/);
});

test('two sections without titles are two lists', () => {
	const sections = ['A', 'B'].map((title) => ({
		...{ id: null, title: null, note: null, sections: null, groupBy: [], sort: null, number: null, limit: null },
		where: { field: { title: [title] } },
	}));
	const text = rendered(listOf(three, { sections, leftOvers: 'hide' }), 'markdown') ?? '';
	expect(text).toMatch(/1\. A[\s\S]*<!-- -->[\s\S]*1\. B/);
});

test('a person without a mark is a link in HTML, and a plain name elsewhere', () => {
	const bib = '@book{w, author = {Weyl, Hermann}, title = {Raum}, date = {1918}}';
	const list = listOf(bib, {}, [person('Weyl, Hermann', { role: 'none', url: 'https://example.org/weyl' })]);
	expect(rendered(list, 'html')).toContain('<a href="https://example.org/weyl">Weyl\u00a0H</a>');
	expect(rendered(list, 'html')).not.toContain('bibfolio-mark');
	for (const format of ['markdown', 'latex']) expect(rendered(list, format)).toBe(rendered(listOf(bib), format));
});

const marked = `@article{a, author={Noether, Emmy and Klein, Felix and Hilbert, David and Weyl, Hermann},
	author+an={2=equal;3=equal,corresponding}, title={A}, year=1918}`;

test('each kind of mark has its own look, and the legend contains those in use', () => {
	const people = [
		person('Noether, Emmy'),
		person('Weyl, Hermann', { role: 'student', url: 'https://example.org/weyl' }),
	];
	const list = listOf(marked, {}, people);
	const html = rendered(list, 'html') ?? '';
	expect(html).toContain('<strong class="bibfolio-mark bibfolio-mark-owner">Noether\u00a0E</strong>');
	expect(html).toContain('Hilbert\u00a0D<sup class="bibfolio-symbol">*</sup><sup class="bibfolio-symbol">†</sup>');
	expect(html).toContain('<a href="https://example.org/weyl">Weyl\u00a0H</a>');
	expect(html).toMatch(/legend">.*equal contribution.*corresponding author.*symbol">\+<\/sup> student/);
	expect(html).not.toContain('presenting');
	const markdown = rendered(list, 'markdown') ?? '';
	expect(markdown).toContain(
		'**Noether E**, Klein F<sup>\\*</sup>, Hilbert D<sup>\\*</sup><sup>†</sup> and *Weyl H*<sup>\\+</sup> (1918).',
	);
	expect(markdown).toMatch(
		/^<sup>\\\*<\/sup> equal contribution · <sup>†<\/sup> corresponding author · <sup>\\\+<\/sup> student$/m,
	);
	const latex = rendered(list, 'latex') ?? '';
	expect(latex).toContain('\\bibfoliomark{owner}{Noether~E}, Klein~F\\bibfoliosymbol{*}');
	expect(latex).toContain('\\bibfoliomark{student}{Weyl~H}\\bibfoliosymbol{+}');
});

test('a list without marks has no legend', () => {
	expect(rendered(listOf(three), 'html')).not.toContain('legend');
});

test('ids are clean and unique, and the key is unchanged', () => {
	const html =
		rendered(
			listOf('@misc{a:b/c, title={1}}\n@misc{a-b-c, title={2}}\n@misc{Ünï, title={3}}\n@misc{日本, title={4}}'),
			'html',
		) ?? '';
	expect(html.match(/<li [^>]*id="[^"]*"/g)?.map((li) => /id="(.*)"/.exec(li)?.[1])).toEqual([
		'bibfolio-publications-a-b-c',
		'bibfolio-publications-a-b-c-2',
		'bibfolio-publications-Uni',
		'bibfolio-publications-work',
	]);
	expect(html.match(/data-key="[^"]*"/g)).toEqual([
		'data-key="a:b/c"',
		'data-key="a-b-c"',
		'data-key="Ünï"',
		'data-key="日本"',
	]);
});

test('headings begin at the given level and stop at six', () => {
	const list = listOf(three, { title: { en: 'Works', de: 'Werke' }, groupBy: ['venue', 'year'] });
	expect(rendered(list, 'html', { headingLevel: 5 })?.match(/<h\d/g)).toEqual(['<h5', '<h6', '<h6', '<h6', '<h6']);
	expect(rendered(list, 'markdown', { headingLevel: 1 })).toMatch(/^# Works\n\n## Journal Articles\n\n### 2003/);
	expect(rendered(list, 'html-page')?.match(/<h\d/g)?.slice(0, 2)).toEqual(['<h1', '<h2']);
	expect(rendered(list, 'markdown', { locale: locale('de') })).toContain('## Werke');
});

test('options reach the templates', () => {
	const list = listOf(kinds);
	expect(rendered(list, 'html', { options: { abstract: false, bibtex: false } })).not.toContain('<details');
	expect(rendered(list, 'markdown', { options: { links: 'addresses' } })).toContain(
		'<https://doi.org/10.1038/143239a0>',
	);
	expect(rendered(list, 'markdown', { options: { links: 'addresses' } })).toContain(
		'[arXiv:2301.00001 \\[cs\\.IT\\]](https://arxiv.org/abs/2301.00001)',
	);
});

test('labels of links come from the configuration, else from the locale', () => {
	const links = [{ kind: 'code', fields: [], label: { en: 'Source code', de: 'Quelltext' }, template: null }];
	expect(rendered(listOf(kinds), 'html', {}, { links })).toContain('>Source code</a>');
	expect(rendered(listOf(kinds), 'html', { locale: locale('de') }, { links })).toContain('>Quelltext</a>');
});

test('the BibTeX shown follows the macros it needs', () => {
	const html = rendered(listOf('@string{aps = "APS"}\n@book{a, title = {A}, publisher = aps}'), 'html') ?? '';
	expect(html).toContain('<code>@string&#123;aps = &#123;APS&#125;&#125;&#10;</code><code>@book&#123;a, title');
});

test('the volume of a book in a series without numbers is the number in the series', () => {
	const bib = '@book{a, title = {A}, series = {Great Books}, volume = 72, publisher = {P}, year = 2001}';
	expect(rendered(listOf(bib), 'markdown')).toContain('*Great Books* 72. P');
});

test.each([
	['article', 'journal = {PLoS ONE}', 'In: PLoS ONE'],
	['article', 'journal = {J}, issuetitle = {Special Issue on Sums}', 'In: Soares C (ed.) J. Special Issue on Sums'],
	['inproceedings', 'booktitle = {B}', 'In: Soares C (ed.) B'],
	['incollection', 'booktitle = {B}', 'In: Soares C (ed.) B'],
	['article', 'journal = {LNCS Conference on Sums}', 'In: Soares C (ed.) LNCS Conference on Sums'],
])(
	'an editor is that of the book or the issue, not the handling editor of an article: @%s, %s',
	(type, fields, shown) => {
		const bib = `@${type}{a, author = {Abel, N.}, title = {T}, editor = {Soares, C.}, ${fields}, year = 2011}`;
		expect(rendered(listOf(bib), 'text')).toContain(shown);
	},
);

test("quotations in titles and in containers have the locale's marks", () => {
	const bib = '@article{a, title = {The "New" Way}, journal = {Journal of "Things"}, year = {2000}}';
	expect(rendered(listOf(bib), 'text')).toMatch(/“The ‘New’ Way”[\s\S]*Journal of “Things”/);
	expect(rendered(listOf(bib), 'text', { locale: locale('de') })).toContain('Journal of „Things“');
});

test('a collaboration follows the authors', () => {
	const [alice, both] = ['Aamodt, K. and others', 'Aamodt, K. and Abel, N.'].map((author) =>
		rendered(listOf(`@article{a, author = {${author}}, collaboration = {ALICE}, title = {T}, year = 2011}`), 'text'),
	);
	expect(alice).toContain('Aamodt K et al., ALICE Collaboration (2011).');
	expect(both).toContain('Aamodt K and Abel N, ALICE Collaboration (2011).');
});

test('the BibTeX shown omits private fields', () => {
	const html = rendered(listOf(kinds), 'html', {}, { privateFields: ['abstract'] }) ?? '';
	expect(html).toContain('@article&#123;meitner1939,&#10;');
	expect(html).not.toMatch(/<pre[^>]*><code>[^<]*abstract/);
});

test('an entry is rendered once while it, its marks and the context are the same', () => {
	const list = listOf(three);
	const again = rendered(list, 'html');
	const spied = new Proxy(list.items[0]?.publication ?? {}, {});
	expect(spied).toBeDefined();
	const titles: string[] = [];
	for (const { publication } of list.items)
		Object.defineProperty(publication, 'title', {
			get: () => {
				titles.push(publication.key);
				return [{ type: 'text', value: 'changed' }];
			},
		});
	expect(rendered(list, 'html')).toBe(again);
	expect(titles).toEqual([]);
	expect(rendered(list, 'html', { headingLevel: 4 })).not.toContain('changed');
	expect(rendered(list, 'html', { options: { bibtex: false } })).toContain('changed');
});

test('characters without a glyph in LaTeX are reported in every build', () => {
	const list = listOf('@misc{a, title={日本}}\n@misc{b, title={Plain ü “q” α}}');
	for (let build = 0; build < 2; build++) {
		const found: Diagnostic[] = [];
		rendered(list, 'latex', {}, {}, (d) => found.push(d));
		expect(found).toMatchObject([{ code: 'output/character', message: expect.stringMatching(/in a: 日 本/) }]);
	}
	expect(rendered(list, 'html')).not.toBeNull();
});

test.each(lists.filter((format) => format !== 'json' && format !== 'sitemap'))(
	'a preprint joined with its publication is linked once in %s',
	(format) => {
		const text = rendered(
			listOf(`
				@article{p, author={Curie, M.}, title={On One and the Same Thing}, journal={J}, year=2022, doi={10.1000/x}}
				@misc{q, author={Curie, M.}, title={On One and the Same Thing}, eprint={1912.11425}, archiveprefix={arXiv},
					year=2019, code={https://example.org/code}}`),
			format,
			{ options: { bibtex: false } },
		);
		expect((text ?? '').match(/example\.(?:\\allowbreak\{\})?org\/(?:\\allowbreak\{\})?code(?!\}\{)/g)).toHaveLength(1);
	},
);
