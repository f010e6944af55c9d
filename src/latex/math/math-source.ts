import { isBalanced } from '../brackets.ts';
import type { Cursor } from '../cursor.ts';
import { cleanText } from '../tree-builder.ts';

/**
 * The TeX of mathematics without line breaks, whitespace around it, and HTML's escapes of `<`, `>` and `&`, which no TeX
 * contains.
 */
export function mathSource(tex: string): string {
	const oneLine = cleanText(tex).replace(/\s+/g, (space) => (/[\r\n]/.test(space) ? ' ' : space));
	return trimmed(oneLine).replace(/&(?:amp;)*(lt|gt|amp);/g, (_, name: keyof typeof escapes) => escapes[name]);
}

const escapes = { lt: '<', gt: '>', amp: '&' } as const;

/** Without whitespace at both ends, except the space of a control space (`\ `). */
function trimmed(tex: string): string {
	const end = tex.trimEnd();
	return (end.endsWith('\\') && end.length < tex.length ? `${end} ` : end).trimStart();
}

/** Finds the end of mathematics that a command opened: `\(` … `\)`, `\begin{math}` … `\end{math}`. */
export class MathFinder {
	/** The number of searches for each closing command that failed; after some, searching on would take quadratic time. */
	private readonly misses = new Map<string, number>();

	/** Passes and returns the mathematics up to the closing command; null if there is none or braces do not match. */
	until(cursor: Cursor, closer: string): string | null {
		const misses = this.misses.get(closer) ?? 0;
		if (misses > 10) return null;
		const { text, offset } = cursor;
		let end = text.indexOf(closer, offset);
		while (end >= 0 && isEscaped(text, end)) end = text.indexOf(closer, end + 1);
		const tex = end < 0 ? '' : text.slice(offset, end);
		if (end < 0 || !isBalanced(tex)) {
			this.misses.set(closer, misses + 1);
			return null;
		}
		cursor.offset = end + closer.length;
		return tex;
	}
}

/** True if the backslash at an offset belongs to one before it. */
function isEscaped(text: string, offset: number): boolean {
	let start = offset;
	while (text[start - 1] === '\\') start--;
	return (offset - start) % 2 === 1;
}
