/**
 * A function of a text that remembers what it gave, for texts that come again and again in a library: names, years,
 * journals. When it knows too many, it forgets them all. Only for what is immutable and depends on nothing else.
 */
export function remembering<Value>(make: (text: string) => Value, most = 10_000): (text: string) => Value {
	const known = new Map<string, Value>();
	return (text) => {
		const before = known.get(text);
		if (before !== undefined) return before;
		if (known.size >= most) known.clear();
		const own = detached(text);
		const value = make(own);
		known.set(own, value);
		return value;
	};
}

/**
 * The same text by itself: a slice keeps the text alive that it was cut from, which may be that of a whole file. V8 copies
 * what it joins before it cuts again.
 */
export function detached(text: string): string {
	return text.length < shortestSlice ? text : ` ${text}`.slice(1);
}

/** UTF-16 units from which on V8 cuts a text without copying it. */
const shortestSlice = 13;
