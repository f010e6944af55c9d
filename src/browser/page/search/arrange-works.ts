import type { Arrangement } from './search-query.ts';

/** What grouping needs of a work. */
export interface Arrangeable {
	readonly values: { readonly kind: readonly string[]; readonly year: readonly string[] };
}

/** The data of a list for grouping and sorting. */
export interface ArrangementData {
	/** The kinds of venues with their headings, in the order of sections. */
	readonly kinds: readonly (readonly [kind: string, words: string])[];
	/** The positions of the works in other orders. */
	readonly orders: Readonly<Record<string, readonly number[]>>;
	/** The positions of forthcoming works. */
	readonly forthcoming: readonly number[];
}

/** The headings of works without a year. */
export interface YearWords {
	readonly forthcoming: string;
	readonly undated: string;
}

/** Works with one heading. */
export interface WorkGroup {
	/** Unique in the grouping, for ids: `2020`, `journal`. */
	readonly name: string;
	/** '' for no heading. */
	readonly heading: string;
	/** Positions in the list. */
	readonly positions: readonly number[];
}

interface Heading {
	readonly name: string;
	readonly heading: string;
	readonly rank: number;
}

/** The positions of works in an order; that of the list for ''. */
export function orderOf({ sort }: Arrangement, works: readonly Arrangeable[], { orders }: ArrangementData) {
	return sort === '' ? works.map((_, position) => position) : (orders[sort] ?? []);
}

/**
 * Groups works by year or kind, as `group-by` does when a list is built: years newest first unless sorted oldest first,
 * forthcoming works as the newest, and undated ones last. Without a group, there is one group without a heading.
 */
export function groupWorks(
	works: readonly Arrangeable[],
	arrangement: Arrangement,
	data: ArrangementData,
	words: YearWords,
): readonly WorkGroup[] {
	const forthcoming = new Set(data.forthcoming);
	const kinds = new Map(data.kinds.map(([kind, heading], rank) => [kind, { name: kind, heading, rank }]));
	const direction = arrangement.sort === 'oldest' ? 1 : -1;
	const headingOf = (position: number): Heading => {
		const { kind, year } = works[position]?.values ?? { kind: [], year: [] };
		if (arrangement.group === 'none') return { name: 'all', heading: '', rank: 0 };
		if (arrangement.group === 'kind')
			return kinds.get(kind[0] ?? '') ?? { name: 'other', heading: '', rank: kinds.size };
		if (year[0] !== undefined) return { name: year[0], heading: year[0], rank: direction * Number(year[0]) };
		return forthcoming.has(position)
			? { name: 'forthcoming', heading: words.forthcoming, rank: direction * Number.MAX_VALUE }
			: { name: 'undated', heading: words.undated, rank: Number.POSITIVE_INFINITY };
	};
	const groups = new Map<string, Heading & { readonly positions: number[] }>();
	for (const position of orderOf(arrangement, works, data)) {
		const heading = headingOf(position);
		const group = groups.get(heading.name);
		if (group) group.positions.push(position);
		else groups.set(heading.name, { ...heading, positions: [position] });
	}
	return [...groups.values()].sort((one, other) => (one.rank === other.rank ? 0 : one.rank - other.rank));
}
