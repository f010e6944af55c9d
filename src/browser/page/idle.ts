/** Milliseconds of work at a time in a browser that cannot say how long it is idle. */
const slice = 8;

/**
 * Calls a function with each value while the browser is idle, so that the page responds in between. Resolves to the results.
 */
export async function whenIdle<Value, Result>(
	values: readonly Value[],
	call: (value: Value) => Result,
): Promise<readonly Result[]> {
	const results: Result[] = [];
	while (results.length < values.length) {
		const end = await idleUntil();
		do results.push(call(values[results.length] as Value));
		while (results.length < values.length && performance.now() < end);
	}
	return results;
}

/** Waits for an idle moment, at most a second. Resolves to its end. */
function idleUntil(): Promise<number> {
	return new Promise((resolve) => {
		const resolveAfter = (idleTime: number) => resolve(performance.now() + Math.max(slice, idleTime));
		// Safari before version 27 has no idle callbacks.
		if (!window.requestIdleCallback) setTimeout(resolveAfter, 30, slice);
		else window.requestIdleCallback((deadline) => resolveAfter(deadline.timeRemaining() - 2), { timeout: 1000 });
	});
}
