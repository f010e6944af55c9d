import { endOfMatch, matchAt } from '../../text/match-at.ts';
import { valueIn } from '../../text/value-in.ts';
/** The beginning of a block: `@`, a type, a delimiter. */
export interface Opening {
	/** The offset of the `@`. */
	readonly start: number;
	/** The entry type in lower case. */
	readonly type: string;
	/** The offset after the opening delimiter; undefined for a `@comment` without one. */
	readonly body: number | undefined;
	/** Whether the type's first tokens follow: a key and a comma, a macro's name and `=`, or a preamble's string. */
	readonly keyed: boolean;
	/** The offset after those tokens: a key may contain a parenthesis that does not close the block. */
	readonly next: number;
}

// BibTeX's identifiers: any characters except whitespace and "#%'(),={} without a leading digit (BibTeX 0.99d, §§ 30-33 and 90).
// Whitespace is allowed on either side. Adjacent parts of these patterns never match the same character, and each pattern
// is tried at one offset only, so each takes linear time.
const opening = /@\s*([^\s"#%'(),={}@\\\d][^\s"#%'(),={}@\\]*)\s*([{(])?/y;
const key = /\s*[^\s,"#%{}()=@\\][^\s,{}"]*\s*,/y;
const assignment = /\s*[^\s"#%'(),={}@\\\d][^\s"#%'(),={}@\\]*\s*=/y;
const quotation = /\s*["{]/y;
const firstTokens: Readonly<Record<string, RegExp>> = { string: assignment, preamble: quotation };

/**
 * The opening at an `@`; null for an e-mail address, a handle or a lone `@`. With a parenthesis, or in the middle of a word,
 * it only counts if the text continues like an entry.
 */
export function openingAt(text: string, at: number): Opening | null {
	const match = matchAt(opening, text, at);
	if (!match) return null;
	const [, name = '', delimiter] = match;
	const type = name.toLowerCase();
	if (delimiter === undefined && type !== 'comment') return null;
	const body = delimiter === undefined ? undefined : at + match[0].length;
	const first = valueIn(firstTokens, type) ?? key;
	const firstEnd = body === undefined ? null : endOfMatch(first, text, body);
	const keyed = firstEnd !== null;
	const next = (first === key ? firstEnd : null) ?? body ?? at;
	if (!keyed && type !== 'comment') {
		if (inWord(text, at)) return null;
		if (delimiter === '(' && !follows(assignment, text, body ?? at)) return null;
	}
	if (inWord(text, at) && type.includes('.')) return null;
	return { start: at, type, body, keyed, next };
}

/** Whether more fields follow a closing brace: `title = {A}}, year = 2000}`. */
export function looksContinued(text: string, offset: number): boolean {
	return follows(
		/(?:\s*,\s*|[^\S\r\n]*[\r\n]\s*)[a-zA-Z][\w:.+-]*\s*=\s*["{]|\s*,\s*[a-zA-Z][\w:.+-]*\s*=\s*\w/y,
		text,
		offset,
	);
}

/**
 * Whether the text before a closing brace ends in a value that lost its opening delimiter: `title = On Numbers`. Not if it
 * ends in a number or macros, which need no delimiters.
 */
export function lostOpening(text: string): boolean {
	const last = [...text.matchAll(/(?<=^|[\s,])[a-zA-Z][\w:.+-]*\s*=/g)].at(-1);
	if (!last) return false;
	const value = text
		.slice(last.index + last[0].length)
		.replace(/%[^\r\n]*/g, '')
		.replace(/[\s,]+$/, '');
	return !value.split('#').every((piece) => undelimited.test(piece.trim()));
}

/** A number, a macro or nothing. */
const undelimited = /^(?:\d*|[^\s"#%'(),={}\d][^\s"#%'(),={}]*)$/;

/** Whether a value seems to contain the next field: `title = {A, year = {2000}`. */
export function swallowedField(text: string, start: number, end: number): boolean {
	return swallowed.test(text.slice(start, end));
}

// A field at the start of a line, or a field after a comma with a delimiter or a long name. Not 'for n = 1, k = 3'.
const swallowed =
	/[\n\r][ \t]*[a-zA-Z][\w:.+-]*[ \t]*=[ \t]*["{\w]|,[ \t]*[a-zA-Z][\w:.+-]*[ \t]*=[ \t]*["{]|,[ \t]*[a-zA-Z]{4,}[ \t]*=[ \t]*\w/;

function follows(pattern: RegExp, text: string, offset: number): boolean {
	return endOfMatch(pattern, text, offset) !== null;
}

function inWord(text: string, at: number): boolean {
	return at > 0 && /[\w.+-]/.test(text.charAt(at - 1));
}
