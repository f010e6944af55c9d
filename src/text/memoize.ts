/**
 * Memoizes a function of a text, for texts that recur in a library: names, years, journals. The function must depend only
 * on the text and return an immutable value. When the cache holds `limit` texts, it is cleared.
 */
export function memoize<Value>(compute: (text: string) => Value, limit = 10_000): (text: string) => Value {
	const values = new Map<string, Value>();
	return (text) => {
		const cached = values.get(text);
		if (cached !== undefined) return cached;
		if (values.size >= limit) values.clear();
		const key = detached(text);
		const value = compute(key);
		values.set(key, value);
		return value;
	};
}

/**
 * Copies a text, so that it shares no memory with the file it was sliced from. In V8, a slice keeps the whole original
 * alive; concatenation forces a copy.
 */
export function detached(text: string): string {
	return text.length < shortestSlice ? text : ` ${text}`.slice(1);
}

/** Length in UTF-16 units from which V8 shares memory between a text and its slices. */
const shortestSlice = 13;
