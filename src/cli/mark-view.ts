import { visible } from '../diagnostics/visible.ts';
import { shortened } from '../text/terminal-width.ts';
import { tableLines } from './table.ts';
import { wrapped } from './wrapped.ts';

/** An answer about a row of a list. Without one, a row stays for the next time. */
export interface Mark {
	/** The name of the key that sets the mark, or takes it away again: 'space', 'n'. */
	readonly key: string;
	/** What the key does: 'take'. */
	readonly label: string;
	/** What a marked row shows in place of its own word; null to keep that. */
	readonly word: string | null;
	/** SGR parameter (ECMA-48 §8.3.117). */
	readonly style: number;
}

/** A row to mark. */
export interface MarkRow {
	/** For a row without an answer: 'certain'. */
	readonly word: string;
	/** Further columns, the last of which takes the rest of the line. */
	readonly cells: readonly string[];
	/** Lines about the row, shown while the cursor is on it, each with the number of lines that it may take. */
	readonly details: readonly { readonly text: string; readonly lines: number }[];
}

/** A list with its marks. */
export interface MarkList {
	readonly rows: readonly MarkRow[];
	/** Maximum width of each cell but the last. */
	readonly widths: readonly number[];
	/** The possible marks; the first one is the usual one. */
	readonly marks: readonly Mark[];
}

/** The state of the question. */
export interface MarkState {
	/** The mark of each row; null for a row without one. */
	readonly chosen: readonly (Mark | null)[];
	/** The index of the current row. */
	readonly cursor: number;
}

/** The terminal that the question is drawn on. */
export interface MarkScreen {
	readonly columns: number;
	readonly rows: number;
	readonly colour: boolean;
	/** The signs of a row with the first mark, with another mark, and without one. */
	readonly signs: readonly [first: string, other: string, none: string];
}

/** Lines for what surrounds the rows of a list: the question, the keys, and blank lines. */
const surroundings = 6;

/** Number of rows on a page, and whether there is room for the details of the current one. */
export function pageSize(
	{ rows }: MarkList,
	screen: MarkScreen,
): { readonly size: number; readonly hasDetails: boolean } {
	const details = detailLines(rows) + 1;
	const pager = 1;
	const room = screen.rows - 1 - surroundings - pager;
	const hasDetails = room - details >= 4;
	return { size: Math.max(3, Math.min(rows.length, hasDetails ? room - details : room)), hasDetails };
}

/** The lines of the page with the current row: rows, page number, details and keys. */
export function markLines(list: MarkList, state: MarkState, screen: MarkScreen): string[] {
	const { size, hasDetails } = pageSize(list, screen);
	const page = Math.floor(state.cursor / size);
	const pages = Math.ceil(list.rows.length / size);
	const first = page * size;
	const paint = painter(screen);
	const rows = rowLines(list, state, screen).slice(first, first + size);
	const blank = Array.from({ length: pages > 1 ? size - rows.length : 0 }, () => '');
	return [
		...rows,
		...blank,
		...(pages > 1 ? [paint(`  ${first + 1} to ${first + rows.length} of ${list.rows.length}`, 2)] : []),
		...(hasDetails ? ['', ...detailsOf(list, state.cursor, screen)] : []),
		'',
		...wrapped(keysText(list, pages), '', screen.columns).map((text) => paint(text.replaceAll('\u00a0', ' '), 2)),
	];
}

/** The lines of all rows: they share their columns, so that these do not move from page to page. */
function rowLines(list: MarkList, { chosen, cursor }: MarkState, screen: MarkScreen): string[] {
	const paint = painter(screen);
	const width = wordWidth(list);
	const room = screen.columns - Math.max(...screen.signs.map((sign) => sign.length)) - 3;
	// A narrow terminal has no room for the first columns.
	const usedFrom = (first: number) => list.widths.slice(first).reduce((sum, each) => sum + each + 2, width + 2);
	const first = [0, ...list.widths.keys()].find((index) => room - usedFrom(index) >= 24) ?? list.widths.length;
	const columns = [width, ...list.widths.slice(first), 0].map((maxWidth) => ({ maxWidth }));
	const cells = list.rows.map((row, index) => [
		(chosen[index]?.word ?? row.word).padEnd(width),
		...row.cells.slice(first),
	]);
	const table = tableLines(columns, cells, { width: room, colour: false }).map((text) => shortened(text, room));
	const [usual, other, none] = screen.signs;
	return table.map((text, index) => {
		const mark = chosen[index] ?? null;
		const sign = mark === null ? paint(none, 2) : paint(mark === list.marks[0] ? usual : other, mark.style);
		return index === cursor ? `${paint('›', 36)} ${sign} ${paint(text, 1)}` : `  ${sign} ${paint(text, mark ? 0 : 2)}`;
	});
}

/** The width of the longest word of a row or mark. */
function wordWidth({ rows, marks }: MarkList): number {
	return Math.max(...[...rows, ...marks].map(({ word }) => word?.length ?? 0));
}

function detailLines(rows: readonly MarkRow[]): number {
	return Math.max(0, ...rows.map(({ details }) => details.reduce((sum, { lines }) => sum + lines, 0)));
}

/** The details of a row, filled up so that the page does not jump. */
function detailsOf({ rows }: MarkList, cursor: number, { columns }: MarkScreen): string[] {
	const lines = (rows[cursor]?.details ?? []).flatMap(({ text, lines: limit }) => {
		const all = wrapped(visible(text), '', columns - 2);
		return all.length <= limit
			? all
			: [...all.slice(0, limit - 1), shortened(all.slice(limit - 1).join(' '), columns - 2)];
	});
	const missing = detailLines(rows) - lines.length;
	return [...lines.map((text) => `  ${text}`), ...Array.from({ length: missing }, () => '')];
}

/** The keys; those of one line are joined by spaces that are not broken. */
function keysText({ marks }: MarkList, pages: number): string {
	const keys = [
		...marks.map(({ key, label }) => `${key} ${label}`),
		`a all`,
		...(pages > 1 ? ['←→ page'] : []),
		'enter done',
		'esc cancel',
	];
	return keys.map((text) => text.replaceAll(' ', '\u00a0')).join('  ');
}

function painter({ colour }: MarkScreen): (text: string, style: number) => string {
	return (text, style) => (colour && style !== 0 ? `\u001b[${style}m${text}\u001b[0m` : text);
}
