import { expect, test } from 'vitest';
import { finish } from '../../../src/formats/finish-file.ts';
import { text } from '../../../src/formats/text/text.ts';
import { typst } from '../../../src/formats/typst/typst.ts';
import type { RichText } from '../../../src/latex/rich-text.ts';

const context = { quotes: [['“', '”'] as const] };
const rich: RichText = [
	{ type: 'emphasis', children: [{ type: 'text', value: 'C. elegans' }] },
	{ type: 'text', value: '(2020) ' },
	{ type: 'link', href: 'https://a.org/"b"', children: [{ type: 'text', value: 'c' }] },
	{ type: 'superscript', children: [{ type: 'text', value: '2' }] },
	{ type: 'math', tex: 'x^2', display: false },
];

test.each([
	['Müller K-R and a/b', 'Müller K-R and a/b'],
	['#a $b$ *c* _d_ <e> @f ~', '\\#a \\$b\\$ \\*c\\* \\_d\\_ \\<e\\> \\@f \\~'],
	['- a -- b ... 1. c', '\\- a \\-\\- b \\.\\.\\. 1. c'],
	['1. a', '1\\. a'],
	['= a', '\\= a'],
	['https://a.org // b', 'https:\\/\\/a.org \\/\\/ b'],
	['a\nb\u2028c\u0000d', 'a b cd'],
])('Typst sees no markup in %j', (value, written) => {
	expect(typst.text(value)).toBe(written);
});

test('a function call ends before the following text', () => {
	expect(typst.inline(rich, context)).toBe('#emph[C. elegans];(2020) #link("https://a.org/%22b%22")[c];#super[2];x²');
	expect(typst.link('javascript:x', 'a')).toBe('a');
});

test('plain text contains no markup', () => {
	expect(text.inline(rich, context)).toBe('C. elegans(2020) c <https://a.org/%22b%22>²x²');
	expect(text.link('https://a.org', 'https://a.org')).toBe('https://a.org');
	expect(finish(text, '\u0080=Über\n\n\n\nb \n')).toBe('Über\n====\n\nb\n');
});
