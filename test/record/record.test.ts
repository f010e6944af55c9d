import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { buildRecord, contentsOf } from '../engines/record.ts';

/**
 * The record in `bib/`, shown item by item in the words and the order of the CV it was transcribed from.
 * `expected.txt` has that CV's words, made consistent where it is at odds with itself ('and' before the last
 * name without a comma, hyphens in page ranges, initials apart).
 */
const expected = readFileSync(new URL('expected.txt', import.meta.url), 'utf8')
	.split('\n')
	.filter(Boolean);

const result = buildRecord();
const output = (path: string): string => contentsOf(result, path);

describe('the reference record in Markdown', () => {
	const shown = itemsOfMarkdown(output('out/publications.md'));

	it('shows every heading and item, in order', () => {
		expect(shown).toEqual(expected);
	});

	it('numbers 47 works, 14 talks and 4 lectures, each section from 1', () => {
		const counted = new Map<string, number[]>();
		let heading = '';
		for (const line of shown) {
			if (line.startsWith('# ')) heading = line.slice(2);
			const number = /^\d+(?=\. )/.exec(line);
			if (number) counted.set(heading, [...(counted.get(heading) ?? []), Number(number[0])]);
		}
		const upTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1);
		expect([...counted]).toEqual([
			['Journal Articles', upTo(19)],
			['Contributions to Conference Proceedings and Workshops', upTo(15)],
			['Book Chapters', upTo(4)],
			['Preprints', upTo(9)],
			['Talks', upTo(14)],
			['Lectures', upTo(4)],
		]);
	});
});

describe('the reference record in other formats', () => {
	it.each(['out/publications.html', 'out/publications.fragment.html', 'out/publications.tex'])(
		'has every title in %s',
		(path) => {
			const text = words(output(path));
			for (const publication of result.publications) {
				const title = publication.entry.fields.get('title')?.value ?? '';
				expect(text).toContain(words(title));
			}
		},
	);

	it('highlights the owner once in each of the 47 works, under both names, in every format', () => {
		expect(output('out/publications.md').match(/\*\*(Lapuschkin|Bach) S\*\*/g)).toHaveLength(47);
		expect(
			output('out/publications.html').match(/<strong class="bibfolio-mark[^>]*>(<[^>]*>)*(Lapuschkin|Bach)/g),
		).toHaveLength(47);
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
