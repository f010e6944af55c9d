import { distance } from 'fastest-levenshtein';

/**
 * The candidate closest to a word, ignoring case; null if none is close. The limit is one edit per three letters of the
 * longer word, at most three. Swapping two neighbouring letters counts as one edit. The first of equals wins.
 */
export function nearest(word: string, candidates: Iterable<string>): string | null {
	const wanted = word.toLowerCase();
	let best: string | null = null;
	let least = Number.POSITIVE_INFINITY;
	for (const candidate of candidates) {
		const other = candidate.toLowerCase();
		const allowed = Math.min(3, Math.floor(Math.max(wanted.length, other.length) / 3));
		const slips = editDistance(wanted, other);
		if (slips <= allowed && slips < least) {
			best = candidate;
			least = slips;
		}
	}
	return best;
}

/** The number of letters to insert, remove, replace or swap with their neighbour (one swap at most). */
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
