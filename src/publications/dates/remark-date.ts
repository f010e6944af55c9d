import type { Entry } from '../../library/entry.ts';
import { fieldsOf, wordsIn } from '../entry-fields.ts';
import type { DateValue } from './date.ts';
import { parseWritten } from './written-dates.ts';

/** Fields that may name an event with its date. */
const remarkFields = ['eventtitle', 'event', 'note', 'howpublished', 'titleaddon', 'booktitle', 'organization'];

/** The first date in the remarks of a talk without a date field: 'Invited talk at Dagstuhl, 3 May 2019'. */
export function dateInRemark(entry: Entry): DateValue | null {
	for (const field of fieldsOf(entry, remarkFields)) {
		const date = dateInWords(wordsIn(field).slice(0, 1000));
		if (date) return date;
	}
	return null;
}

/** The date around the first year in a text: the longest stretch of words with it that is a date. */
function dateInWords(words: string): DateValue | null {
	for (const year of words.matchAll(
		/(?<![\p{L}\p{N}.:/])(?:1[89]|20)\d{2}(?![\p{L}\p{N}])|(?<=[\s./-]\d{1,2}[./-])(?:1[89]|20)\d{2}(?!\d)/gu,
	)) {
		const end = year.index + year[0].length;
		const starts = positions(words, /(?<![\p{L}\p{N}])[\p{L}\p{N}]/gu, Math.max(0, year.index - 45), year.index);
		const ends = [...positions(words, /(?<=[\p{N}])(?![\p{L}\p{N}])/gu, end, end + 24).reverse(), end];
		for (const start of starts) {
			for (const stop of ends) {
				const date = parseWritten(words.slice(start, stop));
				if (date && date.form !== 'literal' && date.literal === null) return date;
			}
		}
	}
	return null;
}

function positions(words: string, pattern: RegExp, from: number, to: number): number[] {
	return [...words.slice(0, to + 1).matchAll(pattern)].map(({ index }) => index).filter((index) => index >= from);
}
