/**
 * A text whose offsets can be converted to lines and columns of its file.
 *
 * Each entry has its own source, the text of its block, and `origin` is the current position of that block in the file. An
 * unchanged entry keeps its spans and its identity when text above it changes: only `origin` is updated, which is the only
 * mutable property in the data.
 */
export interface Source {
	/** The path as the user gave it, or `<stdin>`. */
	readonly path: string;
	readonly text: string;
	/** The position of this text in a larger one; null for a whole file. */
	origin: { readonly source: Source; readonly offset: number } | null;
}

/** Part of a source: UTF-16 offsets, half-open. */
export interface Span {
	readonly source: Source;
	readonly start: number;
	readonly end: number;
}

/** One-based line and column; the column counts UTF-16 units. */
export interface Position {
	readonly line: number;
	readonly column: number;
}

/** Creates the source of a whole file. */
export function source(path: string, text: string): Source {
	return { path, text, origin: null };
}

/** The same span with offsets in its file. */
export function inFile(span: Span): Span {
	let { source: text, start, end } = span;
	while (text.origin) {
		start += text.origin.offset;
		end += text.origin.offset;
		text = text.origin.source;
	}
	return { source: text, start, end };
}

/** A WeakMap instead of `cacheByIdentity`, because this folder cannot import from `text/`. */
const lineStarts = new WeakMap<Source, readonly number[]>();

/** The line and column of an offset in a whole file. LF, CRLF and CR each end a line. */
export function position(file: Source, offset: number): Position {
	const starts = startsOfLines(file);
	let low = 0;
	let high = starts.length - 1;
	while (low < high) {
		const middle = (low + high + 1) >> 1;
		if ((starts[middle] ?? 0) <= offset) low = middle;
		else high = middle - 1;
	}
	return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
}

/** A line of a whole file (one-based), without its line end; null if there is no such line. */
export function lineOf(file: Source, line: number): Span | null {
	const starts = startsOfLines(file);
	const start = starts[line - 1];
	if (start === undefined) return null;
	let end = starts[line] ?? file.text.length;
	if (starts[line] !== undefined) end -= file.text.endsWith('\r\n', end) ? 2 : 1;
	return { source: file, start, end };
}

function startsOfLines(file: Source): readonly number[] {
	const cached = lineStarts.get(file);
	if (cached) return cached;
	const starts = [0];
	for (const end of file.text.matchAll(/\r\n|\n|\r/g)) starts.push(end.index + end[0].length);
	lineStarts.set(file, starts);
	return starts;
}
