import { plainText } from '../../latex/plain-text.ts';
import type { Publication } from '../../publications/publication.ts';
import { fold } from '../../text/fold.ts';

/**
 * Whether two works appeared in the same journal or book, also if one has its abbreviated name: 'Phys. Rev. Lett.' is
 * 'Physical Review Letters'. Null if it is unknown for both; false if only one of them is in a container.
 */
export function sameContainer(one: Publication, other: Publication): boolean | null {
	const [first, second] = [wordsOf(one), wordsOf(other)];
	if (first.length === 0 && second.length === 0) return null;
	return abbreviates(first, second) || abbreviates(second, first);
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
