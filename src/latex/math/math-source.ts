import { isBalanced } from '../braces.ts';
import type { Cursor } from '../cursor.ts';
import { cleanText } from '../tree-builder.ts';

/**
 * Cleans the TeX source of math: removes line breaks and surrounding whitespace, and decodes HTML escapes of `<`, `>` and
 * `&`, which do not occur in TeX.
 */
export function mathSource(tex: string): string {
	const oneLine = cleanText(tex).replace(/\s+/g, (space) => (/[\r\n]/.test(space) ? ' ' : space));
	return trimmed(oneLine).replace(/&(?:amp;)*(lt|gt|amp);/g, (_, name: keyof typeof escapes) => escapes[name]);
}

const escapes = { lt: '<', gt: '>', amp: '&' } as const;

/** Removes surrounding whitespace, except the space of a control space (`\ `). */
function trimmed(tex: string): string {
	const end = tex.trimEnd();
	return (end.endsWith('\\') && end.length < tex.length ? `${end} ` : end).trimStart();
}

/** Finds the end of math that a command opens: `\(` … `\)`, `\begin{math}` … `\end{math}`. */
export class MathFinder {
	/** The number of failed searches for each closing command, which is limited to avoid quadratic time. */
	private readonly failures = new Map<string, number>();

	/** Skips and returns the math before the closing command; null if there is none or braces do not match. */
	until(cursor: Cursor, closer: string): string | null {
		const failures = this.failures.get(closer) ?? 0;
		if (failures > 10) return null;
		const { text, offset } = cursor;
		// Math in the text of math has a closer, too: `\({}^{\mbox{\(\alpha\)}}\)`.
		for (let end = this.closerAt(text, closer, offset), tries = 0; end >= 0 && tries < 3; tries++) {
			const tex = text.slice(offset, end);
			if (isBalanced(tex)) {
				cursor.offset = end + closer.length;
				return tex;
			}
			end = this.closerAt(text, closer, end + closer.length);
		}
		this.failures.set(closer, failures + 1);
		return null;
	}

	private closerAt(text: string, closer: string, offset: number): number {
		let end = text.indexOf(closer, offset);
		while (end >= 0 && isEscaped(text, end)) end = text.indexOf(closer, end + 1);
		return end;
	}
}

/** True if the backslash at an offset is escaped by one before it. */
function isEscaped(text: string, offset: number): boolean {
	let start = offset;
	while (text[start - 1] === '\\') start--;
	return (offset - start) % 2 === 1;
}
