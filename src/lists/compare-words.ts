const collator = new Intl.Collator('en', { numeric: true });

/**
 * Compares two texts for sorting, with numbers by value: 'Volume 9' before 'Volume 10'. Always uses one locale, so that the
 * order is the same on all machines.
 */
export function compareWords(one: string, other: string): number {
	return collator.compare(one, other);
}
