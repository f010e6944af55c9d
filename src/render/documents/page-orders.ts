import type { SortKey } from '../../lists/list.ts';
import { isForthcoming } from '../../lists/publication-date.ts';
import { sortPublications } from '../../lists/sort.ts';
import type { PlacedItem } from './document-parts.ts';

/** The orders in which a page can show its works, each with the positions of all items. */
export type PageOrders = Readonly<Record<keyof typeof orders, readonly number[]>>;

const orders = {
	newest: { key: 'date', descending: true },
	oldest: { key: 'date', descending: false },
	title: { key: 'title', descending: false },
	author: { key: 'author', descending: false },
} as const satisfies Readonly<Record<string, SortKey>>;

/** Sorts the items of a list as `sort` would. The script of a page has only their positions, not the rules of sorting. */
export function pageOrders(items: readonly PlacedItem[]): PageOrders {
	const publications = items.map(({ item }) => item.publication);
	const positions = new Map(publications.map((publication, position) => [publication, position]));
	const entries = Object.entries(orders).map(([name, key]) => [
		name,
		sortPublications(publications, [key]).map((publication) => positions.get(publication) ?? 0),
	]);
	return Object.fromEntries(entries) as PageOrders;
}

/** The positions of works that are not published yet and have no year. */
export function forthcomingItems(items: readonly PlacedItem[]): readonly number[] {
	return items.flatMap(({ item }, position) => (isForthcoming(item.publication) ? [position] : []));
}
