import { decodeHTMLStrict } from 'entities';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { finish } from '../../../src/formats/finish-file.ts';
import { html, htmlPage } from '../../../src/formats/html/html.ts';
import type { RichText } from '../../../src/latex/rich-text.ts';

const context = {
	quotes: [
		['“', '”'],
		['‘', '’'],
	],
} as const;
const text = (value: string): RichText[number] => ({ type: 'text', value });
const inline = (...nodes: RichText) => html.inline(nodes, context);

/** The text a browser shows: tags taken out, references resolved. */
function shown(markup: string): string {
	return decodeHTMLStrict(markup.replace(/<[^<>]*>/g, ''));
}

const dropped = /[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069\ufffe\uffff]/gu;
const kept = (value: string) => value.replace(/\r\n?/g, '\n').replace(dropped, (c) => ('\n\t'.includes(c) ? c : ''));

test('escaped text can be decoded, and contains no markup, template code or line end', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (value) => {
			const written = html.text(value);
			expect(shown(written)).toBe(kept(value));
			expect(written).not.toMatch(/[<>"'{}\r\n]/);
		}),
	);
});

test.each([
	['<script>alert(1)</script>', '&lt;script&gt;alert(1)&lt;/script&gt;'],
	['{{ x }} {% y %}', '&#123;&#123; x &#125;&#125; &#123;% y %&#125;'],
	['" onmouseover="x', '&quot; onmouseover=&quot;x'],
	['a\r\nb\tc', 'a&#10;b\tc'],
	['\u202eevil\u0000\ud800!', 'evil!'],
	['Müller & Söhne 😀', 'Müller &amp; Söhne 😀'],
])('%j is %j', (value, written) => {
	expect(html.text(value)).toBe(written);
});

test('writes every kind of node', () => {
	const a = [text('a')];
	expect(inline({ type: 'emphasis', children: a }, { type: 'strong', children: a })).toBe(
		'<em>a</em><strong>a</strong>',
	);
	expect(inline({ type: 'superscript', children: a }, { type: 'subscript', children: a })).toBe(
		'<sup>a</sup><sub>a</sub>',
	);
	expect(inline({ type: 'small-caps', children: a })).toBe('<span class="bibfolio-small-caps">a</span>');
	expect(inline({ type: 'roman', children: a })).toBe('<span class="bibfolio-roman">a</span>');
	expect(inline({ type: 'code', children: a }, { type: 'no-case', children: a })).toBe('<code>a</code>a');
	expect(inline({ type: 'underline', children: a }, { type: 'strike', children: a })).toBe('<u>a</u><s>a</s>');
});

test('quotation marks alternate', () => {
	const quote = (...children: RichText): RichText[number] => ({ type: 'quote', children });
	expect(inline(quote(text('a '), quote(text('b '), quote(text('c')))), text(' '), quote(text('d')))).toBe(
		'“a ‘b “c”’” “d”',
	);
});

test('a link inside a link keeps its words', () => {
	const inner: RichText[number] = { type: 'link', href: 'https://b.org', children: [text('b')] };
	const outer: RichText[number] = { type: 'link', href: 'https://a.org/?x=1&y="2"', children: [text('a '), inner] };
	expect(inline(outer, inner)).toBe('<a href="https://a.org/?x=1&amp;y=%222%22">a b</a><a href="https://b.org">b</a>');
});

test('writes mathematics as MathML, or as text if it does not parse', () => {
	expect(inline({ type: 'math', tex: 'x^2', display: false })).toBe('<math><msup><mi>x</mi><mn>2</mn></msup></math>');
	expect(inline({ type: 'math', tex: '\\nosuch{<b>', display: false })).toBe('<code>\\nosuch&#123;&lt;b&gt;</code>');
});

test('shows the arguments of an unknown command in mathematics, as in text', () => {
	const shown = inline({ type: 'math', tex: '\\nosuch{<}', display: false });
	expect(shown).toMatch(/^<math>.*&lt;.*<\/math>$/);
	expect(shown).not.toContain('nosuch');
});

test('writes twenty thousand nested nodes', () => {
	let node: RichText[number] = text('x');
	for (let i = 0; i < 20_000; i++) node = { type: 'emphasis', children: [node] };
	expect(inline(node)).toHaveLength(20_000 * 9 + 1);
});

test('removes empty lines and indentation from a file', () => {
	expect(finish(html, '\n<p>\n\n\t <b>x</b>  \n</p>\n\n')).toBe('<p>\n<b>x</b>\n</p>\n');
	expect(finish(htmlPage, '<p>a</p>')).toBe('<p>a</p>\n');
	fc.assert(
		fc.property(fc.string(), (file) => {
			const done = finish(html, file);
			expect(finish(html, done)).toBe(done);
			expect(done).not.toMatch(/\n[\s]+\S|[ \t]\n/);
		}),
	);
});

test('text cannot end a comment', () => {
	for (const line of ['--> <b>', '--!>', '->', '<!--', '---->'])
		expect(html.comment([line]).slice(4, -3)).not.toMatch(/--|[<>]/);
});
