import type { EmbeddedList, EmbeddedLists } from './embedded-list.ts';

/** The part of a list to show. */
export interface SelectionOptions {
	/** The id or heading of a section. */
	readonly section: string | null;
	/** Inclusive. */
	readonly years: readonly [from: number, to: number] | null;
	readonly limit: number | null;
}

/** Reads options from the attributes of a script or element, or from the URL of a frame. Invalid values are ignored. */
export function readSelectionOptions(value: (name: string) => string | null): SelectionOptions {
	const limit = Number.parseInt(value('limit') ?? '', 10);
	return { section: value('section') || null, years: yearsOf(value('year')), limit: limit > 0 ? limit : null };
}

/** '2020', '2019-2022', '2019-', '-2015'. */
function yearsOf(range: string | null): SelectionOptions['years'] {
	const [, from, dash, to] = /^\s*(\d{4})?\s*(-|–)?\s*(\d{4})?\s*$/.exec(range ?? '') ?? [];
	if (!from && !to) return null;
	const first = from ? Number(from) : Number.NEGATIVE_INFINITY;
	return [first, to ? Number(to) : dash ? Number.POSITIVE_INFINITY : first];
}

/** The list with an id, or the first list without one. Null if there is none, with a warning on the console. */
export function findList({ lists }: EmbeddedLists, id: string | null): EmbeddedList | null {
	const match = lists.find((list) => !id || list.id === id) ?? null;
	if (!match) console.warn(`Bibfolio: unknown list "${id}"; lists: ${lists.map((list) => list.id).join(', ')}`);
	return match;
}
