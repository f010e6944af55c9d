import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { inFile, source } from '../../src/diagnostics/source.ts';
import type { Library } from '../../src/library/entry.ts';
import { libraryReader } from '../../src/library/read-library.ts';

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

/** A replacement of a stretch of text, in hundredths of its length. */
const edit = fc.record({ at: fc.nat(100), length: fc.nat(6), text: fc.oneof(fc.constant(''), piece) });

function edited(text: string, { at, length, text: put }: { at: number; length: number; text: string }): string {
	const start = Math.floor((text.length * at) / 100);
	return text.slice(0, start) + put + text.slice(start + length);
}

describe('a library that is read again', () => {
	const described = ({ code, message, span, related = [] }: Diagnostic) =>
		[...(span ? [span] : []), ...related.flatMap(({ span }) => (span ? [span] : []))].reduce((words, place) => {
			const { source, start, end } = inFile(place);
			return `${words} ${source.path} ${start} ${end}`;
		}, `${code} ${message}`);
	const content = ({ entries, byKey, macros, preambles }: Library) => ({
		entries: entries.map(({ key, type, fields, source: { origin, text } }) => ({
			...{ key, type, text, at: origin?.offset, file: origin?.source.path },
			fields: [...fields].map(([name, { value }]) => [name, value]),
		})),
		keys: [...byKey].map(([key, entry]) => [key, entry.source.origin?.offset]),
		macros: [...macros].map(([name, { value, span }]) => [name, value, span.start]),
		preambles,
	});
	function read(readLibrary: ReturnType<typeof libraryReader>, texts: readonly string[]) {
		const reports: string[] = [];
		const sources = texts.map((text, index) => source(`${index}.bib`, text));
		const library = readLibrary(sources, (diagnostic) => reports.push(described(diagnostic)));
		return { library, reports };
	}

	it('equals one that is read for the first time, with all diagnostics', () => {
		fc.assert(
			fc.property(fc.tuple(text, text), fc.array(fc.tuple(fc.nat(1), edit), { maxLength: 6 }), (first, changes) => {
				const reader = libraryReader();
				read(reader, first);
				let texts: readonly string[] = first;
				for (const [which, change] of changes) {
					texts = texts.with(which, edited(texts[which] ?? '', change));
					const again = read(reader, texts);
					const anew = read(libraryReader(), texts);
					expect(content(again.library)).toEqual(content(anew.library));
					expect(again.reports).toEqual(anew.reports);
				}
			}),
			{ numRuns: 300 },
		);
	});

	it('keeps unchanged entries, wherever they are', () => {
		const reader = libraryReader();
		const [a, b, c, d, e, f] = ['a', 'b', 'c', 'd', 'e', 'f'].map((key) => `@misc{${key}, title = {${key}}}`);
		const { library } = read(reader, [[a, b, c, d, e, f].join('\n')]);
		const moved = [a, e, c, b, '@misc{d, title = {another}}', '@misc{g, title = {g}}', f].join('\n');
		const again = read(reader, [moved]).library;
		const same = again.entries.filter((entry) => library.entries.includes(entry)).map(({ key }) => key);
		expect(same).toEqual(['a', 'e', 'c', 'b', 'f']);
	});

	it('does not affect another library with the same paths and blocks', () => {
		const [one, other] = [libraryReader(), libraryReader()];
		const entry = '@misc{a, title = {A}}';
		const first = read(one, [`% the first library\n${entry}`]).library;
		const second = read(other, [entry]).library;
		expect(second.entries[0]).not.toBe(first.entries[0]);
		expect(first.entries.map(({ span }) => inFile(span).start)).toEqual([20]);
		read(other, [`\n\n${entry}`]);
		expect(first.entries.map(({ span }) => inFile(span).start)).toEqual([20]);
	});

	it('notices a macro with a new definition and the same value', () => {
		const reader = libraryReader();
		const entry = '@misc{a, title = m}';
		read(reader, [`@string{n = "M"}\n@string{m = n}\n${entry}`]);
		const { library } = read(reader, [`@string{n = "M"}\n@string{m = "M"}\n${entry}`]);
		expect(library.entries.map(({ macros }) => macros)).toEqual([['m']]);
	});
});
