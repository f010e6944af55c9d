import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Source, Span } from '../../diagnostics/source.ts';
import { closestWord } from '../../text/closest-word.ts';
import { valueIn } from '../../text/value-in.ts';
import { placeLocation, placeText } from './handlebars.ts';

/** An error in a template, with its diagnostic. */
export class TemplateError extends Error {
	readonly diagnostic: Diagnostic;
	constructor(diagnostic: Diagnostic) {
		super(diagnostic.message);
		this.diagnostic = diagnostic;
	}
}

/** An unknown name in an argument of a helper. The caller adds the location. */
export class UnknownName extends Error {
	readonly unknownName: string;
	/** The names that exist. */
	readonly names: readonly string[];
	constructor(unknownName: string, names: readonly string[]) {
		super(`Unknown name "${unknownName}"`);
		this.unknownName = unknownName;
		this.names = names;
	}
}

/** Invalid arguments of a helper. */
export class HelperError extends Error {}

/** Returns the source of a template by its file name. */
type FindSource = (file: string) => Source | undefined;

/** The span of a place (see {@link placeText}); undefined if the template does not exist. */
export function spanOf(place: string, find: FindSource): Span | undefined {
	const { source: file, start, end } = placeLocation(place);
	const source = find(file);
	if (!source) return undefined;
	const from = offset(source.text, start.line, start.column);
	return { source, start: from, end: Math.max(from, offset(source.text, end.line, end.column)) };
}

/** The error for wrong use of the template language (`template/syntax`). */
export function misuse(message: string, span: Span | undefined): TemplateError {
	return new TemplateError(diagnostic('template/syntax', message, { span }));
}

/** The error for an unknown name, partial or helper, with a suggestion. */
export function unknown(
	code: 'template/missing' | 'template/unknown-name',
	kind: string,
	name: string,
	names: readonly string[],
	span: Span | undefined,
): TemplateError {
	const near = closestWord(name, names);
	const all = names.join(', ');
	const hint = near ? `Did you mean "${near}"?` : all && all.length < 90 ? `Use one of: ${all}` : undefined;
	return new TemplateError(diagnostic(code, `Unknown ${kind} "${name}"`, { span, hint }));
}

/** Turns an exception of Handlebars' compiler into an error with its location; returns any other error as it is. */
export function compileError(error: unknown, template: Source, helpers: readonly string[]): unknown {
	if (!(error instanceof Error)) return error;
	const place = placeOf(error, template);
	const span = place ? spanOf(place, () => template) : spanOfParseError(error.message, template);
	if (!span) return error;
	const [, helper] =
		/^You specified knownHelpersOnly, but used the unknown helper (.+) - \d+:\d+$/.exec(error.message) ?? [];
	if (helper !== undefined) return unknown('template/unknown-name', 'helper', helper, helpers, span);
	return misuse(wording(error.message), span);
}

/** The part of a span that contains a name as a quoted argument; the whole span if there is none. */
export function quotedIn(span: Span | undefined, name: string): Span | undefined {
	const written = span?.source.text.slice(span.start, span.end) ?? '';
	const at = [`"${name}"`, `'${name}'`].map((quoted) => written.indexOf(quoted)).find((index) => index >= 0);
	return span && at !== undefined
		? { ...span, start: span.start + at + 1, end: span.start + at + 1 + name.length }
		: span;
}

/** The location in an exception of Handlebars. */
function placeOf(error: object, { path }: Source): string | null {
	const { lineNumber: line, column, endLineNumber, endColumn } = error as Readonly<Record<string, unknown>>;
	if (typeof line !== 'number' || typeof column !== 'number') return null;
	const end = { line: Number(endLineNumber ?? line), column: Number(endColumn ?? column) };
	return placeText({ source: path, start: { line, column }, end });
}

/** Parse errors contain the line number, and show the column by an arrow under an excerpt. */
function spanOfParseError(message: string, text: Source): Span | null {
	const [head = '', excerpt = '', arrow = ''] = message.split('\n');
	const line = /^(?:Parse|Lexical) error on line (\d+)/.exec(head)?.[1];
	if (!line) return null;
	const start = offset(text.text, Number(line), 0);
	const prefix = excerpt.slice(0, Math.max(0, arrow.indexOf('^'))).replace(/^\.\.\./, '');
	const flat = text.text.replace(/\n/g, '');
	const found = prefix.length > 2 ? flat.indexOf(prefix) : -1;
	if (found < 0) return { source: text, start, end: start };
	let at = found + prefix.length;
	for (let index = 0; index < text.text.length && index <= at; index++) if (text.text[index] === '\n') at++;
	return { source: text, start: at, end: at };
}

/** Names of the parser's tokens in messages. */
const tokens: Readonly<Record<string, string>> = {
	EOF: 'the end of the file',
	CLOSE: '"}}"',
	OPEN: '"{{"',
	OPEN_ENDBLOCK: '"{{/"',
	ID: 'a name',
	INVALID: 'an invalid character',
	STRING: 'a string',
	NUMBER: 'a number',
};

function wording(message: string): string {
	const [, expected, got] = /Expecting (.*), got '(.*)'/.exec(message) ?? [];
	if (got === undefined) return message.split('\n')[0]?.replace(/ - \d+:\d+$/, '') ?? message;
	const names = [...(expected?.matchAll(/'(\w+)'/g) ?? [])]
		.map(([, token = '']) => valueIn(tokens, token))
		.filter(Boolean);
	const expectation = [...new Set(names)].slice(0, 3).join(' or ');
	const found = valueIn(tokens, got) ?? got;
	return expectation ? `Expected ${expectation}, found ${found}` : `Unexpected ${found.replace(/^(?:an?|the) /, '')}`;
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
