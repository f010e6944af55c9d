/**
 * Stands in for Node's module assert in the compiled command, where yargs is the only one that asks for it, for two
 * functions: loading all of it takes as long as yargs itself.
 */
export function strictEqual(actual: unknown, expected: unknown, message?: string): void {
	if (!Object.is(actual, expected)) throw new Error(message ?? `${String(actual)} is not ${String(expected)}`);
}

/** As {@link strictEqual}, the other way round. */
export function notStrictEqual(actual: unknown, expected: unknown, message?: string): void {
	if (Object.is(actual, expected)) throw new Error(message ?? `${String(actual)} is what it must not be`);
}
