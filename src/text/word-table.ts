/**
 * Parses a table of the form `key value key value …`, separated by whitespace. `␣` is an empty value.
 */
export function parseWordTable(table: string): (readonly [key: string, value: string])[] {
	const words = table.trim().split(/\s+/);
	const pairs: (readonly [string, string])[] = [];
	for (let index = 0; index < words.length; index += 2) {
		const value = words[index + 1] ?? '';
		pairs.push([words[index] ?? '', value === '␣' ? '' : value]);
	}
	return pairs;
}
