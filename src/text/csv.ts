import Papa from 'papaparse';
import type { Code } from '../diagnostics/codes.ts';
import { diagnostic, type Report } from '../diagnostics/diagnostic.ts';
import type { Source, Span } from '../diagnostics/source.ts';

/** A row of a CSV file that contains text. */
export interface CsvRow {
	/** Without whitespace around them. */
	readonly cells: readonly string[];
	/** The span of a cell with its quotation marks, or of the whole row. */
	spanOf(cell?: number): Span;
}

/**
 * Reads CSV as spreadsheets write it: with commas, semicolons, tabs or bars between the cells, whichever occurs most often in
 * the first line, or with the character in a line `sep=;`. Omits empty rows. A row with wrong quotation marks is reported under
 * `code` and read without their meaning, up to the end of its line, so that it does not swallow the rows after it.
 */
export function readCsv(source: Source, report: Report, code: Code): CsvRow[] {
	const { text } = source;
	const declared = /^sep=(.)\r?\n/.exec(text);
	const delimiter = declared?.[1] ?? likelyDelimiter(text);
	const newline = text.includes('\n') ? '\n' : '\r';
	const rows: CsvRow[] = [];
	const add = (values: readonly string[], start: number, end: number) => {
		const cells = values.map((value) => value.trim());
		if (cells.some((cell) => cell !== '')) rows.push(rowAt(source, cells, start, end, delimiter));
	};
	let start = declared?.[0].length ?? 0;
	for (let repairs = 0; start < text.length; repairs++) {
		const quoteChar = repairs < mostRepairs ? '"' : '\0';
		const base = start;
		let isBroken = false;
		Papa.parse<string[]>(text.slice(base), {
			...{ delimiter, newline, quoteChar },
			step: ({ data, errors, meta }, parser) => {
				isBroken = errors.length > 0;
				if (isBroken) return parser.abort();
				add(data, start, base + meta.cursor);
				start = base + meta.cursor;
			},
		});
		if (!isBroken) break;
		const lineEnd = text.indexOf(newline, start);
		const end = lineEnd < 0 ? text.length : lineEnd;
		report(
			diagnostic(code, 'Unexpected or missing quotation mark in a row', {
				span: { source, start, end: start + text.slice(start, end).trimEnd().length },
				hint: 'Put the whole cell in one pair of double quotes, and write "" for a quotation mark in it',
			}),
		);
		add(looseCells(text.slice(start, end), delimiter), start, end);
		start = end + newline.length;
	}
	return rows;
}

/** After so many rows with wrong quotation marks, these lose their meaning: each repair reads up to the end of the file. */
const mostRepairs = 20;

/** The cells of a line in which some quotation marks are wrong; the others keep their meaning. */
function looseCells(line: string, delimiter: string): string[] {
	const end = `(?:\\${delimiter}|$)`;
	const cell = new RegExp(`\\s*"((?:[^"]|"")*)"\\s*${end}|([^\\${delimiter}]*)${end}`, 'g');
	return [...line.matchAll(cell)].map(([, quoted, plain = '']) =>
		quoted === undefined ? plain.trim().replace(/^"|"$/g, '') : quoted.replaceAll('""', '"'),
	);
}

const delimiters = [',', ';', '\t', '|'] as const;

/** The delimiter that occurs most often outside quotation marks in the first line; a comma if none occurs. */
function likelyDelimiter(text: string): string {
	const line = /^\s*(?:"[^"]*"|[^"\r\n])*/.exec(text)?.[0].replace(/"[^"]*"/g, '') ?? '';
	const count = (delimiter: string) => line.split(delimiter).length;
	return delimiters.reduce((best, other) => (count(other) > count(best) ? other : best));
}

function rowAt(source: Source, cells: readonly string[], start: number, end: number, delimiter: string): CsvRow {
	const whole = { source, start, end: start + source.text.slice(start, end).trimEnd().length };
	return { cells, spanOf: (cell) => (cell === undefined ? whole : (cellSpans(whole, delimiter)[cell] ?? whole)) };
}

/** The spans of the cells of a row, trimmed. */
function cellSpans({ source, start, end }: Span, delimiter: string): Span[] {
	const spans: Span[] = [];
	let isQuoted = false;
	let from = start;
	for (let at = start; at <= end; at++) {
		const character = source.text[at];
		if (at < end && character === '"') isQuoted = !isQuoted;
		if (at < end && (isQuoted || character !== delimiter)) continue;
		const cell = source.text.slice(from, at);
		const first = from + cell.length - cell.trimStart().length;
		spans.push({ source, start: first, end: Math.max(first, from + cell.trimEnd().length) });
		from = at + 1;
	}
	return spans;
}

/**
 * Writes rows as CSV with commas, LF and a line end after each row. A text that a spreadsheet would run as a formula (`=…`,
 * `+…`, `-…`, `@…`) gets an apostrophe before it, because a library may come from a stranger. Numbers stay numbers; null is an
 * empty cell.
 */
export function writeCsv(rows: readonly (readonly (string | number | null)[])[]): string {
	const options = { newline: '\n', escapeFormulae: true } as const;
	return rows.map((row) => `${Papa.unparse([row as (string | number | null)[]], options)}\n`).join('');
}
