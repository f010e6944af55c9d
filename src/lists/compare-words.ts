const collator = new Intl.Collator('en', { numeric: true });

/**
 * The order of two texts, with numbers by value: 'Volume 9' before 'Volume 10'. It uses one locale, so that every machine
 * sorts alike.
 */
export function compareWords(one: string, other: string): number {
	return collator.compare(one, other);
}
