import { spawnSync } from 'node:child_process';
import { decodeHTML } from 'entities';
import { describe, expect } from 'vitest';
import { describeWith } from '../tools.ts';
import { itFindsMathematics } from './markdown-math.ts';

/** The formulas in what a program writes of Markdown, between the marks that it leaves to a script of the page. */
function asks(program: string, words: readonly string[], marks: RegExp): (markdown: string) => string[] {
	return (input) => {
		const { stdout, stderr, status } = spawnSync(program, words, { input, encoding: 'utf8' });
		expect(status, stderr).toBe(0);
		return [...stdout.matchAll(marks)].map(([, tex = '']) => decodeHTML(tex));
	};
}

const kramdown =
	'require "kramdown"; require "kramdown-parser-gfm"; puts Kramdown::Document.new(STDIN.read, input: "GFM").to_html';
const extensions = ['table', 'strikethrough', 'autolink', 'tagfilter', 'footnotes'].flatMap((name) => ['-e', name]);

describe.each([
	['gfm', 'cmark-gfm', ['--unsafe', ...extensions], /\$(?:<code>)?([^$]*?)(?:<\/code>)?\$/g],
	['pandoc', 'pandoc', ['-f', 'markdown', '-t', 'html', '--mathjax', '--wrap=none'], /\\\(([\s\S]*?)\\\)<\/span>/g],
	['jekyll', 'ruby', ['-e', kramdown], /\\[([]([\s\S]*?)\\[)\]]/g],
] as const)('%s', (flavour, program, words, marks) => {
	describeWith(program)(`as ${program} reads it`, () => itFindsMathematics(flavour, asks(program, words, marks)));
});
