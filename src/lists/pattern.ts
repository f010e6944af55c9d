import { fold } from '../text/fold.ts';

/** Whether one of the values is like one of the patterns. */
export function likeAny(patterns: readonly string[], values: readonly (string | null)[]): boolean {
	return patterns.some((pattern) => values.some((value) => value !== null && like(pattern, value)));
}

/**
 * Whether a value is like a pattern: without regard to case, diacritics and surrounding space, `*` standing for
 * any run of characters. Linear in the length of the value.
 */
export function like(pattern: string, value: string): boolean {
	const [first = '', ...rest] = partsOf(pattern);
	const text = fold(value).trim();
	if (rest.length === 0) return text === first;
	const last = rest.pop() ?? '';
	if (text.length < first.length + last.length || !text.startsWith(first) || !text.endsWith(last)) return false;
	let at = first.length;
	for (const part of rest) {
		const found = text.indexOf(part, at);
		if (found < 0) return false;
		at = found + part.length;
	}
	return at <= text.length - last.length;
}

const known = new Map<string, readonly string[]>();

function partsOf(pattern: string): readonly string[] {
	let parts = known.get(pattern);
	if (!parts) {
		parts = pattern.trim().split('*').map(fold);
		known.set(pattern, parts);
	}
	return parts;
}
