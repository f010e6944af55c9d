/** The index of the last item whose number is at most a limit, in items sorted by that number; -1 if there is none. */
export function lastAtMost<Item>(items: readonly Item[], numberOf: (item: Item) => number, limit: number): number {
	let low = -1;
	let high = items.length - 1;
	while (low < high) {
		const middle = (low + high + 1) >> 1;
		if (numberOf(items[middle] as Item) <= limit) low = middle;
		else high = middle - 1;
	}
	return low;
}
