import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inertLink, inertText, inlineCode } from '../../../src/cli/update/inert-markdown.ts';
import { visibleText } from '../../../src/diagnostics/visible.ts';
import { itWith } from '../../tools.ts';

const hostile = [
	'@octocat and @github/team',
	'Fixes #1, closes org/repo#2, GH-3, GL-4, !5, $6, ~bug, ~"a b", %"v1", &7, ^alert#8, [issue:9], *iteration:1',
	'/close\n/merge\r\n/assign @x',
	'<script>alert(1)</script><img src=x onerror=y><!-- x',
	'**bold** _em_ ~~gone~~ `code` [link](https://evil.example) ![i](x)',
	'https://github.com/a/b/issues/1 www.evil.example x@evil.example',
	':tada: :+1: deadbeef 0123456789abcdef0123456789abcdef01234567',
	'| a | b |\n|---|---|\n# Heading\n- [ ] task\n> quote',
	'\u202egnitator\u0000\u001b[31m',
	'$`x`$ $$y$$ {{ z }} [skip ci]',
	'::error::x ##[error]y',
];

/** References that GitHub and GitLab find in the text of a page. */
const reference =
	/@\w|#\d|[!$&^]\d|[~%]["\w]|\b(?:GH|GL)-\d|\[\w+:\d|\*\w+:\d|:[\w+-]+:|:\/\/|www\.\w|\b[\da-f]{7,40}\b|^\s*\/\w/i;

/** The text of lines of Markdown, one for each item of a list, as cmark-gfm reads them. */
function rendered(lines: readonly string[]): string {
	const extensions = ['table', 'strikethrough', 'autolink', 'tasklist', 'footnotes'].flatMap((name) => ['-e', name]);
	const input = lines.map((line) => `- **${line}** (x)\n`).join('');
	return spawnSync('cmark-gfm', ['--unsafe', ...extensions], { input, encoding: 'utf8' }).stdout;
}

describe('inertText', () => {
	it.each(hostile)('has no reference and one line: %j', (text) => {
		const inert = inertText(text);
		expect(visibleText(inert)).toBe(inert.replaceAll('\u200b', '<U+200B>'));
		expect(inert).not.toContain('##[');
		const shown = inert.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code))).replace(/\\(?=\W)/g, '');
		expect(`x ${shown}`).not.toMatch(reference);
	});

	itWith('cmark-gfm')('is shown as it is, without markup', () => {
		const html = rendered(hostile.map(inertText));
		expect(html.match(/<[^>]+>/g)?.filter((tag) => !/^<\/?(?:ul|li|strong)>$/.test(tag))).toEqual([]);
		expect(html.match(/<strong>/g)).toHaveLength(hostile.length);
	});

	itWith('cmark-gfm')('is inert for any text', () => {
		const words = fc.constantFrom(
			...hostile.flatMap((text) => text.split(/(?<=\W)|(?=\W)/)),
			'a',
			' ',
			'\\',
			'-',
			'1.',
		);
		const texts = fc.array(
			fc.array(words, { minLength: 1, maxLength: 12 }).map((parts) => `x${parts.join('')}y`),
			{ minLength: 20, maxLength: 20 },
		);
		fc.assert(
			fc.property(texts, (several) => {
				const html = rendered(several.map(inertText));
				const tags = html.match(/<[^>]+>/g)?.filter((tag) => !/^<\/?(?:ul|li|strong)>$/.test(tag));
				expect(tags).toEqual([]);
				expect(html.match(/<strong>/g)).toHaveLength(several.length);
				for (const [, text = ''] of html.matchAll(/<strong>(.*)<\/strong>/g))
					expect(text.replaceAll('&amp;', '&').replace(/&(?:lt|gt|quot);/g, '<')).not.toMatch(reference);
			}),
			{ numRuns: 20 },
		);
	});

	it('keeps ordinary titles readable, and cuts endless ones', () => {
		expect(inertText('On Rings (Part 2): A Survey, 1921')).toBe('On Rings (Part 2): A Survey, 1921');
		expect([...inertText('x'.repeat(10_000))].length).toBe(300);
	});
});

describe('inlineCode', () => {
	it.each([
		['noether1921', '`noether1921`'],
		['a`b', '``a`b``'],
		['`', '`` ` ``'],
		['a\nb', '`a b`'],
		['', ''],
	])('writes %j as %s', (text, code) => expect(inlineCode(text)).toBe(code));
});

describe('inertLink', () => {
	it('links safe addresses only', () => {
		expect(inertLink('https://doi.org/10.1000/x', '10.1000/x')).toBe('[10.1000/x](https://doi.org/10.1000/x)');
		expect(inertLink('javascript:alert(1)', 'x')).toBe('x');
	});
});
