/** The most frequent value, the first of several; the fallback for an empty list. */
export function mostFrequent<Value>(values: readonly Value[], fallback: Value): Value {
	const counts = new Map<Value, number>();
	for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
	let best = fallback;
	let highest = 0;
	for (const [value, count] of counts) {
		if (count <= highest) continue;
		best = value;
		highest = count;
	}
	return best;
}
