import { describe, expect, it, test } from 'vitest';
import { formatIn } from '../../../src/formats/index.ts';
import { flavours } from '../../../src/formats/markdown/markdown-flavours.ts';
import type { RichText } from '../../../src/latex/rich-text.ts';
import { listOf, locale, person, rendered } from '../../render/library.ts';

const context = { quotes: [['“', '”'] as const, ['‘', '’'] as const] };
const text = (value: string): RichText[number] => ({ type: 'text', value });
const math = (tex: string, display = false): RichText => [{ type: 'math', tex, display }];
const write = (flavour: string, nodes: RichText) => formatIn('markdown', flavour)?.inline(nodes, context);
const inFlavour = (flavour: string) => ({ format: formatIn('markdown', flavour) as never });

describe.each<[string, Record<string, string>]>([
	['gfm', { x_1: '$x_1$', '\\{x\\}': '$`\\{x\\}`$', '\\mathbf{x}_i': '$`\\mathbf{x}_i`$' }],
	['commonmark', { x_1: 'x₁', 'O(n^2)': 'O(n²)' }],
	['remark', { x_1: '$x_1$', '\\{x\\}': '$\\{x\\}$' }],
	['vitepress', { x_1: '$x_1$' }],
	['jekyll', { x_1: '$$x_1$$', '|x| \\| y': '$$\\vert x\\vert \\Vert y$$' }],
	['hugo', { x_1: '\\(x_1\\)', '\\(': '\\(\\(\\)' }],
	['pandoc', { x_1: '$x_1$' }],
	['quarto', { x_1: '$x_1$' }],
	['myst', { x_1: '{math}`x_1`', 'a`b': '<code>a\\`b</code>' }],
	['mdx', { 'a*b': '<math><mrow><mi>a</mi><mo>∗</mo><mi>b</mi></mrow></math>', '\\frac': '<code>\\\\frac</code>' }],
])('mathematics in %s', (flavour, cases) => {
	it.each(Object.entries(cases))('%s', (tex, written) => {
		expect(write(flavour, math(tex))).toBe(written);
	});
});

test('separates mathematics from a following digit and from other mathematics', () => {
	const [x, y] = [math('x'), math('y')].flat() as [RichText[number], RichText[number]];
	expect(write('gfm', [x, text('2-norm')])).toBe('$x$&#50;-norm');
	expect(write('gfm', [x, y, text(' '), x])).toBe('$x$<!-- -->$y$ $x$');
	expect(write('hugo', [x, y])).toBe('\\(x\\)\\(y\\)');
});

test('Vue finds no code in text', () => {
	expect(write('vitepress', [text('{{ x }} {{{')])).toBe('\\{<!-- -->\\{ x \\}\\} \\{<!-- -->\\{<!-- -->\\{');
});

const marked: RichText = [
	{ type: 'superscript', children: [text('2')] },
	{ type: 'subscript', children: [text('a b')] },
	{ type: 'code', children: [text('a_b')] },
	text(' '),
	{ type: 'small-caps', children: [text('c')] },
	{ type: 'underline', children: [text('d')] },
	{ type: 'emphasis', children: [text(' e')] },
];

test.each([
	['gfm', '<sup>2</sup><sub>a b</sub><code>a\\_b</code> c<u>d</u><em> e</em>'],
	['hugo', '²a b`a_b` cd e'],
	['pandoc', '^2^a b`a_b` [c]{.smallcaps}[d]{.underline}<em> e</em>'],
])('marks in %s', (flavour, written) => {
	expect(write(flavour, marked)).toBe(written);
});

test('typographers do not curl apostrophes of the library', () => {
	expect(formatIn('markdown', 'gfm')?.text("O'Neil")).toBe("O'Neil");
	for (const { name, typographer } of flavours)
		if (typographer) expect(formatIn('markdown', name)?.text("O'Neil")).toMatch(/^O(?:&#39;|\\')Neil$/);
});

test.each([
	['‘so-called’ “nets”', '‘so-called’ “nets”'],
	['“a ‘b’ c”', '“a ‘b’ c”'],
	['the Alemberts’ ‘don’t’', 'the Alemberts’ ‘don’t’'],
	['‘’a', '\\‘\\’a'],
	['‘a’b', '\\‘a\\’b'],
	['‘a’𑈤', '\\‘a\\’𑈤'],
	['“ a”', '\\“ a\\”'],
	['“a “b” c”', '\\“a \\“b\\” c\\”'],
	['‘a “b’ c”', '\\‘a \\“b\\’ c\\”'],
])('pandoc turns no quotation mark of %s', (value, written) => {
	expect(formatIn('markdown', 'pandoc')?.text(value)).toBe(written);
});

test('leading spaces do not turn text into code', () => {
	for (const { name } of flavours) expect(formatIn('markdown', name)?.text('     a  b')).toBe(' a  b');
	expect(write('gfm', [text('   '), text('  a')])).toBe(' a');
});

test('a leading keyword does not turn text into code in MDX', () => {
	for (const word of ['import', 'export']) {
		expect(write('mdx', [text(`${word} of goods`)])).toBe(`&#${word.charCodeAt(0)};${word.slice(1)} of goods`);
		expect(write('mdx', [text(`${word}ers`)])).toBe(`${word}ers`);
		expect(write('gfm', [text(`${word} of goods`)])).toBe(`${word} of goods`);
	}
});

const bib = `@article{a, author = {Weber, Marie}, title = {{Deep} Nets: \`\`\`x\`\`\`}, journal = {Nets}, year = {2020},
	abstract = {Short.}}
@article{b, author = {Weber, Marie and Noether, Emmy}, author+an = {1=equal;2=equal}, title = {{{%B%}}}, journal = {Nets}, year = {2019}}`;
const spec = { title: 'Papers', number: { order: 'up', scope: 'list', prefix: '', start: 5 } } as const;

test.each(flavours.map(({ name }) => name))('a list in %s', async (name) => {
	const options = { bibtex: true, abstract: true };
	const written = rendered(listOf(bib, spec, [person('Noether, Emmy')]), 'markdown', { ...inFlavour(name), options });
	await expect(written).toMatchFileSnapshot(`golden/list.${name}.md`);
});

describe('front matter', () => {
	const list = listOf(bib, { title: { en: 'Papers: "all"', de: 'Schriften' } });
	const above = (values: Record<string, unknown>, language: 'yaml' | 'toml' = 'yaml', tag = 'en') =>
		rendered(list, 'markdown', { frontMatter: { values, language }, locale: locale(tag) })?.split('\n\n')[0];

	it('contains the title of the list in its language, which then has no heading', () => {
		expect(above({})).toBe('---\ntitle: \'Papers: "all"\'\n---');
		expect(above({}, 'yaml', 'de')).toBe('---\ntitle: Schriften\n---');
		const written = rendered(list, 'markdown', { frontMatter: { values: {}, language: 'yaml' } }) ?? '';
		expect(written.match(/^#.*/gm)).toEqual(['## Journal Articles']);
	});

	it('contains values of any kind, and quotes text', () => {
		expect(above({ title: null, date: '2026-01-01', nav: 'no', tags: ['a', 'b'], menu: { main: { weight: 2 } } })).toBe(
			'---\ndate: "2026-01-01"\nnav: "no"\ntags:\n  - a\n  - b\nmenu:\n  main:\n    weight: 2\n---',
		);
	});

	it('can be TOML', () => {
		expect(above({ title: 'x', weight: 2 }, 'toml')).toBe('+++\ntitle = "x"\nweight = 2\n+++');
	});

	it('can precede an HTML fragment', () => {
		const written = rendered(list, 'html', { frontMatter: { values: { layout: 'page' }, language: 'yaml' } });
		expect(written).toMatch(/^---\ntitle: .*\nlayout: page\n---\n\n<section/);
	});
});
