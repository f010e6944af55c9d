/** Milliseconds of work at a time, so that the page answers to its reader in between. */
const slice = 8;

/** Calls a function with each value while the browser is idle. Resolves to the results. */
export async function whenIdle<Value, Result>(
	values: readonly Value[],
	call: (value: Value) => Result,
): Promise<readonly Result[]> {
	const results: Result[] = [];
	while (results.length < values.length) {
		await idle();
		const end = performance.now() + slice;
		do results.push(call(values[results.length] as Value));
		while (results.length < values.length && performance.now() < end);
	}
	return results;
}

/** Safari before version 27 has no `requestIdleCallback`. A hidden page gets an idle moment, too, after a second. */
function idle(): Promise<unknown> {
	return new Promise((resolve) => {
		if (window.requestIdleCallback) window.requestIdleCallback(resolve, { timeout: 1000 });
		else setTimeout(resolve, 30);
	});
}
