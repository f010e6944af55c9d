import { plainText } from '../latex/plain-text.ts';
import type { Publication } from '../publications/publication.ts';
import { fold, lettersOf } from '../text/fold.ts';
import { cacheByIdentity } from '../text/identity-cache.ts';
import { memoize } from '../text/memoize.ts';
import { yearsApart } from './publication-date.ts';

/** Maximum number of years between a preprint and its publication. */
const maxYearsApart = 3;

/** True if two works appeared at about the same time, or one of them has no year. */
export function isCloseInTime(one: Publication, other: Publication): boolean {
	return (yearsApart(one, other) ?? 0) <= maxYearsApart;
}

/** The letters and digits of a title, for comparison. Databases write 'and' for '&'. */
export const titleKey = cacheByIdentity(({ title }: Publication): string => lettersOf(fold(withAnd(plainText(title)))));

/** A title with 'and' for '&' between words. */
export function withAnd(title: string): string {
	return title.includes('&') ? title.replaceAll(' & ', ' and ') : title;
}

/** The letters and digits of a title before its first colon or full stop; empty for less than three words. */
export function mainTitleKey({ title }: Publication): string {
	const [main = ''] = plainText(title).split(/[:?!.]\s/, 1);
	const words = wordsOf(main);
	return words.length >= 3 ? words.join('') : '';
}

/** False for titles that many works share, such as 'Introduction' and 'Editorial'. */
export function isDistinctive(publication: Publication): boolean {
	return titleKey(publication).length >= 12 && wordsOf(plainText(publication.title)).length >= 3;
}

/** The share of the words of two titles that both contain: 0 to 1. */
export function wordSimilarity(one: Publication, other: Publication): number {
	const [left, right] = [one, other].map(({ title }) => new Set(wordsOf(plainText(title))));
	let shared = 0;
	for (const word of left ?? []) if (right?.has(word)) shared++;
	return shared / Math.max(1, (left?.size ?? 0) + (right?.size ?? 0) - shared);
}

/** The family names of all authors; empty if the list ends in 'and others'. */
export function authorsKey({ contributors: { author } }: Publication): string {
	if (!author || author.etAl) return '';
	return author.names.map(({ family, literal }) => lettersIn(literal ?? family)).join(',');
}

/** The family name of the first author; empty without one. */
export function firstAuthorKey({ contributors: { author } }: Publication): string {
	const name = author?.names[0];
	return name ? lettersIn(name.literal ?? name.family) : '';
}

const lettersIn = memoize((name) => lettersOf(fold(name)));

const eachWord = /[\p{L}\p{N}]+/gu;

function wordsOf(text: string): readonly string[] {
	return fold(text).match(eachWord) ?? [];
}
