import type { Embedded, EmbeddedList } from './data-of-list.ts';

/** What of a list is to be shown. */
export interface Wishes {
	/** Id or heading of a section. */
	readonly section: string | null;
	/** Inclusive. */
	readonly years: readonly [from: number, to: number] | null;
	readonly limit: number | null;
}

/** Reads what the attributes of a script or element, or the address of a frame, ask for; what makes no sense asks for nothing. */
export function wishesOf(value: (name: string) => string | null): Wishes {
	const limit = Number.parseInt(value('limit') ?? '', 10);
	return { section: value('section') || null, years: yearsOf(value('year')), limit: limit > 0 ? limit : null };
}

/** '2020', '2019-2022', '2019-', '-2015'. */
function yearsOf(words: string | null): Wishes['years'] {
	const [, from, dash, to] = /^\s*(\d{4})?\s*(-|–)?\s*(\d{4})?\s*$/.exec(words ?? '') ?? [];
	if (!from && !to) return null;
	const first = from ? Number(from) : Number.NEGATIVE_INFINITY;
	return [first, to ? Number(to) : dash ? Number.POSITIVE_INFINITY : first];
}

/** The list that was asked for; the first one where nobody asked; null, said on the console, where there is none of that id. */
export function listIn({ lists }: Embedded, id: string | null): EmbeddedList | null {
	const found = lists.find((list) => !id || list.id === id) ?? null;
	if (!found) console.warn(`Bibfolio: there is no list “${id}”, but ${lists.map((list) => list.id).join(', ')}`);
	return found;
}
