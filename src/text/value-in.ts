/**
 * The value of a key in a table; undefined if the table has no such key. Use it for every key that comes from outside: in
 * `table[key]`, a key such as "constructor" or "__proto__" would give what all objects inherit.
 */
export function valueIn<Value>(table: Readonly<Record<string, Value>>, key: string): Value | undefined {
	return Object.hasOwn(table, key) ? table[key] : undefined;
}
