import { readFileSync } from 'node:fs';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { inFile, position, source } from '../../src/diagnostics/source.ts';
import type { Entry, Library } from '../../src/library/entry.ts';
import { libraryReader } from '../../src/library/read-library.ts';

/** The result of reading texts as the files a.bib, b.bib … */
export interface Reading {
	readonly library: Library;
	readonly diagnostics: readonly Diagnostic[];
	readonly codes: readonly string[];
	readonly keys: readonly string[];
	/** `line:column` of each diagnostic, in its file. */
	readonly places: readonly string[];
	/** Reads the library again, after its files have changed to these texts. */
	readonly again: (...texts: string[]) => Reading;
}

/** Reads texts as a library, each as a separate file. */
export function read(...texts: string[]): Reading {
	return readWith(libraryReader(), texts);
}

function readWith(readLibrary: ReturnType<typeof libraryReader>, texts: readonly string[]): Reading {
	const diagnostics: Diagnostic[] = [];
	const sources = texts.map((text, i) => source(`${String.fromCharCode(97 + i)}.bib`, text));
	const library = readLibrary(sources, (diagnostic) => diagnostics.push(diagnostic));
	return {
		library,
		diagnostics,
		codes: diagnostics.map(({ code }) => code),
		keys: library.entries.map(({ key }) => key),
		places: diagnostics.map(placeOf),
		again: (...texts) => readWith(readLibrary, texts),
	};
}

/** `line:column` of a diagnostic in its file. */
export function placeOf({ span }: Diagnostic): string {
	if (!span) return '';
	const { source: file, start } = inFile(span);
	const { line, column } = position(file, start);
	return `${line}:${column}`;
}

/** The text that a diagnostic points at. */
export function pointedAt({ span }: Diagnostic): string {
	return span ? span.source.text.slice(span.start, span.end) : '';
}

/** The only entry of a text. */
export function entryOf(...texts: string[]): Entry {
	return only(read(...texts).library.entries);
}

/** The only item of a list. Throws if there are none or several. */
export function only<T>(list: readonly T[]): T {
	const [first, ...more] = list;
	if (first === undefined || more.length > 0) throw new Error(`Expected one, found ${list.length}`);
	return first;
}

/** Names and values of an entry's fields; with `own`, only those it does not inherit. */
export function fieldsOf(entry: Entry | undefined, own = false): Record<string, string> {
	const fields = [...(entry?.fields.values() ?? [])].filter(({ inheritedFrom }) => !own || !inheritedFrom);
	return Object.fromEntries(fields.map(({ name, value }) => [name, value]));
}

/** A file of test/library/fixtures. */
export function fixture(name: string): string {
	return readFileSync(new URL(`fixtures/${name}`, import.meta.url), 'utf8');
}
