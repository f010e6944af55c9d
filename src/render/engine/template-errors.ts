import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Source, Span } from '../../diagnostics/source.ts';
import { nearest } from '../../text/closest-word.ts';
import { placeLocation, placeText } from './handlebars.ts';

/** A broken template. */
export class TemplateError extends Error {
	readonly diagnostic: Diagnostic;
	constructor(found: Diagnostic) {
		super(found.message);
		this.diagnostic = found;
	}
}

/** A name that does not exist, before its place is known. */
export class UnknownName extends Error {
	readonly unknown: string;
	readonly known: readonly string[];
	constructor(unknown: string, known: readonly string[]) {
		super(`Unknown name ${unknown}`);
		this.unknown = unknown;
		this.known = known;
	}
}

/** A helper was given something it cannot use. */
export class HelperError extends Error {}

/** Finds the text of a template by its file name. */
export type FindSource = (file: string) => Source | undefined;

/** The span of a place, {@link placeText}; none for a template that is not there. */
export function spanOf(place: string, find: FindSource): Span | undefined {
	const { source: file, start, end } = placeLocation(place);
	const source = find(file);
	if (!source) return undefined;
	const from = offset(source.text, start.line, start.column);
	return { source, start: from, end: Math.max(from, offset(source.text, end.line, end.column)) };
}

/** A mistake in the use of the template language. */
export function misuse(message: string, span: Span | undefined): TemplateError {
	return new TemplateError(diagnostic('template/syntax', message, { span }));
}

/** A name, partial or helper that does not exist, with the nearest one that does. */
export function unknown(
	code: 'template/missing' | 'template/unknown-name',
	what: string,
	name: string,
	known: readonly string[],
	span: Span | undefined,
): TemplateError {
	const near = nearest(name, known);
	const all = known.join(', ');
	const hint = near ? `Did you mean “${near}”?` : all && all.length < 90 ? `There are: ${all}` : undefined;
	return new TemplateError(diagnostic(code, `Unknown ${what} “${name}”`, { span, hint }));
}

/** Why a template does not compile: Handlebars' exception with its place. Any other error is returned as it is. */
export function compileError(error: unknown, text: Source, helpers: readonly string[]): unknown {
	if (!(error instanceof Error)) return error;
	const place = placeOf(error, text);
	const span = place ? spanOf(place, () => text) : spanOfParseError(error.message, text);
	if (!span) return error;
	const [, helper] =
		/^You specified knownHelpersOnly, but used the unknown helper (.+) - \d+:\d+$/.exec(error.message) ?? [];
	if (helper !== undefined) return unknown('template/unknown-name', 'helper', helper, helpers, span);
	return misuse(wording(error.message), span);
}

/** The part of a span that quotes a name, as an argument of a helper; else the span. */
export function quotedIn(span: Span | undefined, name: string): Span | undefined {
	const written = span?.source.text.slice(span.start, span.end) ?? '';
	const at = [`"${name}"`, `'${name}'`].map((quoted) => written.indexOf(quoted)).find((index) => index >= 0);
	return span && at !== undefined
		? { ...span, start: span.start + at + 1, end: span.start + at + 1 + name.length }
		: span;
}

/** The place that an exception of Handlebars' has. */
function placeOf(error: object, { path }: Source): string | null {
	const { lineNumber: line, column, endLineNumber, endColumn } = error as Readonly<Record<string, unknown>>;
	if (typeof line !== 'number' || typeof column !== 'number') return null;
	const end = { line: Number(endLineNumber ?? line), column: Number(endColumn ?? column) };
	return placeText({ source: path, start: { line, column }, end });
}

/** The parser's errors say the line, and show the column by an arrow under an excerpt. */
function spanOfParseError(message: string, text: Source): Span | null {
	const [head = '', excerpt = '', arrow = ''] = message.split('\n');
	const line = /^(?:Parse|Lexical) error on line (\d+)/.exec(head)?.[1];
	if (!line) return null;
	const start = offset(text.text, Number(line), 0);
	const before = excerpt.slice(0, Math.max(0, arrow.indexOf('^'))).replace(/^\.\.\./, '');
	const flat = text.text.replace(/\n/g, '');
	const found = before.length > 2 ? flat.indexOf(before) : -1;
	if (found < 0) return { source: text, start, end: start };
	let at = found + before.length;
	for (let index = 0; index < text.text.length && index <= at; index++) if (text.text[index] === '\n') at++;
	return { source: text, start: at, end: at };
}

const tokens: Readonly<Record<string, string>> = {
	EOF: 'end of the file',
	CLOSE: '“}}”',
	OPEN: '“{{”',
	OPEN_ENDBLOCK: '“{{/”',
	ID: 'a name',
	INVALID: 'character',
	STRING: 'a string',
	NUMBER: 'a number',
};

function wording(message: string): string {
	const [, expected, got] = /Expecting (.*), got '(.*)'/.exec(message) ?? [];
	if (got === undefined) return message.split('\n')[0]?.replace(/ - \d+:\d+$/, '') ?? message;
	const words = [...(expected?.matchAll(/'(\w+)'/g) ?? [])].map(([, token = '']) => tokens[token]).filter(Boolean);
	const wanted = [...new Set(words)].slice(0, 3).join(' or ');
	return `Unexpected ${tokens[got] ?? got}${wanted ? `, expected ${wanted}` : ''}`;
}

function offset(text: string, line: number, column: number): number {
	let start = 0;
	for (let count = 1; count < line; count++) {
		const next = text.indexOf('\n', start);
		if (next < 0) break;
		start = next + 1;
	}
	return Math.min(text.length, start + column);
}
