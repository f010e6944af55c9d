import type { Span } from '../diagnostics/source.ts';
import type { Field } from '../library/entry.ts';

/** Where words stand in the source of a field, from an offset in it on; the whole field where they stand otherwise. */
export function spanOf({ span }: Field, words: string, from = 0): Span {
	const start = span.source.text.indexOf(words, span.start + from);
	const end = start + words.length;
	return start < 0 || end > span.end ? span : { ...span, start, end };
}
