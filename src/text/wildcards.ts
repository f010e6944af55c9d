import { fold } from './fold.ts';
import { memoize } from './memoize.ts';

/** True if one of the values matches one of the patterns. */
export function matchesAny(patterns: readonly string[], values: readonly (string | null)[]): boolean {
	return patterns.some((pattern) => values.some((value) => value !== null && matchesPattern(pattern, value)));
}

/**
 * True if a value matches a pattern, ignoring case, diacritics and surrounding whitespace; `*` matches any characters.
 * Takes linear time in the length of the value.
 */
function matchesPattern(pattern: string, value: string): boolean {
	const [first = '', ...rest] = partsOf(pattern);
	const text = fold(value).trim();
	if (rest.length === 0) return text === first;
	const last = rest.pop() ?? '';
	if (text.length < first.length + last.length || !text.startsWith(first) || !text.endsWith(last)) return false;
	let at = first.length;
	for (const part of rest) {
		const index = text.indexOf(part, at);
		if (index < 0) return false;
		at = index + part.length;
	}
	return at <= text.length - last.length;
}

const partsOf = memoize((pattern): readonly string[] => pattern.trim().split('*').map(fold));
