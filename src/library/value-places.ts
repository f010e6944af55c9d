import type { Span } from '../diagnostics/source.ts';
import type { Field } from './entry.ts';
import { compress } from './syntax/tokens.ts';

/** Finds the span in the source of a stretch of a field's value, from its UTF-16 offsets in the value. */
type Places = (start: number, end: number) => Span;

/**
 * The places of the parts of a field's value, including compressed whitespace. Always the whole value if it is joined with `#`
 * or contains macros. Ask one result for all parts, because it reads the source once.
 */
export function placesInValue({ value, span }: Field): Places {
	const { source } = span;
	const delimited = /["{]/.test(source.text.charAt(span.start)) ? 1 : 0;
	const first = span.start + delimited;
	const written = source.text.slice(first, span.end - delimited);
	if (compress(written) !== value) return () => span;
	const offsets = offsetsIn(written, value.length);
	const at = (offset: number) => first + (offsets?.[offset] ?? offset);
	return (start, end) => ({ source, start: at(start), end: at(end - 1) + 1 });
}

/** The offset in a text of each character of the compressed text; null if nothing is compressed. */
function offsetsIn(written: string, length: number): readonly number[] | null {
	if (written.length === length) return null;
	const offsets: number[] = [];
	let at = 0;
	while (at < written.length && isSpace(written.charCodeAt(at))) at++;
	while (offsets.length < length) {
		offsets.push(at);
		const inSpace = isSpace(written.charCodeAt(at++));
		while (inSpace && at < written.length && isSpace(written.charCodeAt(at))) at++;
	}
	return offsets;
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
