import fc from 'fast-check';

/** A promise of docs/security.md, with a generator of cases that try to break it. */
export interface Trial<Case> {
	/** The name on the command line: `npm run torture -- --only mutations`. */
	readonly name: string;
	readonly promise: string;
	/** The number of tries of `npm run torture`. */
	readonly tries: number;
	/** The number of tries of `npm test`. */
	readonly fewTries: number;
	/** The number of tries that one case contains. */
	readonly triesPerCase: number;
	readonly cases: fc.Arbitrary<Case>;
	/** Describes how the promise was broken. Returns null if it was kept. */
	breach(example: Case): string | null | Promise<string | null>;
}

/** A case that broke a promise. The seed reproduces it as the first case of a run. */
export interface Failure {
	readonly seed: number;
	readonly breach: string;
}

/** Runs the cases of a trial. Each case depends only on its own seed, so any of them can be repeated alone. */
export async function failuresOf<Case>(trial: Trial<Case>, tries: number, seed: number): Promise<Failure[]> {
	const failures: Failure[] = [];
	const end = seed + Math.ceil(tries / trial.triesPerCase);
	for (let caseSeed = seed; caseSeed < end; caseSeed++) {
		const breach = await breachOf(trial, caseSeed);
		if (breach !== null) failures.push({ seed: caseSeed, breach });
	}
	return failures;
}

async function breachOf<Case>(trial: Trial<Case>, seed: number): Promise<string | null> {
	const [example] = fc.sample(trial.cases, { seed, numRuns: 1 }) as [Case];
	try {
		return await trial.breach(example);
	} catch (error) {
		return `threw ${(error as Error).stack}`;
	}
}
