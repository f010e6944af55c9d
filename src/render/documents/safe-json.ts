import { valueIn } from '../../text/value-in.ts';

const escapes: Readonly<Record<string, string>> = { '<': '\\u003c', '\u2028': '\\u2028', '\u2029': '\\u2029' };

/** Characters removed as in HTML: controls other than tab and line feed, and controls of text direction. */
const removed = /\r\n?|[^\P{Cc}\t\n]|[\u202a-\u202e\u2066-\u2069\ufffe\uffff]/gu;

/**
 * Matches JSON that may contain a removed character or a lone surrogate. Other JSON needs no check value by value. The
 * backslash of an escape has an even number of backslashes before it, unlike the second one of `\\frac`.
 */
const suspicious = /[\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufffe\uffff]|(?<!\\)(?:\\\\)*\\[bfru]/;

/** JSON that is safe inside a script element: nothing in it ends the script or a line of it. */
export function safeJson(value: unknown, indent?: string): string {
	const clean = (_: string, part: unknown) =>
		typeof part === 'string' && /[^ -~\xa0-\u1fff]/.test(part)
			? part.replace(removed, (character) => (character.startsWith('\r') ? '\n' : ''))
			: part;
	const written = JSON.stringify(value, null, indent);
	const json = suspicious.test(written) ? JSON.stringify(value, clean, indent) : written;
	return json.replace(/[<\u2028\u2029]/g, (character) => valueIn(escapes, character) ?? character);
}
