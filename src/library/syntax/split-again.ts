import type { Source } from '../../diagnostics/source.ts';
import { type Block, blocksFrom } from './blocks.ts';

/** The blocks of a file that was split before. */
export interface SplitAgain {
	readonly all: readonly Block[];
	/** So many at its beginning, and at its end, are as they were. */
	readonly before: number;
	readonly behind: number;
}

/** A file as it was, with its blocks; none where they were not kept. */
export interface SplitFile {
	readonly source: Source;
	readonly blocks: readonly Block[];
}

/**
 * Splits a file as `splitBlocks` does, but from the first block on that may have changed, up to where one ends that ended
 * there before. Where a brace was never closed, a block may depend on all that is behind it: then to the end of the file.
 */
export function splitAgain({ text }: Source, { source, blocks: old }: SplitFile): SplitAgain {
	const start = commonStart(source.text, text);
	const end = commonEnd(source.text, text, start);
	const before = unchangedBefore(start, source.text, old);
	const blocks = old.slice(0, before);
	const moved = text.length - source.text.length;
	const whole = old.every(({ seen }) => seen !== Infinity);
	let next = before;
	let open = !whole;
	for (const block of blocksFrom(text, blocks.at(-1)?.end ?? 0)) {
		blocks.push(block);
		open ||= block.seen === Infinity;
		const place = block.end - moved;
		while (next < old.length && (old[next]?.end ?? 0) < place) next++;
		if (open || block.kind === 'junk' || place <= source.text.length - end) continue;
		if (old[next]?.end !== place || old[next]?.kind === 'junk') continue;
		const behind = old.slice(next + 1);
		for (const one of behind) blocks.push(moved === 0 ? one : moveBlock(one, moved));
		return { all: blocks, before, behind: behind.length };
	}
	return { all: blocks, before, behind: 0 };
}

/** The same block elsewhere. */
export function moveBlock({ kind, type, start, end, body, close, closed, seen, groups }: Block, by: number): Block {
	return {
		kind,
		type,
		start: start + by,
		end: end + by,
		body: body + by,
		close: close + by,
		closed,
		seen: seen + by,
		groups,
	};
}

/** How many blocks are what they are whatever stands from an offset on. */
function unchangedBefore(offset: number, text: string, blocks: readonly Block[]): number {
	let count = 0;
	for (const [index, { kind, seen }] of blocks.entries()) {
		if (kind === 'junk') continue;
		if (nextSure(text, seen) >= offset) break;
		count = index + 1;
	}
	return count;
}

/** The next `@` behind a blank. */
function nextSure(text: string, from: number): number {
	for (let at = text.indexOf('@', from); at !== -1; at = text.indexOf('@', at + 1))
		if (/[ \t\n\r]/.test(text.charAt(at - 1))) return at;
	return text.length;
}

/** UTF-16 units that are compared at once. */
const stretch = 4096;

/** How long two texts are the same. */
function commonStart(one: string, other: string): number {
	const length = Math.min(one.length, other.length);
	let at = 0;
	while (at < length && one.slice(at, at + stretch) === other.slice(at, at + stretch)) at += stretch;
	while (at < length && one.charCodeAt(at) === other.charCodeAt(at)) at++;
	return Math.min(at, length);
}

/** How long their ends are the same, without the beginning that is. */
function commonEnd(one: string, other: string, start: number): number {
	const length = Math.min(one.length, other.length) - start;
	const same = (from: number, to: number) =>
		one.slice(one.length - to, one.length - from) === other.slice(other.length - to, other.length - from);
	let at = 0;
	while (at + stretch <= length && same(at, at + stretch)) at += stretch;
	while (at < length && one.charCodeAt(one.length - at - 1) === other.charCodeAt(other.length - at - 1)) at++;
	return at;
}
