import type { Source } from '../diagnostics/source.ts';
import { type Block, splitBlocks } from '../library/syntax/blocks.ts';
import type { Layout } from './layout.ts';
import type { Replacement } from './replacements.ts';

/** The data of an entry that files are sorted by. */
export interface SortableEntry {
	readonly key: string;
	/** Null if it has none. */
	readonly year: number | null;
}

/** An entry of a file, with the offsets of its block. */
export interface ExistingEntry extends SortableEntry {
	readonly start: number;
	readonly end: number;
}

/** An entry to insert. */
export interface NewEntry extends SortableEntry {
	/** Without a line ending. */
	readonly text: string;
}

/** A sort order of entries: negative if the first comes first. */
type Order = (first: SortableEntry, second: SortableEntry) => number;

/** The orders that a file may follow; the first match counts. Otherwise new entries go to the end. */
const orders: readonly { readonly order: Order; readonly group: (entry: SortableEntry) => string }[] = [
	{
		order: (first, second) => compare(first.key.toLowerCase(), second.key.toLowerCase()),
		group: ({ key }) => key.charAt(0).toLowerCase(),
	},
	{ order: (first, second) => byYear(second, first), group: ({ year }) => String(year) },
	{ order: byYear, group: ({ year }) => String(year) },
];

/** Fewer entries may be in order by chance. */
const minEntries = 3;
/** Maximum percentage of neighbours in the wrong order. */
const maxMisplacedPercent = 5;

/**
 * Places new entries. If the file is sorted by key or by year (ascending or descending), they go to their place, after
 * entries of the same year. Otherwise they go after the last entry, so before JabRef's closing `@comment`. Returns only
 * insertions.
 *
 * @param existing the file's entries in file order
 */
export function placeEntries(
	file: Source,
	existing: readonly ExistingEntry[],
	incoming: readonly NewEntry[],
	layout: Layout,
): Replacement[] {
	const sorting = orders.find(({ order }) => isSorted(existing, order)) ?? null;
	const sorted = sorting ? incoming.toSorted(sorting.order) : incoming;
	const places = new Map<number, Insertion[]>();
	for (const entry of sorted) {
		const index = sorting ? indexFor(entry, existing, sorting.order) : existing.length;
		const insertion = insertionAt(index, entry, { file, existing, layout, group: sorting?.group ?? null });
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
		.sort((first, second) => first.start - second.start);
}

/** A new entry with its offset, and the whitespace before and after the entries at that offset. */
interface Insertion {
	readonly offset: number;
	readonly lead: string;
	readonly text: string;
	readonly tail: string;
}

function gapOf({ newline, blankLines }: Layout): string {
	return newline.repeat(1 + blankLines);
}

function isSorted(entries: readonly SortableEntry[], order: Order): boolean {
	if (entries.length < minEntries) return false;
	let ordered = 0;
	let misplaced = 0;
	for (const [index, entry] of entries.entries()) {
		const previous = entries[index - 1];
		const sign = previous ? order(previous, entry) : 0;
		if (sign < 0) ordered++;
		if (sign > 0) misplaced++;
	}
	return ordered > 0 && misplaced * 100 <= entries.length * maxMisplacedPercent;
}

/** The index with the fewest entries on the wrong side; the last of several. */
function indexFor(entry: SortableEntry, existing: readonly SortableEntry[], order: Order): number {
	let wrong = existing.filter((other) => order(other, entry) < 0).length;
	let least = wrong;
	let best = 0;
	for (const [index, other] of existing.entries()) {
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

interface FileContext {
	readonly file: Source;
	readonly existing: readonly ExistingEntry[];
	readonly layout: Layout;
	readonly group: ((entry: SortableEntry) => string) | null;
}

function insertionAt(index: number, { text, ...entry }: NewEntry, context: FileContext): Insertion {
	const { file, existing, layout, group } = context;
	const [previous, next] = [existing[index - 1], existing[index]];
	if (!previous && !next) return insertionIntoEmpty(file, text, layout);
	const tail = gapOf(layout);
	if (next && !previous) return { offset: aboveHeading(next, entry, context), lead: '', text, tail };
	// A heading is between the two, and the new entry belongs below it.
	const isBelowHeading =
		previous &&
		next &&
		group?.(next) === group?.(entry) &&
		group?.(previous) !== group?.(entry) &&
		file.text.slice(previous.end, next.start).trim() !== '';
	if (next && isBelowHeading) return { offset: next.start, lead: '', text, tail };
	const end = previous?.end ?? 0;
	const offset = end + (/^[ \t]*(?:%[^\r\n]*)?(?=[\r\n]|$)/.exec(file.text.slice(end, end + 1000))?.[0].length ?? 0);
	const isMidLine = /^[ \t]*[^\s]/.test(file.text.slice(offset, offset + 100));
	return { offset, lead: gapOf(layout), text, tail: isMidLine ? layout.newline : '' };
}

/** The offset before the first entry, or above its heading ('% 2021') if the new entry does not belong below that. */
function aboveHeading(next: ExistingEntry, entry: SortableEntry, { file, group }: FileContext): number {
	const lines = file.text.slice(0, next.start).split(/(?<=\n|\r(?!\n))/);
	const heading = lines.slice(lines.findLastIndex((line) => !/^%.*[\r\n]$/s.test(line)) + 1).join('');
	if (!group || group(next) === group(entry) || !heading.includes(group(next))) return next.start;
	return next.start - heading.length;
}

/** The end of a file without entries, or before JabRef's comments. */
function insertionIntoEmpty(file: Source, entry: string, layout: Layout): Insertion {
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

function byYear(first: SortableEntry, second: SortableEntry): number {
	return first.year === null || second.year === null ? 0 : first.year - second.year;
}

function compare(first: string, second: string): number {
	return first < second ? -1 : first > second ? 1 : 0;
}
