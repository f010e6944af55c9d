import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { build } from '../../src/build.ts';
import type { Report } from '../../src/diagnostics/diagnostic.ts';
import { source } from '../../src/diagnostics/source.ts';
import type { WrittenEntry } from '../../src/library/entry.ts';
import { decodeSource } from '../../src/library/files/decode.ts';
import { readBlocks } from '../../src/library/read-blocks.ts';
import { loadProject } from '../../src/project/project.ts';
import { folderWith } from '../folder.ts';
import type { Trial } from './trial.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const files = ['bib', 'test/library/fixtures', 'test/render/fixtures', 'test/cli/fixtures'];
const libraries = files.flatMap((folder) =>
	readdirSync(join(root, folder))
		.filter((name) => name.endsWith('.bib') && !/unclosed|broken/.test(name))
		.map((name) => readFileSync(join(root, folder, name), 'utf8')),
);

/** Replaces a part of a text. */
interface Damage {
	readonly start: number;
	readonly end: number;
	readonly text: string;
}

/** Damages a text at about this offset. */
type Mutation = (text: string, at: number) => Damage;

const insert =
	(text: string): Mutation =>
	(_, at) => ({ start: at, end: at, text });
const remove =
	(length: number): Mutation =>
	(text, at) => ({ start: at, end: Math.min(at + length, text.length), text: '' });
const duplicate =
	(length: number): Mutation =>
	(text, at) => ({ start: at, end: at, text: text.slice(at, at + length) });
const transpose: Mutation = (text, at) => ({
	start: at,
	end: at + 2,
	text: [...text.slice(at, at + 2)].reverse().join(''),
});
/** Applies a mutation at the next character that BibTeX interprets. */
const atDelimiter =
	(mutate: Mutation): Mutation =>
	(text, at) => {
		const next = text.slice(at).search(/[{}"@,=#()]/);
		return mutate(text, next < 0 ? at : at + next);
	};
const atLine =
	(mutate: (line: string, rest: string) => Damage['text'], lines: number): Mutation =>
	(text, at) => {
		const start = text.lastIndexOf('\n', at - 1) + 1;
		const [line = '', next = ''] = text.slice(start).match(/.*\n|.+$/g) ?? [];
		return { start, end: start + (lines === 2 ? line + next : line).length, text: mutate(line, next) };
	};
const truncate: Mutation = (text, at) => ({ start: at, end: text.length, text: '' });

const mutations = fc.oneof(
	fc.constantFrom(...'{}"@,#=()%\\$&~^_ \n\r\t\0a1é\u{feff}\u2028\ud83d').map(insert),
	fc
		.constantFrom(
			'@article{',
			'@article{x,',
			'@comment{',
			'@string{',
			'@preamble{"',
			'x = {',
			'x = "',
			'"}',
			'},',
			'}}',
			'{{',
			'\\',
			'\r\n',
			'<<<<<<< HEAD\n',
		)
		.map(insert),
	fc.integer({ min: 1, max: 80 }).map(remove),
	fc.integer({ min: 1, max: 80 }).map(duplicate),
	fc.constantFrom(
		transpose,
		truncate,
		remove(1),
		duplicate(1),
		atDelimiter(remove(1)),
		atDelimiter(duplicate(1)),
		atDelimiter(transpose),
	),
	fc.constantFrom(
		atLine(() => '', 1),
		atLine((line) => line + line, 1),
		atLine((line, next) => next + line, 2),
	),
);

/** The bytes of a text in the encodings and with the line ends of exporters. */
const encodings: Readonly<Record<string, (text: string) => Uint8Array>> = {
	'UTF-8': (text) => Buffer.from(text),
	'UTF-8 with a byte order mark': (text) => Buffer.from(`\ufeff${text}`),
	'UTF-16': (text) => Buffer.from(`\ufeff${text}`, 'utf16le'),
	'big-endian UTF-16': (text) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16(),
	'Latin-1': (text) => Buffer.from(text, 'latin1'),
	CRLF: (text) => Buffer.from(text.replace(/\r?\n/g, '\r\n')),
	CR: (text) => Buffer.from(text.replace(/\r?\n/g, '\r')),
};

interface DamagedLibrary {
	readonly library: string;
	readonly at: number;
	readonly mutation: Mutation;
	readonly encoding: string;
}

/**
 * An entry is damaged if the change touches its block or a character next to it. All others must be read with the same
 * key, type and fields, up to whitespace. If an entry that the change starts in is missing, a diagnostic must say so, unless
 * the change made it a comment or removed all of its fields.
 */
export const noEntryLost: Trial<DamagedLibrary> = {
	name: 'mutations',
	promise: 'No entry is lost except a damaged one, and that one is reported',
	tries: 3900,
	fewTries: 50,
	triesPerCase: 1,
	cases: fc.record({
		library: fc.constantFrom(...libraries),
		at: fc.nat(),
		mutation: mutations,
		encoding: fc.constantFrom(...Object.keys(encodings)),
	}),
	breach({ library, at, mutation, encoding }) {
		const text = encoding === 'Latin-1' ? library.replace(/[^\0-\xff]/g, '?') : library;
		const { start, end, text: inserted } = mutation(text, at % text.length);
		const damaged = text.slice(0, start) + inserted + text.slice(end);
		const before = readBlocks([source('a.bib', text)], [], () => {}).entries.map(({ entry }) => entry);
		const codes: string[] = [];
		const report: Report = ({ code }) => codes.push(code);
		const file = decodeSource('a.bib', encodings[encoding]?.(damaged) ?? Buffer.from(''), report);
		const entries = build(project, { sources: [file] }).library.blocks.entries.map(({ entry }) => entry);
		readBlocks([file], [], report);
		const remaining = new Set(entries.map(written));
		const isMissing = (entry: WrittenEntry) => entry.usable && !remaining.has(written(entry));
		const touches = (entry: WrittenEntry) => start <= endOf(entry) + 1 && end >= startOf(entry) - 1;
		const lost = before.filter((entry) => isMissing(entry) && !touches(entry));
		const place = `${encoding}, ${JSON.stringify(text.slice(start, end))} at ${start} replaced by ${JSON.stringify(inserted)}`;
		if (lost.length > 0) return `${place}: lost ${lost.map(({ key }) => key).join(', ')}`;
		const keys = new Set(entries.filter(({ usable }) => usable).map(({ key }) => key));
		const rest = (entry: WrittenEntry) => text.slice(startOf(entry), start) + text.slice(end, endOf(entry));
		const cut = before.filter((entry) => start >= startOf(entry) && start <= endOf(entry) && rest(entry).includes('='));
		const isSilent =
			cut.some(({ key }) => !keys.has(key)) &&
			entries.length < before.length &&
			codes.every((code) => code === 'file/encoding');
		return isSilent && !/%|@comment/.test(inserted) ? `${place}: an entry is missing without a diagnostic` : null;
	},
};

const loaded = loadProject(null, folderWith({}), { files: ['a.bib'] }, () => {}) ?? fail();
const project = { ...loaded, outputs: [] };

function fail(): never {
	throw new Error('no project');
}

function startOf({ source: { origin } }: WrittenEntry): number {
	return origin?.offset ?? 0;
}

function endOf(entry: WrittenEntry): number {
	return startOf(entry) + entry.source.text.length;
}

/** An entry as text, without differences of whitespace. */
function written({ key, type, fields }: WrittenEntry): string {
	return JSON.stringify([key, type, [...fields].map(([name, { value }]) => [name, value.replace(/\s+/g, ' ')])]);
}
