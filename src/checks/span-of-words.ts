import type { Span } from '../diagnostics/source.ts';
import type { Field } from '../library/entry.ts';

/** The span of words in the source of a field, after an offset in it; the span of the field if its source differs. */
export function spanOfWords({ span }: Field, words: string, from = 0): Span {
	const start = span.source.text.indexOf(words, span.start + from);
	const end = start + words.length;
	return start < 0 || end > span.end ? span : { ...span, start, end };
}
