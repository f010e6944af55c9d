import { plainText } from '../../latex/plain-text.ts';
import type { RichText } from '../../latex/rich-text.ts';
import { fold } from '../../text/fold.ts';
import { functionWords } from '../../text/function-words.ts';
import { memoize } from '../../text/memoize.ts';

/** Longer names are no badges: 'NeurIPS Workshop' has 16 characters. */
const longest = 16;

/**
 * The short name of a venue as a badge. Null if it is long or repeats a name: it is part of the name ('CVPR' in 'CVPR 2020')
 * or abbreviates its words ('Phys. Rev. Lett.'), apart from a year.
 *
 * @param names the names that the entry shows
 */
export function badgeOf(short: string | null, names: readonly (RichText | null)[]): string | null {
	if (short === null || short === '' || short.length > longest) return null;
	const words = wordsIn(short.replace(yearAtEnd, ''));
	return names.some((name) => name && abbreviates(words, wordsIn(plainText(name)))) ? null : short;
}

/** The year in 'CVPR 2020' or 'CVPR’20', which the entry shows, too. */
const yearAtEnd = /(?<=\p{L})[\s’'-]*(?:(?:19|20)\d\d|[’']\d\d)$/u;

/** The words of a name without those that abbreviations omit. */
const wordsIn = memoize((name): readonly string[] =>
	(name.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).filter((word) => !functionWords.has(word.toLowerCase())),
);

/** Whether each word abbreviates a word of the name, in the same order. */
function abbreviates(words: readonly string[], name: readonly string[]): boolean {
	let at = 0;
	for (const word of words) {
		while (at < name.length && !shortens(word, name[at] ?? '')) at++;
		if (at++ >= name.length) return false;
	}
	return words.length > 0;
}

/** 'Rev' shortens 'Review', 'Natl' shortens 'National'; 'PR' is an acronym and does not shorten 'Proceedings'. */
function shortens(short: string, word: string): boolean {
	const [letters, all] = [fold(short), fold(word)];
	if (letters === all) return true;
	const isAcronym = short.length > 1 && short === short.toUpperCase();
	if (isAcronym || letters[0] !== all[0]) return false;
	let at = 0;
	for (const letter of all) if (letter === letters[at]) at++;
	return at === letters.length;
}
