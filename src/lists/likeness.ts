import { plainText } from '../latex/plain-text.ts';
import type { Publication } from '../publications/publication.ts';
import { fold, lettersOf } from '../text/fold.ts';
import { memoize } from '../text/memoize.ts';
import { yearIn } from './dating.ts';

/** Years that may lie between a preprint and its publication. */
const patience = 3;

/** Whether two works are of about the same time; a work without a year is of any. */
export function isNear(one: Publication, other: Publication): boolean {
	const [first, second] = [yearIn(one), yearIn(other)];
	return first === null || second === null || Math.abs(first - second) <= patience;
}

/** The letters and digits of a title, to compare titles by; kept, since lists are made again and again. */
export function titleKey(publication: Publication): string {
	let key = titleKeys.get(publication);
	if (key === undefined) {
		key = lettersOf(fold(plainText(publication.title)));
		titleKeys.set(publication, key);
	}
	return key;
}

const titleKeys = new WeakMap<Publication, string>();

/** The same of what stands before the colon or the first stop; empty where that is less than three words. */
export function mainTitleKey({ title }: Publication): string {
	const [main = ''] = plainText(title).split(/[:?!.]\s/, 1);
	const words = wordsOf(main);
	return words.length >= 3 ? words.join('') : '';
}

/** 'Introduction' and 'Editorial' are titles of many works. */
export function isDistinctive(publication: Publication): boolean {
	return titleKey(publication).length >= 12 && wordsOf(plainText(publication.title)).length >= 3;
}

/** How many of the words of two titles are in both: 0 to 1. */
export function sharedWords(one: Publication, other: Publication): number {
	const [left, right] = [one, other].map(({ title }) => new Set(wordsOf(plainText(title))));
	let shared = 0;
	for (const each of left ?? []) if (right?.has(each)) shared++;
	return shared / Math.max(1, (left?.size ?? 0) + (right?.size ?? 0) - shared);
}

/** Family names of all authors in one text; empty where the list was cut by 'and others'. */
export function authorsKey({ contributors: { author } }: Publication): string {
	if (!author || author.etAl) return '';
	return author.names.map(({ family, literal }) => lettersIn(literal ?? family)).join(',');
}

/** The family name of the first author; empty without one. */
export function firstAuthorKey({ contributors: { author } }: Publication): string {
	const name = author?.names[0];
	return name ? lettersIn(name.literal ?? name.family) : '';
}

/** Families come again and again. */
const lettersIn = memoize((name) => lettersOf(fold(name)));

const eachWord = /[\p{L}\p{N}]+/gu;

function wordsOf(text: string): readonly string[] {
	return fold(text).match(eachWord) ?? [];
}
