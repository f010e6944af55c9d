import { codeFrameColumns } from '@babel/code-frame';
import { inFile, lineOf, position, type Span } from './source.ts';
import { visibleCharacter } from './visible.ts';

/** Columns of a line to show; a longer line is cut to a window around the position. */
const width = 100;
/** Columns to show before the position if the window does not start with the line. */
const leadingColumns = 30;
const linesAround = 2;

/**
 * The lines around the start of a span, with a marker under the part of its first line that it covers. Plain text
 * without colours, because `@babel/code-frame` would highlight a .bib file as JavaScript.
 */
export function codeFrame(span: Span): string {
	const { source: file, start, end } = inFile(span);
	const { line, column } = position(file, start);
	const first = Math.max(1, line - linesAround);
	const cells: Cells = { restore: [] };
	const lines: string[] = [];
	let marker = { start: 1, end: 1 };
	for (let number = first; number <= line + linesAround; number++) {
		const lineSpan = lineOf(file, number);
		// The empty line after a final line end is shown only if the span is there.
		if (!lineSpan || (number > line && lineSpan.start === file.text.length)) break;
		if (number !== line) {
			lines.push(toCells(cut(file.text, lineSpan, lineSpan.start), cells));
			continue;
		}
		const from = lineSpan.start + column - 1;
		const window = windowOf(lineSpan, Math.min(from, lineSpan.end));
		const shown = cut(file.text, lineSpan, window.start);
		const edge = shown.startsWith('…') && window.start > lineSpan.start ? 1 : 0;
		const head = toCells(shown.slice(0, edge + from - window.start), cells);
		const markedEnd = Math.min(Math.max(end, from), window.end);
		const marked = toCells(file.text.slice(from, markedEnd), cells);
		const rest = toCells(shown.slice(edge + Math.max(from, markedEnd) - window.start), cells);
		lines.push(head + marked + rest);
		marker = { start: head.length + 1, end: head.length + 1 + marked.trimEnd().length };
	}
	// `startLine` is missing in the package's types, so the options are not an object literal in the call.
	const options = { linesAbove: linesAround, linesBelow: linesAround, startLine: first };
	const frame = codeFrameColumns(
		lines.join('\n'),
		{ start: { line, column: marker.start }, end: { line, column: marker.end } },
		options,
	);
	return fromCells(frame, cells);
}

/** The part of a long line that contains the position. It never splits a surrogate pair. */
function windowOf(line: Span, from: number): { start: number; end: number } {
	if (line.end - line.start <= width || from - line.start < width - leadingColumns) {
		return { start: line.start, end: Math.min(line.end, line.start + width) };
	}
	const start = wholeCharacter(
		line.source.text,
		Math.max(line.start, Math.min(from - leadingColumns, line.end - width)),
	);
	return { start, end: Math.min(line.end, start + width) };
}

function cut(text: string, line: Span, from: number): string {
	const end = wholeCharacter(text, Math.min(line.end, from + width));
	return `${from > line.start ? '…' : ''}${text.slice(from, end)}${end < line.end ? '…' : ''}`;
}

function wholeCharacter(text: string, offset: number): number {
	const code = text.charCodeAt(offset);
	return code >= 0xdc00 && code <= 0xdfff ? offset - 1 : offset;
}

/** Grapheme clusters that are not one column wide, stored while columns are counted. */
interface Cells {
	readonly restore: string[];
}

/** Characters that are one column wide: Latin, Greek, Cyrillic and punctuation; no soft hyphens and combining marks. */
const plain =
	/^[\t\x20-\x7e\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0482\u048a-\u052f\u1e00-\u1fff\u2010-\u2027\u2030-\u205e]*$/;
const firstPlaceholder = 0xe000;
const lastPlaceholder = 0xf8fe;
const filler = '\uf8ff';

/**
 * Converts a text so that each UTF-16 unit is one column of the terminal, which aligns the marker with wide characters,
 * combining marks and escaped controls. Clusters of another width become a private-use placeholder and fillers, which
 * {@link fromCells} converts back.
 */
function toCells(text: string, cells: Cells): string {
	if (plain.test(text)) return text;
	let result = '';
	for (const { segment } of new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text)) {
		const shown = segment.length === 1 ? visibleCharacter(segment) : Array.from(segment, visibleCharacter).join('');
		const columns = shown !== segment ? shown.length : wide.test(segment) ? 2 : 1;
		const code = segment.charCodeAt(0);
		const simple = shown.length === columns && (code < firstPlaceholder || code > 0xf8ff);
		const placeholder = firstPlaceholder + cells.restore.length;
		if (simple || placeholder > lastPlaceholder) result += shown;
		else {
			cells.restore.push(shown);
			result += String.fromCharCode(placeholder) + filler.repeat(columns - 1);
		}
	}
	return result;
}

/** Characters that are two columns wide. */
const wide =
	/^(?:\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}|\p{Emoji_Presentation}|[\u3000-\u303f\uff01-\uff60\uffe0-\uffe6])/u;

function fromCells(frame: string, { restore }: Cells): string {
	if (restore.length === 0) return frame;
	return frame.replace(/[\ue000-\uf8ff]/g, (character) =>
		character === filler ? '' : (restore[character.charCodeAt(0) - firstPlaceholder] ?? ''),
	);
}
