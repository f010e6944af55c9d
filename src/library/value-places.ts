import type { Span } from '../diagnostics/source.ts';
import type { Field } from './entry.ts';
import { compress } from './syntax/tokens.ts';

/**
 * The span in the source of a stretch of a field's value (UTF-16 offsets), including compressed whitespace. The whole value
 * if it is joined with `#` or contains macros.
 */
export function placeInValue({ value, span }: Field, start: number, end: number): Span {
	const { source } = span;
	const delimited = /["{]/.test(source.text.charAt(span.start)) ? 1 : 0;
	const first = span.start + delimited;
	const written = source.text.slice(first, span.end - delimited);
	if (compress(written) !== value) return span;
	return { source, start: first + offsetIn(written, start), end: first + offsetIn(written, end - 1) + 1 };
}

/** The offset in a text that corresponds to an offset in the compressed text. */
function offsetIn(written: string, offset: number): number {
	let remaining = offset;
	let at = /^[\t\n\v\f\r \0]*/.exec(written)?.[0].length ?? 0;
	for (; remaining > 0; remaining--) {
		const inSpace = isSpace(written.charCodeAt(at++));
		while (inSpace && at < written.length && isSpace(written.charCodeAt(at))) at++;
	}
	return at;
}

function isSpace(c: number): boolean {
	return c === 32 || c === 0 || (c >= 9 && c <= 13);
}

/**
 * The offsets in a field's value at which lines of the file begin that are not indented: an indented line continues the
 * previous one. None if the value is joined or contains macros.
 */
export function linesOf({ value, span }: Field): number[] {
	const written = span.source.text.slice(span.start + 1, span.end - 1);
	if (!/[\r\n]/.test(written) || compress(written) !== value) return [];
	return [...written.matchAll(/[\r\n]+(?=\S)/g)].flatMap(({ index }) => {
		const at = compress(written.slice(0, index)).length;
		return at === 0 ? [] : [at + 1];
	});
}
