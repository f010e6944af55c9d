import { distance } from 'fastest-levenshtein';

/**
 * The candidate that is closest to a word, ignoring case; null if none is close. The limit is one edit per three letters of
 * the longer word, at most three. Swapping two adjacent letters counts as one edit. The first of equals wins.
 */
export function closestWord(word: string, candidates: Iterable<string>): string | null {
	const lowerWord = word.toLowerCase();
	let closest: string | null = null;
	let fewestEdits = Number.POSITIVE_INFINITY;
	for (const candidate of candidates) {
		const lowerCandidate = candidate.toLowerCase();
		const limit = Math.min(3, Math.floor(Math.max(lowerWord.length, lowerCandidate.length) / 3));
		const edits = editDistance(lowerWord, lowerCandidate);
		if (edits <= limit && edits < fewestEdits) {
			closest = candidate;
			fewestEdits = edits;
		}
	}
	return closest;
}

/** The number of letters to insert, remove or replace; a single swap of two adjacent letters counts as one edit. */
export function editDistance(left: string, right: string): number {
	const edits = distance(left, right);
	return edits === 2 && isSwap(left, right) ? 1 : edits;
}

function isSwap(left: string, right: string): boolean {
	if (left.length !== right.length) return false;
	let at = 0;
	while (at < left.length && left[at] === right[at]) at++;
	return left[at] === right[at + 1] && left[at + 1] === right[at] && left.slice(at + 2) === right.slice(at + 2);
}
