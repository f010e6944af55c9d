import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { folderWith } from '../folder.ts';
import { describeWith } from '../tools.ts';
import { itShowsLists } from './markdown-lists.ts';
import { itGivesAnyTextBack } from './markdown-places.ts';

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

/** A page of Jekyll's, by Liquid and kramdown as it has them. */
function jekyll(markdown: string): string {
	const folder = folderWith({ '_config.yml': 'title: x\n', 'page.md': `---\n---\n${markdown}` });
	ask(
		'jekyll',
		['build', '--source', folder, '--destination', join(folder, '_site'), '--quiet', '--disable-disk-cache'],
		'',
	);
	return readFileSync(join(folder, '_site/page.html'), 'utf8');
}

/** Whose flavour is read by what; where a site's engine sees lists before, that, too. */
type Read = (markdown: string) => string;
const readers: readonly [flavour: string, program: string, read: Read, site?: Read][] = [
	['gfm', 'cmark-gfm', (text) => ask('cmark-gfm', ['--unsafe', ...extensions.flatMap((name) => ['-e', name])], text)],
	['commonmark', 'cmark-gfm', (text) => ask('cmark-gfm', ['--unsafe'], text)],
	['pandoc', 'pandoc', (text) => ask('pandoc', ['-f', 'markdown', '-t', 'html', '--wrap=none'], text)],
	['jekyll', 'jekyll', (text) => ask('ruby', ['-e', kramdown], text), jekyll],
	['hugo', 'hugo', hugo],
];

for (const [flavour, program, read, site = read] of readers)
	describeWith(program)(`${flavour}, ${program} says`, () => {
		itGivesAnyTextBack(flavour, read);
		itShowsLists(flavour, site);
	});
