import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { source } from '../../src/diagnostics/source.ts';
import { draftFromCsl } from '../../src/editing/drafts/csl-drafts.ts';
import { splitBlocks } from '../../src/library/syntax/blocks.ts';
import { add } from './adding.ts';

/** A library in one of many styles, with comments, macros and junk between its entries. */
const libraries = fc
	.record({
		newline: fc.constantFrom('\n', '\r\n'),
		indent: fc.constantFrom('', '  ', '\t'),
		equals: fc.constantFrom('=', ' = ', '   = '),
		quotes: fc.boolean(),
		comma: fc.boolean(),
		upper: fc.boolean(),
		gap: fc.constantFrom('', '\n', '\n\n', '\n% a heading\n\n', '\nwords that mean nothing\n', '\n@string{x = {y}}\n'),
		head: fc.constantFrom('', '% Encoding: UTF-8\n\n', '@preamble{"\\newcommand{\\x}{y}"}\n', '\n\n'),
		tail: fc.constantFrom(
			'',
			'\n',
			'\n\n@Comment{jabref-meta: databaseType:bibtex;}\n',
			'\n% Local Variables:\n% End:\n',
			' ',
		),
		years: fc.array(fc.integer({ min: 1990, max: 2025 }), { maxLength: 6 }),
		order: fc.constantFrom<(one: number, other: number) => number>(
			(one, other) => one - other,
			(one, other) => other - one,
			() => 0,
		),
	})
	.map(({ newline, indent, equals, quotes, comma, upper, gap, head, tail, years, order }) => {
		const cased = (name: string) => (upper ? name.toUpperCase() : name);
		const value = (words: string) => (quotes ? `"${words}"` : `{${words}}`);
		const entries = years.sort(order).map((year, index) => {
			const fields = [
				['author', value(`Doe, Jane${index}`)],
				['title', value(`An Old Work ${index}`)],
				['journal', value('J')],
				['year', String(year)],
			].map(([name = '', written]) => `${indent}${cased(name)}${equals}${written}`);
			return `@${cased('article')}{doe${year}${'abcdef'[index]},\n${fields.join(',\n')}${comma ? ',' : ''}\n}`;
		});
		return (head + entries.join(`\n${gap}`) + tail).replace(/\n/g, newline);
	});

const words = fc.string({
	unit: fc.constantFrom(...'abcDEF éß€{}\\%$&_#~^"\'“—字яα<>@,=2'),
	minLength: 3,
	maxLength: 24,
});
const drafts = fc
	.array(
		fc.record({
			type: fc.constantFrom('article-journal', 'book', 'paper-conference', 'thesis', 'webpage'),
			title: words,
			author: fc.array(fc.record({ family: words, given: words }), { maxLength: 3 }),
			'container-title': words,
			issued: fc.integer({ min: 1985, max: 2026 }).map((year) => ({ 'date-parts': [[year]] })),
			URL: fc.constantFrom('https://example.org/a_b', ''),
			abstract: words,
		}),
		{ minLength: 1, maxLength: 3 },
	)
	.map((items) => items.map((item) => draftFromCsl(item, true)));

describe('adding', () => {
	it('keeps all other bytes and entries, and adds nothing in a second run', () => {
		fc.assert(
			fc.property(libraries, drafts, (library, input) => {
				const { replacements, text, added, isWell } = add(library, input);
				expect(replacements.every(({ start, end }) => start === end)).toBe(true);
				let rest = text;
				for (const { start, text: inserted } of replacements.toReversed()) {
					const at =
						start + replacements.filter((one) => one.start < start).reduce((sum, one) => sum + one.text.length, 0);
					expect(rest.slice(at, at + inserted.length)).toBe(inserted);
					rest = rest.slice(0, at) + rest.slice(at + inserted.length);
				}
				expect(rest).toBe(library);
				expect(isWell).toBe(true);
				expect(entriesIn(text)).toBe(entriesIn(library) + added.length);
				const again = add(text, input);
				expect(again.added.map(({ key }) => key)).toEqual([]);
				expect(again.text).toBe(text);
			}),
			{ numRuns: 40 },
		);
	});
});

function entriesIn(text: string): number {
	return splitBlocks(source('papers.bib', text)).filter(({ kind }) => kind === 'entry').length;
}
