/**
 * Reads a table written as words: `key value key value …`, white space between. `␣` stands for a value that is
 * empty, so that every key has one.
 */
export function rows(table: string): (readonly [key: string, value: string])[] {
	const words = table.trim().split(/\s+/);
	const pairs: (readonly [string, string])[] = [];
	for (let index = 0; index < words.length; index += 2) {
		const value = words[index + 1] ?? '';
		pairs.push([words[index] ?? '', value === '␣' ? '' : value]);
	}
	return pairs;
}
