/**
 * Returns a function that keeps its last value: for an equal one it returns that object, so that the results that are
 * cached for it are found. Arrays, maps and plain objects are equal if their members are; other values only if they are
 * identical.
 */
export function keepEqual<Value>(): (value: Value) => Value {
	let last: { readonly value: Value } | null = null;
	return (value) => {
		if (!last || !isEqual(last.value, value)) last = { value };
		return last.value;
	};
}

function isEqual(one: unknown, other: unknown): boolean {
	if (Object.is(one, other)) return true;
	if (Array.isArray(one))
		return Array.isArray(other) && one.length === other.length && one.every((item, at) => isEqual(item, other[at]));
	if (one instanceof Map) return other instanceof Map && isEqual([...one], [...other]);
	if (!isPlain(one) || !isPlain(other)) return false;
	const names = Object.keys(one);
	return (
		names.length === Object.keys(other).length &&
		names.every((name) => Object.hasOwn(other, name) && isEqual(one[name], other[name]))
	);
}

function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
	return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
