import { splitTopLevel } from './name-split.ts';
import {
	endsInInitials,
	isFullName,
	isWhole,
	startsWithGivenName,
	startsWithGivenNames,
	startsWithInitial,
} from './name-words.ts';

/*
 * 'and' in other languages, and misspelt.
 */

/** Words that are only part of a name beside another particle ('von und zu'), and the slash. */
const words = 'und u. et en och og oraz ed ve és și şi dan và ja и та і й και /'.split(' ');

/** Letters that may join two family names of one person ('Ortega y Gasset', 'Costa e Silva'): Spanish, Portuguese, Italian, Catalan, Polish, Czech. */
const letters = 'y e i a'.split(' ');

/** Frequent typos for 'and'. Not 'an', 'ad' and 'abd', which are particles. */
const typos = 'amd adn nad anf ans annd aand andd anad nd snd'.split(' ');

const alternatives = (all: readonly string[]) => all.join('|').replaceAll('.', '\\.');
const anyWord = new RegExp(`\\s(${alternatives(words)})\\s`);
const eachWord = new RegExp(`\\s+(?:${alternatives(words)})\\s+`);
const lastLetter = new RegExp(`^(.+)\\s(${alternatives(letters)})\\s(.+)$`);

/** An 'and' that BibTeX does not see: misspelt, with punctuation, with a tie, or without a space on one side. */
const mistyped = new RegExp(
	[
		`(?<=\\s)(?:${alternatives(typos)}|and[,.;:])(?=\\s)`,
		"(?<=[\\s~])and(?=\\p{Lu}[\\p{Ll}.'’]|\\{)",
		'(?<=\\p{Lu}\\.|,)and(?=\\s|\\p{Lu}[\\p{Ll}.])',
		'(?<=\\s)and~|~and(?=[\\s~])',
	].join('|'),
	'gu',
);

/** Fast path: matches each text that `mistyped` matches. */
const perhapsMistyped = new RegExp(`[\\s~]and\\S|[.,~]and|\\s(?:${alternatives(typos)})\\s`);

/** Parts of a list of names, and what separated them, as a message names it; null if nothing did. */
export interface ListPieces {
	readonly pieces: readonly string[];
	readonly mark: string | null;
}

/** Replaces each mistyped 'and' at brace level 0. */
export function withCorrectAnds(value: string): { text: string; mark: string | null } {
	if (!perhapsMistyped.test(value)) return { text: value, mark: null };
	let mark: string | null = null;
	let depth = 0;
	let at = 0;
	const text = value.replace(mistyped, (written: string, offset: number) => {
		for (; at < offset; at++) {
			const code = value.charCodeAt(at);
			if (code === 92 /* \ */) at++;
			else if (code === 123 /* { */) depth++;
			else if (code === 125 /* } */) depth--;
		}
		if (depth > 0) return written;
		mark ??= /^~?and~?$/.test(written) ? '"and" without spaces' : `"${written}"`;
		return ' and ';
	});
	return { text, mark };
}

/**
 * Splits at another language's 'and' between full names. A single letter only separates the last two names of a list that
 * contains no 'and' (`isWholeList`), and only if the names show that it does not join two family names.
 */
export function splitAtWord(piece: string, isWholeList: boolean): ListPieces {
	if (piece.includes('{')) return { pieces: [piece], mark: null };
	const word = anyWord.exec(piece)?.[1];
	const pieces = word === undefined ? [] : piece.split(eachWord);
	if (pieces.length > 1 && pieces.every(isFullName)) return { pieces, mark: word === '/' ? 'a slash' : `"${word}"` };
	const [, left = '', letter, right = ''] = (isWholeList && lastLetter.exec(piece)) || [];
	if (letter === undefined || !isFullName(left) || !isFullName(right) || !areTwoPeople(left, right)) {
		return { pieces: [piece], mark: null };
	}
	return { pieces: [left, right], mark: `"${letter}"` };
}

/** Whether the text before a letter such as 'y' ends with one person, and the text after it is another. */
function areTwoPeople(left: string, right: string): boolean {
	const before = splitTopLevel(left, ',');
	const after = splitTopLevel(right, ',');
	// 'García, Juan y López, María', but not 'Costa e Silva, Ana, Costa e Sousa, Rui'.
	if (after.length > 1) return after.length === 2 && before.length % 2 === 0;
	if (before.length > 1 && before.every(isWhole)) return true;
	if (endsInInitials(right)) return before.every(endsInInitials);
	return startsWithInitial(right) || startsWithGivenNames(right) || startsWithGivenName(right);
}
