import { distance } from 'fastest-levenshtein';

/**
 * The candidate a person most likely meant by a word, without regard to case; null when none is near. Near is at
 * most one slip for every three letters of the longer word, and never more than three. A swap of two neighbouring
 * letters counts as one slip. Among equals the first wins.
 */
export function nearest(word: string, candidates: Iterable<string>): string | null {
	const wanted = word.toLowerCase();
	let best: string | null = null;
	let least = Number.POSITIVE_INFINITY;
	for (const candidate of candidates) {
		const other = candidate.toLowerCase();
		const allowed = Math.min(3, Math.floor(Math.max(wanted.length, other.length) / 3));
		if (Math.abs(other.length - wanted.length) > allowed) continue;
		const slips = editDistance(wanted, other);
		if (slips <= allowed && slips < least) {
			best = candidate;
			least = slips;
		}
	}
	return best;
}

/** How many letters must be put in, taken out, replaced or swapped with their neighbour (one swap at most). */
export function editDistance(one: string, other: string): number {
	const slips = distance(one, other);
	return slips === 2 && isSwap(one, other) ? 1 : slips;
}

function isSwap(one: string, other: string): boolean {
	if (one.length !== other.length) return false;
	let at = 0;
	while (at < one.length && one[at] === other[at]) at++;
	return one[at] === other[at + 1] && one[at + 1] === other[at] && one.slice(at + 2) === other.slice(at + 2);
}
