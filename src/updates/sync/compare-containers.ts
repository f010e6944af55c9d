import { plainText } from '../../latex/plain-text.ts';
import type { Publication } from '../../publications/publication.ts';
import { fold } from '../../text/fold.ts';

/**
 * Whether two works appeared in the same journal, book or event, also if one has its abbreviated name: 'Phys. Rev. Lett.' is
 * 'Physical Review Letters'. `unknown` if only one of them has a name.
 */
export function compareContainers(one: Publication, other: Publication): 'same' | 'other' | 'unknown' | 'none' {
	const [first, second] = [wordsOf(one), wordsOf(other)];
	if (first.length === 0 || second.length === 0) return first.length === second.length ? 'none' : 'unknown';
	return abbreviates(first, second) || abbreviates(second, first) ? 'same' : 'other';
}

/** Words that abbreviations omit. */
const omitted = /^(?:the|a|an|of|on|for|in|and|und|et|de|la|le|der|die|das|fur|to|proceedings|proc)$/;

function wordsOf({ containerTitle, venue }: Publication): readonly string[] {
	const name = containerTitle ?? venue.name;
	const words = name ? (fold(plainText(name)).match(/[\p{L}\p{N}]+/gu) ?? []) : [];
	return words.filter((word) => !omitted.test(word));
}

function abbreviates(short: readonly string[], long: readonly string[]): boolean {
	return (
		short.length > 0 && short.length === long.length && short.every((word, index) => long[index]?.startsWith(word))
	);
}
