import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodeHTML } from 'entities';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatIn } from '../../src/formats/index.ts';
import { folderWith } from '../folder.ts';
import { toSkip } from './engine.ts';

function ask(program: string, words: readonly string[], markdown: string): string {
	const { stdout, stderr, status } = spawnSync(program, words, { input: markdown, encoding: 'utf8' });
	expect(status, stderr).toBe(0);
	return stdout;
}

/** Hugo's own goldmark, with the typographer that is on unless a site says otherwise. */
function hugo(markdown: string): string {
	const folder = folderWith({
		'config.toml': 'disableKinds = ["home", "taxonomy", "term", "RSS", "sitemap", "section"]\n',
		'layouts/_default/single.html': '{{ .Content }}',
	});
	mkdirSync(join(folder, 'content'));
	writeFileSync(join(folder, 'content/page.md'), `---\ntitle: x\n---\n${markdown}`);
	ask('hugo', ['--source', folder, '--quiet'], '');
	return readFileSync(join(folder, 'public/page/index.html'), 'utf8');
}

const kramdown =
	'require "kramdown"; require "kramdown-parser-gfm"; puts Kramdown::Document.new(STDIN.read, input: "GFM").to_html';
const extensions = ['table', 'strikethrough', 'autolink', 'tagfilter', 'tasklist', 'footnotes'];

/** Whose flavour is read by what. */
const readers: readonly [flavour: string, program: string, read: (markdown: string) => string][] = [
	['gfm', 'cmark-gfm', (text) => ask('cmark-gfm', ['--unsafe', ...extensions.flatMap((name) => ['-e', name])], text)],
	['commonmark', 'cmark-gfm', (text) => ask('cmark-gfm', ['--unsafe'], text)],
	['pandoc', 'pandoc', (text) => ask('pandoc', ['-f', 'markdown', '-t', 'html', '--wrap=none'], text)],
	['jekyll', 'jekyll', (text) => ask('ruby', ['-e', kramdown], text)],
	['hugo', 'hugo', hugo],
];

const piece = fc.oneof(
	fc.constantFrom(
		...'\\`*_{}[]()#+-.!&<>|~^$@:"\'=%/ \n1aBé素‘’“”',
		...['www.', 'http://', '![', '](', '--', '<!--', '&amp;', '- ', '1. ', ':a:', '(a) ', 'A) ', 'i. ', '@x', '{{<'],
	),
	fc.string({ unit: 'grapheme', maxLength: 4 }),
);
const texts = fc.sample(
	fc.array(piece, { minLength: 1, maxLength: 12 }).map((pieces) => pieces.join('')),
	{ numRuns: 1500, seed: 7 },
);
const shown = (text: string) =>
	text
		.replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, (sign) => ('\n\r\t'.includes(sign) ? ' ' : ''))
		// Pandoc's HTML asks for arrows that are no emoji.
		.replace(/\ufe0e/g, '')
		.normalize('NFC')
		.replace(/\s+/g, ' ')
		.trim();

describe.each(readers)('%s', (flavour, program, read) => {
	it.skipIf(toSkip(program)).each([
		['in a line', 'x ', ' x'],
		['that begins a paragraph', '', ''],
	])(`gives any text back to the letter, ${program} says, %s`, (_, before, after) => {
		const format = formatIn('markdown', flavour);
		const paragraphs = texts.map((text) => `MARK\n\n${before}${format?.text(text)}${after}`);
		const words = decodeHTML(read(paragraphs.join('\n\n')).replace(/<[^<>]*>/g, ''));
		const got = words.split('MARK').slice(1).map(shown);
		expect(got).toEqual(texts.map((text) => shown(before + text + after)));
	});
});
