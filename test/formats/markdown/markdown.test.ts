import fc from 'fast-check';
import { expect, test } from 'vitest';
import { finish } from '../../../src/formats/finish-file.ts';
import { markdown } from '../../../src/formats/markdown/markdown.ts';
import type { RichText } from '../../../src/latex/rich-text.ts';

const context = {
	quotes: [
		['“', '”'],
		['‘', '’'],
	],
} as const;
const text = (value: string): RichText[number] => ({ type: 'text', value });
const wrap = (type: 'emphasis' | 'strong' | 'no-case' | 'code' | 'superscript', ...children: RichText) =>
	({ type, children }) as RichText[number];
const inline = (...nodes: RichText) => markdown.inline(nodes, context);

/** What CommonMark makes of escapes. */
function read(written: string): string {
	return written.replace(/\\([!-/:-@[-`{-~])|&#(\d+);/g, (_, mark, code) => mark ?? String.fromCodePoint(Number(code)));
}

const plain = (value: string) =>
	value.replace(/\p{Cc}/gu, (c) => ('\n\r\t'.includes(c) ? ' ' : '')).replace(/^ +/, ' ');

test('escaped text can be decoded', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'grapheme-ascii', maxLength: 40 }), (value) => {
			expect(read(markdown.text(value))).toBe(plain(value));
			expect(read(inline(text(value), text(value)))).toBe(plain(value + value));
		}),
	);
});

test('escapes everything that a dialect could interpret', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'grapheme-ascii', maxLength: 40 }), (value) => {
			const bare = markdown.text(value).replace(/\\.|&#\d+;|(?<=[a-z])'(?=[a-z])|(?<=\d *)%/gi, '\u00b7');
			expect(bare).not.toMatch(/[*_`<>[\]{}|~^$@"'=%#+\\]/);
			expect(bare).not.toMatch(/^[-.:&!/)]|--|\.\.|:\/\/|\/\/|^\d+[.)](?:\s|$)|:[\w+-]+:|\((?:c|r|p|tm)\)/i);
		}),
		{ numRuns: 500 },
	);
});

test.each([
	['Höhne M-C M and Müller K-R', 'Höhne M-C M and Müller K-R'],
	['Deep Learning: A Review (2nd ed.)', 'Deep Learning: A Review (2nd ed.)'],
	['CoRR abs/2206.03208', 'CoRR abs/2206.03208'],
	['Gait & Posture', 'Gait & Posture'],
	['AT&T', 'AT&#38;T'],
	["O'Neil and the d'Alemberts' 'so-called'", "O'Neil and the d'Alemberts&#39; &#39;so-called&#39;"],
	['Hello! World', 'Hello! World'],
	['![x](y)', '\\!\\[x\\]\\(y)'],
	['www.example.org', 'www\\.example\\.org'],
	['www.+x and www. y', 'www\\.\\+x and www\\. y'],
	['a\u202eb\u2069c', 'abc'],
	['https://example.org', 'https&#58;&#47;&#47;example\\.org'],
	['1. Workshop', '1\\. Workshop'],
	['1999. A year', '1999\\. A year'],
	['- item', '\\- item'],
	['# 1', '\\# 1'],
	['14:10:27', '14:10:27'],
	['14:100:27', '14:100&#58;27'],
	['100:27', '100&#58;27'],
	['1:1e5:27', '1:1e5&#58;27'],
	['(c) 2020 (tm)', '\\(c\\) 2020 \\(tm\\)'],
	['wait...', 'wait\\.\\.\\.'],
	['a -- b', 'a \\-\\- b'],
	['5 < 6 $ 7', '5 &#60; 6 &#36; 7'],
	['{{ site }} {% x %}', '\\{\\{ site \\}\\} \\{&#37; x &#37;\\}'],
	['a\nb\tc\u0000d', 'a b cd'],
])('%j is %j', (value, written) => {
	expect(markdown.text(value)).toBe(written);
});

test('considers the neighbours of a character across nodes', () => {
	expect(
		inline(wrap('no-case', text('Clever Hans')), text(': Using '), wrap('no-case', text('LRP')), text('-based')),
	).toBe('Clever Hans: Using LRP-based');
	const norm: RichText = [{ type: 'math', tex: 'L_2', display: false }];
	expect(inline(...norm, text('-consistency of non-'), ...norm)).toBe('$L_2$-consistency of non-$L_2$');
	expect(inline(wrap('emphasis', text('C. elegans')), text('-like'))).toBe('*C. elegans*-like');
	expect(inline(...norm, text('--'), ...norm)).toBe('$L_2$\\-\\-$L_2$');
});

test.each<[string, RichText, string]>([
	['a word', [text('a '), wrap('emphasis', text('b')), text(' c')], 'a *b* c'],
	['before a comma', [wrap('strong', text('b')), text(', c')], '**b**, c'],
	['all there is', [wrap('emphasis', text('A (B)'))], '*A (B)*'],
	['inside a word', [text('a'), wrap('emphasis', text('b')), text('c')], 'a*b*c'],
	['a mark inside a word', [text('a'), wrap('emphasis', text('(b)')), text('c')], 'a<em>(b)</em>c'],
	['blanks at its ends', [text('a'), wrap('emphasis', text(' b ')), text('c')], 'a<em> b </em>c'],
	['beside another', [wrap('emphasis', text('a')), wrap('strong', text('b'))], '<em>a</em><strong>b</strong>'],
	['in another', [wrap('emphasis', text('a '), wrap('strong', text('b')), text(' c'))], '*a <strong>b</strong> c*'],
	['at the end of another', [wrap('emphasis', text('a '), wrap('strong', text('b')))], '<em>a <strong>b</strong></em>'],
	['empty', [text('a'), wrap('emphasis'), text('b')], 'a<em></em>b'],
	['an asterisk', [wrap('emphasis', text('*'))], '<em>\\*</em>'],
])('emphasis: %s', (_, nodes, written) => {
	expect(inline(...nodes)).toBe(written);
});

test('writes the other nodes as HTML that every dialect accepts', () => {
	expect(inline(wrap('code', text('a`b')), wrap('superscript', text('2')))).toBe('<code>a\\`b</code><sup>2</sup>');
});

test.each([
	['O(n^2)', 'O(n^2)'],
	['a<b', 'a \\lt b'],
	['{{a}}', '{ {a} }'],
	['\\frac{a}{b}', '\\frac{a}{b}'],
	['{%x}', '{ %x}'],
	[' x ', 'x'],
])('mathematics %j is %j between dollar signs', (tex, written) => {
	expect(inline({ type: 'math', tex, display: false })).toBe(`$${written}$`);
});

test('writes mathematics that contains a dollar sign as code', () => {
	expect(inline({ type: 'math', tex: 'a$b', display: false })).toBe('<code>a&#36;b</code>');
});

test('links are safe in every dialect', () => {
	expect(markdown.link('https://a.org/x_(y)?a=1&b={2}|', 'c')).toBe(
		'[c](https://a.org/x_%28y%29?a=1&amp;b=%7B2%7D%7C)',
	);
	expect(markdown.link('https://a.org/x_y', markdown.text('https://a.org/x_y'))).toBe('<https://a.org/x_y>');
	const link: RichText[number] = {
		type: 'link',
		href: 'https://a.org',
		children: [text('a]b'), { type: 'math', tex: 'x', display: false }],
	};
	expect(inline(text('see '), link, text('.'))).toBe('see [a\\]b$x$](https://a.org).');
	const bare: RichText[number] = { ...link, children: [text('https://a.org')] };
	expect(inline(text('see '), bare, text('.'))).toBe('see <https://a.org>.');
});

test('a file ends in one line end and keeps hard line breaks', () => {
	expect(finish(markdown, '\n# A\n\n\n\n1. a  \n    b  \n\n\nc \n')).toBe('# A\n\n1. a  \n    b\n\nc\n');
});
