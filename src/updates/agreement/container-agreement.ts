import { plainText } from '../../latex/plain-text.ts';
import type { Publication } from '../../publications/publication.ts';
import { fold } from '../../text/fold.ts';

/**
 * Whether two works appeared in the same journal, book or event. `same`: a shared ISSN, or names of which one may abbreviate
 * the other ('Phys. Rev. Lett.', 'PNAS'). `unknown`: only one of them has a name. `none`: neither has.
 */
export function containerAgreement(one: Publication, other: Publication): 'same' | 'other' | 'unknown' | 'none' {
	if (one.identifiers.issn.some((issn) => other.identifiers.issn.includes(issn))) return 'same';
	const [first = [], second = []] = [one, other].map(namesOf);
	if (first.length === 0 || second.length === 0) return first.length === second.length ? 'none' : 'unknown';
	return first.some((name) => second.some((candidate) => isSameContainer(name, candidate))) ? 'same' : 'other';
}

function namesOf({ containerTitle, containerTitleShort, venue }: Publication): readonly string[] {
	return [containerTitle ?? venue.name, containerTitleShort].flatMap((title) => (title ? plainText(title) : []));
}

function isSameContainer(one: string, other: string): boolean {
	const [first = [], second = []] = [one, other].map(wordsOf);
	if (first.length === 0 || second.length === 0) return false;
	return abbreviates(first, second) || abbreviates(second, first) || isAcronym(one, second) || isAcronym(other, first);
}

/** Words that abbreviations and acronyms omit. */
const functionWords = /^(?:the|a|an|of|on|in|for|to|and|und|der|die|das|fur|et|de|des|du|la|le|les)$/;

/** The words of a name without function words, and without an addition in parentheses. */
function wordsOf(name: string): readonly string[] {
	const all = fold(name.replace(/\s*\([^()]*\)/g, '')).match(/[\p{L}\p{N}]+/gu) ?? [];
	// 'Proc. Natl. Acad. Sci. U. S. A.' and 'Proceedings of the National Academy of Sciences of the United States of America'
	const words = all.join(' ').replace(/ (?:u ?s ?a?|of the united states(?: of america)?)$/, '');
	return words.split(' ').filter((word) => word !== '' && !functionWords.test(word));
}

/** True if each word of a name shortens a word of the other, in order: 'j mach learn res'. */
function abbreviates(short: readonly string[], long: readonly string[]): boolean {
	const [words, fullWords] = [short, long].map((all) => all.filter((word) => !/^proc(?:eedings)?$/.test(word)));
	if (!words?.length || words.length !== fullWords?.length) return false;
	return words.every((word, index) => isShortened(word, fullWords[index] ?? ''));
}

/** 'phys' and 'commun' are beginnings; 'natl' and 'intl' leave letters out. */
function isShortened(short: string, long: string): boolean {
	if (long.startsWith(short)) return true;
	let at = 0;
	for (const letter of short) {
		at = long.indexOf(letter, at) + 1;
		if (at === 0) return false;
	}
	return short.length >= 3 && short[0] === long[0] && short.at(-1) === long.at(-1);
}

function isAcronym(name: string, long: readonly string[]): boolean {
	const letters = /^[\p{Lu}\p{N}]{3,8}$/u.test(name.trim()) ? fold(name.trim()) : '';
	return letters !== '' && letters === long.map((word) => word.charAt(0)).join('');
}
