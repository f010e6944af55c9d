import type { Comment, HostKind } from './host-files.ts';

/** A comment that says where a list begins or ends. */
export interface Marker {
	readonly name: string;
	readonly closes: boolean;
	/** UTF-16 offsets of the comment. */
	readonly start: number;
	readonly end: number;
	/** What stands before it on its line; null where that is more than the kind of file lets stand before a list. */
	readonly prefix: string | null;
}

/** The markers of a text, in order. What only shows one, in a block of code for example, is none. */
export function findMarkers(text: string, kind: HostKind): Marker[] {
	const found = kind.comments.flatMap((comment) => [...text.matchAll(patternOf(comment))]);
	if (found.length === 0) return [];
	const isMarker = kind.reads(text);
	return found
		.filter(({ index }) => isMarker(index))
		.map(({ 0: { length }, 1: slash, 2: name = '', index }): Marker => {
			const before = text.slice(lineStart(text, index), index);
			const prefix = kind.prefix.test(before) ? before : null;
			return { name, closes: slash === '/', start: index, end: index + length, prefix };
		})
		.filter(
			({ end, prefix }) => kind.inline || (prefix !== null && /^[ \t]*(?:[\r\n]|$)/.test(text.slice(end, end + 80))),
		)
		.sort((one, other) => one.start - other.start);
}

/** Whether a text has what would be taken for a marker. */
export function showsMarker(text: string, { comments }: HostKind): boolean {
	return comments.some((comment) => text.search(patternOf(comment)) >= 0);
}

function patternOf({ open, close }: Comment): RegExp {
	const end = close === null ? '(?=[ \\t]*$)' : `[ \\t]*${escaped(close)}`;
	return new RegExp(`${escaped(open)}[ \\t]*(/?)bibfolio:([\\w.-]*?)${end}`, 'gm');
}

function escaped(text: string): string {
	return text.replace(/[\\/*{}.]/g, '\\$&');
}

function lineStart(text: string, offset: number): number {
	return offset === 0 ? 0 : Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
}
