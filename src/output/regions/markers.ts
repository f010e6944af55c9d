import type { Comment, HostKind } from './host-files.ts';

/** A comment that marks the start or end of a region. */
export interface Marker {
	readonly name: string;
	readonly closes: boolean;
	/** UTF-16 offsets of the comment. */
	readonly start: number;
	readonly end: number;
	/** The text before it on its line; null if that text must not be repeated before a list. */
	readonly prefix: string | null;
}

/** The name of a region: letters and digits of any script. */
export const regionName = /^[\p{L}\p{M}\p{N}_.-]+$/u;

/** The markers of a text, in order; not those that are only shown, for example in a code block. */
export function findMarkers(text: string, kind: HostKind): Marker[] {
	const matches = kind.comments.flatMap((comment) => [...text.matchAll(patternOf(comment))]);
	if (matches.length === 0) return [];
	const isComment = kind.commentTest(text);
	return matches
		.filter(({ index }) => isComment(index))
		.map(({ 0: { length }, 1: slash, 2: name = '', index }): Marker => {
			const before = indentation(text, index);
			const prefix = before !== null && kind.prefix.test(before) ? before : null;
			return { name: name.normalize('NFC'), closes: slash === '/', start: index, end: index + length, prefix };
		})
		.filter(
			({ end, prefix }) => kind.inline || (prefix !== null && /^[ \t]*(?:[\r\n]|$)/.test(text.slice(end, end + 80))),
		)
		.sort((first, second) => first.start - second.start);
}

/** True if a text contains anything that would be read as a marker. */
export function containsMarker(text: string, { comments }: HostKind): boolean {
	return comments.some((comment) => text.search(patternOf(comment)) >= 0);
}

function patternOf({ open, close }: Comment): RegExp {
	const end = close === null ? '(?=[ \\t]*$)' : `[ \\t]*${escaped(close)}`;
	return new RegExp(`${escaped(open)}[ \\t]*(/?)bibfolio:([\\p{L}\\p{M}\\p{N}_.-]*?)${end}`, 'gmu');
}

function escaped(text: string): string {
	return text.replace(/[\\/*{}.]/g, '\\$&');
}

/** The whitespace and quotation marks of Markdown before an offset; null if other text is before it on its line. */
function indentation(text: string, offset: number): string | null {
	let start = offset;
	while (/[^\S\r\n]|>/.test(text.charAt(start - 1))) start--;
	return /[\r\n]|^$/.test(text.charAt(start - 1)) ? text.slice(start, offset) : null;
}
