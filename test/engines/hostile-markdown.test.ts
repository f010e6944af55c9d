import { spawnSync } from 'node:child_process';
import { decodeHTML } from 'entities';
import { beforeAll, expect, it } from 'vitest';
import { listOf, rendered } from '../render/library.ts';
import { describeWith } from '../tools.ts';
import { hostileEntries, hostileTitles } from './hostile.ts';
import { quotedTitle } from './quoted-title.ts';

/** GitHub's Markdown parser, with all its extensions. */
function cmark(markdown: string): string {
	const extensions = ['table', 'strikethrough', 'autolink', 'tagfilter', 'tasklist', 'footnotes'].flatMap((name) => [
		'-e',
		name,
	]);
	const { stdout, status } = spawnSync('cmark-gfm', ['--unsafe', ...extensions], {
		input: markdown,
		encoding: 'utf8',
	});
	expect(status).toBe(0);
	return stdout;
}

/** The visible text of HTML without links, by line. */
const words = (html: string) => decodeHTML(html.replace(/<[^<>]*>/g, ''));
const shown = (text: string) =>
	text.replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, (sign) => ('\n\r\t'.includes(sign) ? ' ' : ''));

describeWith('cmark-gfm')("GitHub's Markdown", () => {
	const list = listOf(hostileTitles() + hostileEntries());
	let html = '';
	beforeAll(() => {
		html = cmark(rendered(list, 'markdown') ?? '');
	});

	it('shows every title exactly', () => {
		const lines = new Set(
			words(html)
				.split('\n')
				.map((line) => line.trim().replace(/\.$/, '')),
		);
		const missing = list.items
			.filter(({ publication }) => publication.key.startsWith('hostile'))
			.map(({ publication }) => shown(quotedTitle(publication.title)).replace(/\.$/, ''))
			.filter((title) => !lines.has(title));
		expect(missing).toEqual([]);
	});

	it('contains only markup of the templates, and no link to a script', () => {
		const tags = new Set([...html.matchAll(/<\/?([a-z0-9]+)/g)].map(([, tag]) => tag));
		expect(
			[...tags].filter((tag) => !/^(?:h[1-6]|[ou]l|li|p|br|em|strong|a|code|su[bp]|u|del)$/.test(tag ?? '')),
		).toEqual([]);
		for (const [, href = ''] of html.matchAll(/href="([^"]*)"/g)) expect(href).toMatch(/^(?:https?|mailto):/);
	});
});
