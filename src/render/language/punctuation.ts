import type { Direction } from './scripts.ts';

/** Punctuation as templates write it, and the term of a locale that replaces it. */
const marks: readonly (readonly [mark: string, term: string, trim?: 'start' | 'end'])[] = [
	[', ', 'comma'],
	['. ', 'stop'],
	['.', 'stop', 'end'],
	[': ', 'colon'],
	['; ', 'semicolon'],
	[' (', 'open-bracket'],
	// A tie in LaTeX.
	['~(', 'open-bracket'],
	['(', 'open-bracket', 'start'],
	[')', 'close-bracket'],
];

/**
 * In text from right to left, a colon between two numbers would make them one number, which is read from left to right.
 * Unicode's right-to-left mark before it keeps them apart: volume, then pages.
 */
const betweenNumbers = [[':', '\u200f:']] as const;

/**
 * The punctuation of a language by the English one that templates contain. Without marks that are the same.
 *
 * @param direction that of the text
 */
export function punctuationOf(term: (name: string) => string, direction: Direction): ReadonlyMap<string, string> {
	const replaced = marks.flatMap(([mark, name, trim]) => {
		const words = term(name);
		const sign = trim === 'start' ? words.trimStart() : trim === 'end' ? words.trimEnd() : words;
		return sign === mark.replace('~', ' ') ? [] : [[mark, sign] as const];
	});
	return new Map([...replaced, ...(direction === 'rtl' ? betweenNumbers : [])]);
}

const wide = '，。、：；！？（）「」『』《》〈〉【】';

/** A space beside full-width punctuation, which has its own. Markup of HTML may be between them. Line ends stay. */
const besideWide = new RegExp(`(?<=[${wide}](?:</\\w+>)*) (?=[^\\s])|(?<=\\S) (?=(?:<\\w+[^<>]*>)*[${wide}])`, 'g');

/** Whether a language has full-width punctuation. */
export function isWide(punctuation: ReadonlyMap<string, string>): boolean {
	return [...punctuation.values()].some((sign) => wide.includes(sign.trim() || ' '));
}

/** Removes the spaces beside full-width punctuation. */
export function withoutWideSpaces(markup: string): string {
	return markup.replace(besideWide, '');
}
