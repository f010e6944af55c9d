import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Source, Span } from '../../diagnostics/source.ts';
import { nearest } from '../../text/closest-word.ts';

/** A template that is broken, with what to tell its author. */
export class TemplateError extends Error {
	readonly diagnostic: Diagnostic;
	constructor(found: Diagnostic) {
		super(found.message);
		this.diagnostic = found;
	}
}

/** Where Handlebars says something stands: one-based lines, zero-based columns. */
export interface Location {
	readonly start: { readonly line: number; readonly column: number };
	readonly end: { readonly line: number; readonly column: number };
}

/** A place in a template. */
export interface Place {
	readonly text: Source;
	readonly location: Location;
}

/** A name that the view does not have, before it is known which template asked for it. */
export class UnknownName extends Error {
	/** Null where only the place is known, not the name. */
	readonly unknown: string | null;
	readonly known: readonly string[];
	/** Index into the places of the template; null where it is not known. */
	readonly place: number | null;
	constructor(unknown: string | null, known: readonly string[], place: number | null) {
		super(`Unknown name ${unknown}`);
		this.unknown = unknown;
		this.known = known;
		this.place = place;
	}
}

/** A helper that was given what it cannot use. */
export class HelperError extends Error {}

/** The span of a place in its template. */
export function spanOf({ text, location }: Place): Span {
	const from = offset(text.text, location.start.line, location.start.column);
	const to = offset(text.text, location.end.line, location.end.column);
	return { source: text, start: from, end: Math.max(from, to) };
}

/** What the language of templates does not allow. */
export function broken(message: string, place: Place | undefined): TemplateError {
	return new TemplateError(diagnostic('template/syntax', message, { span: place && spanOf(place) }));
}

/** Words for a name, partial or helper that does not exist. */
export function unknown(
	code: 'template/missing' | 'template/unknown-name',
	what: string,
	name: string,
	known: readonly string[],
	place: Place | Span,
): TemplateError {
	const near = nearest(name, known);
	const all = known.join(', ');
	const hint = near ? `Did you mean “${near}”?` : all && all.length < 90 ? `There are: ${all}` : undefined;
	const span = 'location' in place ? spanOf(place) : place;
	return new TemplateError(diagnostic(code, `Unknown ${what} “${name}”`, { span, hint }));
}

/**
 * What went wrong in a template as a diagnostic with its place: a name the view does not have, a helper nobody knows
 * or that was misused, a text that does not parse. Anything else is a bug of ours and thrown on.
 */
export function asTemplateError(error: unknown, text: Source, places: readonly Place[]): unknown {
	if (error instanceof TemplateError || !(error instanceof Error)) return error;
	const whole: Span = { source: text, start: 0, end: 0 };
	if (error instanceof UnknownName) {
		const at = places[error.place ?? -1];
		const span = at ? spanOf(at) : (quoted(error.unknown, text) ?? whole);
		if (error.unknown !== null) return unknown('template/unknown-name', 'name', error.unknown, error.known, span);
		const written = span.source.text.slice(span.start, span.end);
		const hint = 'What is absent is null and writes nothing; this is not in the view at all';
		return new TemplateError(
			diagnostic('template/unknown-name', `Unknown name${written ? ` in ${written}` : ''}`, { span, hint }),
		);
	}
	if (error instanceof HelperError)
		return new TemplateError(diagnostic('template/syntax', error.message, { span: whole }));
	if (error instanceof RangeError)
		return new TemplateError(diagnostic('template/syntax', 'Templates call each other without end', { span: whole }));
	const location = locationOf(error);
	const span = location ? spanOf({ text, location }) : spanOfParseError(error.message, text);
	if (!span) return error;
	return new TemplateError(diagnostic('template/syntax', wording(error.message), { span }));
}

/** Where a name stands between quotation marks, as an argument of a helper. */
function quoted(name: string | null, text: Source): Span | null {
	for (const mark of ['"', "'"]) {
		const start = name === null ? -1 : text.text.indexOf(mark + name + mark);
		if (start >= 0) return { source: text, start: start + 1, end: start + 1 + (name?.length ?? 0) };
	}
	return null;
}

/** The place that Handlebars' own exceptions carry. */
function locationOf(error: object): Location | null {
	const { lineNumber, column, endLineNumber, endColumn } = error as Readonly<Record<string, unknown>>;
	if (typeof lineNumber !== 'number' || typeof column !== 'number') return null;
	const start = { line: lineNumber, column };
	const end = { line: Number(endLineNumber ?? lineNumber), column: Number(endColumn ?? column) };
	return { start, end };
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
