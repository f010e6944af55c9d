import type { Code } from '../../diagnostics/codes.ts';
import type { Edit } from '../../diagnostics/diagnostic.ts';
import { endOfMatch, matchAt } from '../../text/match-at.ts';
import { valueIn } from '../../text/value-in.ts';
import { CLOSE, COMMA, CR, EQUALS, LF, OPEN, SEMICOLON } from './characters.ts';
import { quote, type Tokens } from './tokens.ts';

/*
 * Typos that are repaired and reported.
 */

/**
 * Skips the `=` between a name and its value, or `:`, `:=` or `=>` in its place; false if there is none. `Tokens.word`
 * includes a colon directly after the name.
 */
export function skipEquals(tokens: Tokens, name: string): boolean {
	const { text } = tokens;
	if (tokens.here() === EQUALS) {
		if (text[tokens.at + 1] !== '>' && !name.endsWith(':')) {
			tokens.at++;
			return true;
		}
	} else if (tokens.here() !== COLON && !name.endsWith(':')) return false;
	const bare = name.replace(/(?<!:):+$/, '');
	const end = endOfMatch(equalsLike, text, tokens.at) ?? tokens.at;
	const glued = bare !== name;
	const start = glued ? text.lastIndexOf(name, tokens.at) + bare.length : tokens.at;
	const wrong = end > tokens.at ? end : start + name.length - bare.length;
	expectEquals(tokens, bare, 'bib/repaired', [tokens.edit(start, wrong, glued ? ' =' : '=')]);
	tokens.at = end;
	return true;
}

/**
 * Skips a field name and the whitespace after it, and returns the name. A number after a space belongs to the name, joined
 * by an underscore: Scopus exports `funding_text 1 = {…}`.
 */
export function readFieldName(tokens: Tokens): string {
	const start = tokens.at;
	const written = tokens.text.slice(start, tokens.word());
	if (!isDigit(tokens.text.charCodeAt(tokens.space())) || tokens.at === start + written.length) return written;
	const whole = matchAt(numbered, tokens.text, start)?.[0];
	if (!whole) return written;
	const name = whole.replace(/[ \t]+/, '_');
	const message = `Whitespace in the field name ${quote(whole)}; read as ${quote(name)}`;
	const end = start + whole.length;
	tokens.add(message, start, end, `Write ${quote(name)}`, 'bib/repaired', [tokens.edit(start, end, name)]);
	tokens.at = end;
	tokens.space();
	return name;
}

const numbered = /[\w-]+[ \t]+\d+(?=\s*=\s*[{"])/y;

function isDigit(c: number): boolean {
	return c >= 48 && c <= 57;
}

/** Skips a `#` that is meant as a comment; false if there is none. */
export function skipComment(tokens: Tokens, comment: RegExp): boolean {
	const { text, at: start } = tokens;
	const words = matchAt(comment, text, start)?.[0].trimEnd();
	if (words === undefined || start + words.length > tokens.end) return false;
	const end = start + words.length;
	let spaceStart = start;
	while (/[ \t]/.test(text.charAt(spaceStart - 1))) spaceStart--;
	const hint = 'Remove it; BibTeX does not allow comments inside an entry';
	tokens.add(`Unexpected comment ${quote(words)}; it is skipped`, start, end, hint, 'bib/repaired', [
		tokens.edit(spaceStart, end, ''),
	]);
	tokens.at = end;
	tokens.space();
	return true;
}

/** A `#` comment in the place of a field. */
export const restOfLine: RegExp = /#[^{}"=\r\n]*(?=[\r\n])/y;
/** A `#` comment after a value. A macro would be a single word. */
export const wordsAfterValue: RegExp = /#[ \t]*[^\s{}"=,#]+(?:[ \t]+[^\s{}"=,#]+)+(?=[ \t]*,?[ \t]*(?:[\r\n]|$))/y;

/** Reports the token that is in the place of a field's `=`. */
export function expectEquals(tokens: Tokens, name: string, code: Code, remedy: readonly Edit[]): void {
	tokens.problem(`"=" after ${quote(name)}`, undefined, code, remedy);
}

const COLON = 58;
const equalsLike = /:?=?>?/y;

/** Skips a semicolon that ends a value in the place of a comma: before the next field or the end. */
export function skipSemicolon(tokens: Tokens): boolean {
	if (tokens.here() !== SEMICOLON) return false;
	const at = tokens.at;
	tokens.at++;
	if (tokens.space() < tokens.end && !tokens.assignmentAt(tokens.at)) {
		tokens.at = at;
		return false;
	}
	const remedy = [tokens.edit(at, at + 1, ',')];
	tokens.add('Expected a comma, found ";"', at, at + 1, 'Use a comma between fields', 'bib/repaired', remedy);
	return true;
}

/** The closing marks of typographic and single quotation marks. */
const closing: Readonly<Record<string, RegExp>> = {
	'“': /[”“]/,
	'”': /”/,
	'„': /[“”]/,
	'«': /»/,
	'‘': /[’‘]/,
	'’': /’/,
	"'": /'/,
	'`': /['`]/,
};

/**
 * The offset of the mark that closes a value in typographic or single quotation marks, or -1: the first one before a comma,
 * the next field or the end.
 */
export function closingMark(tokens: Tokens, valueEndsAt: (offset: number) => boolean): number {
	const { text, at: start, end } = tokens;
	const close = valueIn(closing, text.charAt(start));
	if (!close) return -1;
	let depth = 0;
	let closeAt = -1;
	for (let i = start + 1; i < end && closeAt === -1; i++) {
		const c = text.charCodeAt(i);
		if (c === OPEN) depth++;
		else if (c === CLOSE) depth--;
		else if (depth === 0 && (c === COMMA || c === LF || c === CR) && tokens.assignmentAt(i + 1)) break;
		else if (depth === 0 && close.test(text.charAt(i)) && valueEndsAt(i + 1)) closeAt = i;
	}
	tokens.at = start;
	return closeAt;
}
