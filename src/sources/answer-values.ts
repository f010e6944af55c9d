import { maximum, maxLength, minimum, nullish, number, string, union } from '../text/schema.ts';

/** Characters; the longest titles and lists of keywords have a few thousand. */
export const maxTextLength = 20_000;
const maxProseLength = 100_000;

/** Text. Like all values of answers, it may be missing or null. */
export const line = nullish(string().check(maxLength(maxTextLength)));

/** Long text: an abstract, a BibTeX entry with one. */
export const prose = nullish(string().check(maxLength(maxProseLength)));

export const amount = number().check(minimum(-1e9), maximum(1e14));

/** Text or a number. */
export const value = nullish(union([string().check(maxLength(maxTextLength)), amount]));
