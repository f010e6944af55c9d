/*
 * Matches from an offset of a text. Sticky and global patterns keep a state, `lastIndex`, that the next call with the same
 * pattern would start from. Only this file sets or leaves it.
 */

/** The match of a sticky pattern at an offset, or of a global pattern from there on; null if there is none. */
export function matchAt(pattern: RegExp, text: string, offset: number): RegExpExecArray | null {
	pattern.lastIndex = offset;
	const match = pattern.exec(text);
	pattern.lastIndex = 0;
	return match;
}

/** The offset after the match of a sticky pattern at an offset; null if there is none. Faster than `matchAt`. */
export function endOfMatch(pattern: RegExp, text: string, offset: number): number | null {
	pattern.lastIndex = offset;
	const end = pattern.test(text) ? pattern.lastIndex : null;
	pattern.lastIndex = 0;
	return end;
}
