/**
 * Memoizes a function of immutable objects by their identity: the same objects give the same result, computed once. Keys
 * are held weakly, so a result lives only as long as the objects it was computed from. Every WeakMap of `src/` is in this
 * file.
 *
 * @param compute must depend only on its arguments and return an immutable value
 */
export function cacheByIdentity<Keys extends readonly object[], Value>(
	compute: (...keys: Keys) => Value,
): (...keys: Keys) => Value {
	const root: Level<Value> = { next: null, result: missing };
	return (...keys) => {
		let level = root;
		for (const key of keys) {
			level.next ??= new WeakMap();
			let next = level.next.get(key);
			if (!next) {
				next = { next: null, result: missing };
				level.next.set(key, next);
			}
			level = next;
		}
		if (level.result === missing) level.result = compute(...keys);
		return level.result;
	};
}

/** In the place of a result that was not computed yet: `undefined` and `null` are results. */
const missing = Symbol('missing');

/** The results for a prefix of the keys. */
interface Level<Value> {
	next: WeakMap<object, Level<Value>> | null;
	result: Value | typeof missing;
}
