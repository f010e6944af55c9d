import type { Reference } from './reference.ts';

/** A question about an identifier that is asked once for each: two calls for one, also in another case, share an answer. */
export function askedOnce<Outcome>(
	ask: (reference: Reference) => Promise<Outcome>,
): (reference: Reference) => Promise<Outcome> {
	const outcomes = new Map<string, Promise<Outcome>>();
	return (reference) => {
		const key = `${reference.kind}:${reference.id.toLowerCase()}`;
		const outcome = outcomes.get(key) ?? ask(reference);
		outcomes.set(key, outcome);
		return outcome;
	};
}
