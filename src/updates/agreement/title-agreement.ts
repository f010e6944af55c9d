import { plainText } from '../../latex/plain-text.ts';
import { isDistinctive, mainTitleKey, titleKey, wordSimilarity } from '../../lists/similarity.ts';
import type { Publication } from '../../publications/publication.ts';
import { editDistance } from '../../text/closest-word.ts';
import { fold } from '../../text/fold.ts';

/** True if two works have the same title, apart from case, accents and punctuation. */
export function haveSameTitle(one: Publication, other: Publication): boolean {
	return titleKey(one) !== '' && titleKey(one) === titleKey(other);
}

/** True if the title of one work is that of the other before its colon: many entries omit subtitles. */
export function haveSameMainTitle(one: Publication, other: Publication): boolean {
	const [first, second] = [titleKey(one), titleKey(other)];
	return first !== '' && (mainTitleKey(one) === second || mainTitleKey(other) === first);
}

/** True if two titles differ by a typo or a few words, but not by a number: 'Part I' and 'Part II', reports on two years. */
export function haveNearlySameTitle(one: Publication, other: Publication): boolean {
	const [first, second] = [titleKey(one), titleKey(other)];
	if (first === second || !isDistinctive(one) || numbersIn(one) !== numbersIn(other)) return false;
	return wordSimilarity(one, other) >= nearlySame || editDistance(first, second) <= maxTypos;
}

/** True if two titles may be those of one work: the same, the same before the colon, or half of the words in common. */
export function haveSimilarTitle(one: Publication, other: Publication): boolean {
	if (haveSameTitle(one, other)) return true;
	const [first, second] = [one, other].map((work) => mainTitleKey(work) || titleKey(work));
	return (first !== '' && first === second) || wordSimilarity(one, other) >= similar;
}

/** The least shares of words that two titles have in common (see `wordSimilarity`). */
const nearlySame = 0.75;
const similar = 0.5;
/** Letters that may differ. */
const maxTypos = 2;

/** The numbers of a title, also Roman ones and single letters but the article 'a'. */
function numbersIn({ title }: Publication): string {
	return (fold(plainText(title)).match(/\b(?:[\d.]+|[ivx]+|[b-z])\b/g) ?? []).join(' ');
}
