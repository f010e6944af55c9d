import { isBalanced } from '../brackets.ts';
import type { Cursor } from '../cursor.ts';
import { cleanText } from '../tree-builder.ts';

/**
 * Mathematics as it is kept: its TeX unchanged but for line ends and white space around it, and HTML's escapes
 * of `<`, `>` and `&`, which no TeX has.
 */
export function mathSource(tex: string): string {
	const clean = cleanText(tex);
	const oneLine = lineEnd.test(clean) ? clean.replace(/\s+/g, (blank) => (lineEnd.test(blank) ? ' ' : blank)) : clean;
	return trimmed(oneLine).replace(/&(?:amp;)*(lt|gt|amp);/g, (_, name: string) =>
		name === 'lt' ? '<' : name === 'gt' ? '>' : '&',
	);
}

const lineEnd = /[\r\n]/;

/** Without white space at its ends; but the space of a control space (`\ `) belongs to it. */
function trimmed(tex: string): string {
	const end = tex.trimEnd();
	return (end.endsWith('\\') && end.length < tex.length ? `${end} ` : end).trimStart();
}

/** Finds where mathematics ends that was opened by a command: `\(` … `\)`, `\begin{math}` … `\end{math}`. */
export class MathFinder {
	/** How often each closing command was looked for in vain. Whoever forgets it often is not helped by looking on. */
	private readonly misses = new Map<string, number>();

	/** Passes and gives the mathematics from here to the closing command, null when it never comes or braces do not match. */
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

/** The backslash that stands here belongs to one before it. */
function isEscaped(text: string, offset: number): boolean {
	let before = offset;
	while (text.charCodeAt(before - 1) === 0x5c) before--;
	return (offset - before) % 2 === 1;
}
