import type { Source } from '../diagnostics/source.ts';
import { type Block, splitBlocks } from '../library/syntax/blocks.ts';
import type { Layout } from './layout.ts';
import type { Replacement } from './replacements.ts';

/** An entry of a file, or one to come, as far as it says where it belongs. */
export interface Placed {
	readonly key: string;
	/** Null where it has none. */
	readonly year: number | null;
}

/** An entry that stands in a file; offsets are of its block. */
export interface Standing extends Placed {
	readonly start: number;
	readonly end: number;
}

/** An entry to put in. */
export interface Incoming extends Placed {
	/** Without a line end behind it. */
	readonly text: string;
}

/** An order that a file keeps: negative where the first of two stands first. */
type Order = (one: Placed, other: Placed) => number;

/** The orders that a file may keep, looked for one after the other; else new entries stand at the end. */
const orders: readonly { readonly order: Order; readonly group: (entry: Placed) => string }[] = [
	{
		order: (one, other) => compare(one.key.toLowerCase(), other.key.toLowerCase()),
		group: ({ key }) => key.charAt(0).toLowerCase(),
	},
	{ order: (one, other) => byYear(other, one), group: ({ year }) => String(year) },
	{ order: byYear, group: ({ year }) => String(year) },
];

/** Fewer entries are in some order by chance. */
const fewestEntries = 3;
/** Of a hundred neighbours so many may stand the wrong way round. */
const mostSlips = 5;

/**
 * Where new entries go: where the order of the file's entries wants them (by key, or by year in either direction, after
 * those of the same year), else behind its last entry, and so above JabRef's closing `@comment`. Only insertions.
 *
 * @param standing the file's entries in its order
 */
export function placeEntries(
	file: Source,
	standing: readonly Standing[],
	incoming: readonly Incoming[],
	layout: Layout,
): Replacement[] {
	const kept = orders.find(({ order }) => isKept(order, standing)) ?? null;
	const sorted = kept ? incoming.toSorted(kept.order) : incoming;
	const places = new Map<number, Insertion[]>();
	for (const entry of sorted) {
		const index = kept ? indexFor(entry, standing, kept.order) : standing.length;
		const insertion = insertionAt(index, entry, { file, standing, layout, group: kept?.group ?? null });
		const others = places.get(insertion.offset);
		if (others) others.push(insertion);
		else places.set(insertion.offset, [insertion]);
	}
	const gap = gapOf(layout);
	return [...places.values()]
		.map((all) => {
			const [{ offset, lead, tail }] = all as [Insertion];
			return { start: offset, end: offset, text: lead + all.map(({ text }) => text).join(gap) + tail };
		})
		.sort((one, other) => one.start - other.start);
}

/** A new entry at its place, and what stands before and behind it or several of them. */
interface Insertion {
	readonly offset: number;
	readonly lead: string;
	readonly text: string;
	readonly tail: string;
}

function gapOf({ newline, blankLines }: Layout): string {
	return newline.repeat(1 + blankLines);
}

function isKept(order: Order, entries: readonly Placed[]): boolean {
	if (entries.length < fewestEntries) return false;
	let rises = 0;
	let slips = 0;
	for (const [index, entry] of entries.entries()) {
		const before = entries[index - 1];
		const sign = before ? order(before, entry) : 0;
		if (sign < 0) rises++;
		if (sign > 0) slips++;
	}
	return rises > 0 && slips * 100 <= entries.length * mostSlips;
}

/** The place with the fewest entries on the wrong side, the last of several. */
function indexFor(entry: Placed, standing: readonly Placed[], order: Order): number {
	let wrong = standing.filter((other) => order(other, entry) < 0).length;
	let least = wrong;
	let best = 0;
	for (const [index, other] of standing.entries()) {
		const sign = order(other, entry);
		if (sign < 0) wrong--;
		if (sign > 0) wrong++;
		if (wrong <= least) {
			least = wrong;
			best = index + 1;
		}
	}
	return best;
}

interface Ground {
	readonly file: Source;
	readonly standing: readonly Standing[];
	readonly layout: Layout;
	readonly group: ((entry: Placed) => string) | null;
}

function insertionAt(index: number, { text, ...entry }: Incoming, ground: Ground): Insertion {
	const { file, standing, layout, group } = ground;
	const [before, behind] = [standing[index - 1], standing[index]];
	if (!before && !behind) return intoEmpty(file, text, layout);
	const tail = gapOf(layout);
	if (behind && !before) return { offset: aboveHeading(behind, entry, ground), lead: '', text, tail };
	// A heading stands between the two, and the new entry belongs under it.
	const underHeading =
		before &&
		behind &&
		group?.(behind) === group?.(entry) &&
		group?.(before) !== group?.(entry) &&
		file.text.slice(before.end, behind.start).trim() !== '';
	if (behind && underHeading) return { offset: behind.start, lead: '', text, tail };
	const end = before?.end ?? 0;
	const offset = end + (/^[ \t]*(?:%[^\r\n]*)?(?=[\r\n]|$)/.exec(file.text.slice(end, end + 1000))?.[0].length ?? 0);
	const isMidLine = /^[ \t]*[^\s]/.test(file.text.slice(offset, offset + 100));
	return { offset, lead: gapOf(layout), text, tail: isMidLine ? layout.newline : '' };
}

/** Before the first entry; above the comment that heads it ('% 2021') where a new one does not belong under it. */
function aboveHeading(behind: Standing, entry: Placed, { file, group }: Ground): number {
	const [, heading = ''] = /(?:^|[\r\n])((?:%[^\r\n]*(?:\r\n|\n|\r))+)$/.exec(file.text.slice(0, behind.start)) ?? [];
	if (!group || group(behind) === group(entry) || !heading.includes(group(behind))) return behind.start;
	return behind.start - heading.length;
}

/** A file without entries: its end, or above what JabRef keeps there. */
function intoEmpty(file: Source, entry: string, layout: Layout): Insertion {
	const { newline, blankLines } = layout;
	const { text } = file;
	const closing = splitBlocks(file).find((block) => isJabRef(block, text));
	if (closing) return { offset: closing.start, lead: '', text: entry, tail: gapOf(layout) };
	const lead = text.trim() === '' ? '' : /[\r\n]$/.test(text) ? newline.repeat(blankLines) : gapOf(layout);
	return { offset: text.length, lead, text: entry, tail: newline };
}

function isJabRef({ kind, start, end }: Block, text: string): boolean {
	return kind === 'comment' && /^@comment\s*\{\s*jabref/i.test(text.slice(start, end));
}

function byYear(one: Placed, other: Placed): number {
	return one.year === null || other.year === null ? 0 : one.year - other.year;
}

function compare(one: string, other: string): number {
	return one < other ? -1 : one > other ? 1 : 0;
}
