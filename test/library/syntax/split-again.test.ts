import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.ts';
import { inFile, source } from '../../../src/diagnostics/source.ts';
import type { Library } from '../../../src/library/entry.ts';
import { readLibrary } from '../../../src/library/read-library.ts';
import { splitBlocks } from '../../../src/library/syntax/blocks.ts';
import { type SplitFile, splitAgain } from '../../../src/library/syntax/split-again.ts';
import { fixture } from '../reading.ts';

const signs = ['@', '{', '}', '"', '(', ')', ',', '=', '#', '%', '\\', '\n', '\r\n', ' ', '\x01', 'a', 'é', '😀'];
const words = [
	'title',
	'@a{k,\n',
	'@b(k,',
	'@comment{',
	'@comment',
	'@string{s=',
	'@preamble{"',
	'x={y},',
	'x@y.z',
	'xdata={k}',
];
const wholes = [
	'@a{k, x={y}}\n',
	'@b{l, x={y}}\n\n',
	'@misc{m, x=s, crossref={k}}\n',
	'@string{s="t"}\n',
	'@a{k, x={}}, y={z}}\n',
];
const piece = fc.oneof(...[signs, words, wholes].map((some) => fc.constantFrom(...some)));
const text = fc.array(piece, { maxLength: 40 }).map((parts) => parts.join(''));

/** A stretch of a text that becomes another, in hundredths of its length. */
const edit = fc.record({ at: fc.nat(100), length: fc.nat(6), text: fc.oneof(fc.constant(''), piece) });
const edits = fc.array(edit, { minLength: 1, maxLength: 6 });

function edited(text: string, { at, length, text: put }: { at: number; length: number; text: string }): string {
	const start = Math.floor((text.length * at) / 100);
	return text.slice(0, start) + put + text.slice(start + length);
}

describe('a file that is split again', () => {
	function follow(text: string, changes: readonly { at: number; length: number; text: string }[]): void {
		let file: SplitFile = { source: source('a.bib', text), blocks: splitBlocks(source('a.bib', text)) };
		for (const change of changes) {
			const now = source('a.bib', edited(file.source.text, change));
			const { all, before, behind } = splitAgain(now, file);
			expect(all).toEqual(splitBlocks(now));
			expect(before + behind).toBeLessThanOrEqual(Math.min(all.length, file.blocks.length));
			file = { source: now, blocks: all };
		}
	}

	it('has the blocks of one that is split for the first time', () => {
		fc.assert(fc.property(text, edits, follow), { numRuns: 3000 });
	});

	it('has them where nothing is amiss but the edit', () => {
		fc.assert(
			fc.property(edits, (changes) => follow(fixture('good.bib'), changes)),
			{ numRuns: 500 },
		);
	});

	it('is looked through around the edit only', () => {
		const entries = Array.from({ length: 100 }, (_, index) => `@misc{k${index}, title = {${index}}}\n`);
		const file = source('a.bib', entries.join('\n'));
		const now = source('a.bib', entries.with(50, '@misc{k50, title = {fifty}}\n').join('\n'));
		const { all, before, behind } = splitAgain(now, { source: file, blocks: splitBlocks(file) });
		expect(all.length - before - behind).toBeLessThan(6);
	});
});

describe('a library that is read again', () => {
	const told = ({ code, message, span, related = [] }: Diagnostic) =>
		[...(span ? [span] : []), ...related.flatMap(({ span }) => (span ? [span] : []))].reduce((words, one) => {
			const { source, start, end } = inFile(one);
			return `${words} ${source.path} ${start} ${end}`;
		}, `${code} ${message}`);
	const said = ({ entries, byKey, macros, preambles }: Library) => ({
		entries: entries.map(({ key, type, fields, source: { origin, text } }) => ({
			...{ key, type, text, at: origin?.offset, file: origin?.source.path },
			fields: [...fields].map(([name, { value }]) => [name, value]),
		})),
		keys: [...byKey].map(([key, entry]) => [key, entry.source.origin?.offset]),
		macros: [...macros].map(([name, { value, span }]) => [name, value, span.start]),
		preambles,
	});
	function read(texts: readonly string[], previous: Library | null) {
		const found: string[] = [];
		const sources = texts.map((text, index) => source(`${index}.bib`, text));
		const library = readLibrary(sources, (one) => found.push(told(one)), previous);
		return { library, found };
	}

	it('says what one says that is read for the first time, with all that is to be told of it', () => {
		fc.assert(
			fc.property(fc.tuple(text, text), fc.array(fc.tuple(fc.nat(1), edit), { maxLength: 6 }), (first, changes) => {
				let texts: readonly string[] = first;
				let { library } = read(texts, null);
				for (const [which, change] of changes) {
					texts = texts.with(which, edited(texts[which] ?? '', change));
					const again = read(texts, library);
					library = again.library;
					const saidAgain = said(library);
					const anew = read(texts, null);
					expect(saidAgain).toEqual(said(anew.library));
					expect(again.found).toEqual(anew.found);
				}
			}),
			{ numRuns: 1000 },
		);
	});

	it('has the entries that did not change, wherever they stand now', () => {
		const entries = ['a', 'b', 'c', 'd', 'e', 'f'].map((key) => `@misc{${key}, title = {${key}}}`);
		const [a, b, c, d, e, f] = entries;
		const { library } = read([entries.join('\n')], null);
		const moved = [a, e, c, b, '@misc{d, title = {another}}', '@misc{g, title = {g}}', f].join('\n');
		const again = read([moved], library).library;
		const same = again.entries.filter((entry) => library.entries.includes(entry)).map(({ key }) => key);
		expect(same).toEqual(['a', 'e', 'c', 'b', 'f']);
		expect(d).toBeDefined();
	});
});
