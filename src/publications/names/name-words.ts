import { isGivenName } from './given-names.ts';
import { splitWords } from './name-split.ts';
import { isCertainSuffix, isSuffix, isSuffixWord, splitSuffix } from './name-suffixes.ts';
import { isCompany, isOrganization } from './organizations.ts';

/*
 * What a comma part of a name looks like: initials, a whole name, a name with initials at one end.
 */

const initials = /^(?:\p{Lu}\p{Ll}?\.?[-\s~]*){1,4}$/u;
const initial = /^\p{Lu}\p{Ll}{0,2}\.(?:[-~]?\p{Lu}\p{Ll}{0,2}\.)*$/u;
const dottedInitials = /^(?:-?\p{Lu}\p{Ll}?\.)+$/u;
const bareInitials = /^(?:\p{Lu}{1,3}|(?:-?\p{Lu}\p{Ll}?\.)+)$/u;
const familyInitials = /^[^,]+,\s*(?:\p{Lu}\.?[-\s~]*){1,3}$/u;
const capitals = /^\p{Lu}{1,3}$/u;
const lower = /\p{Ll}/u;
const lowerFirst = /^\p{Ll}/u;
const notLowerFirst = /^[^\p{Ll}\s]/u;
const onlyCapitals = /^[\p{Lu}\s-]+$/u;

/** Whether a part consists of initials: 'A. B.', 'J.-P.', 'AB'. */
export function isInitials(part: string): boolean {
	return part.length < 16 && initials.test(part) && (part.includes('.') || onlyCapitals.test(part));
}

/** Whether a part is a whole name: several words, not only initials. */
export function isWhole(part: string): boolean {
	// A comma in braces: '\textbf{Curie, Marie}'.
	if (part.includes(',')) return true;
	const name = splitSuffix(part)?.[0] ?? part;
	return !isInitials(name) && !name.startsWith('{') && splitWords(name).length > 1 && !lowerFirst.test(name);
}

/** Whether a name starts with an initial: 'A. Lovelace'. */
export function startsWithInitial(part: string): boolean {
	const words = splitWords(part);
	return words.length > 1 && initial.test(words[0]?.text ?? '') && !isInitials(part);
}

/** Whether a name starts with given names: 'A. Lovelace', 'Ada B. Lovelace'. A family name contains no initials. */
export function startsWithGivenNames(part: string): boolean {
	if (startsWithInitial(part)) return true;
	const words = splitWords(part).map(({ text }) => text);
	if (words.length < 3 || lowerFirst.test(part) || !/\p{Ll}/u.test(words.at(-1) ?? '')) return false;
	return words.slice(1, -1).some((word) => initial.test(word) || /^\p{Lu}$/u.test(word));
}

/** Whether a name starts with a common given name. */
export function startsWithGivenName(part: string): boolean {
	return isGivenName(splitWords(part)[0]?.text ?? '');
}

/** Whether a name ends in initials: 'Lovelace A.', 'Lovelace AB'. */
export function endsInInitials(part: string): boolean {
	if (trailingInitials(part)) return true;
	const words = splitWords(part);
	const last = words.at(-1)?.text ?? '';
	return (
		words.length > 1 && lower.test(words[0]?.text ?? '') && capitals.test(last) && !isSuffix(last) && !isInitials(part)
	);
}

/**
 * Splits a name with initials after the family name, without a comma, as Scopus writes editors ('Ziefle M.', 'Calero Valdez
 * A.B.'); null for any other name. An initial with a full stop is never a family name. One without ('Caffo B') may be,
 * except in a list with names such as 'Lindquist, M' (`familyFirst`).
 */
export function trailingInitials(name: string, familyFirst = false): readonly [family: string, given: string] | null {
	if (name.includes('{') || !(name.endsWith('.') || (familyFirst && lower.test(name)))) return null;
	const words = splitWords(name).map(({ text }) => text);
	const pattern = familyFirst ? bareInitials : dottedInitials;
	let first = words.length;
	while (first > 0 && pattern.test(words[first - 1] ?? '')) first--;
	const given = words.slice(first).join(' ');
	const family = words.slice(0, first);
	if (given === '' || !notLowerFirst.test(family.at(-1) ?? '')) return null;
	if (isSuffix(given) || isSuffixWord(given) || isCompany(name)) return null;
	return family.every((word) => /\p{L}{2}/u.test(word) && !word.endsWith('.')) ? [family.join(' '), given] : null;
}

/** Whether a name is written 'Lindquist, M' or 'Lindquist, M. A.'. */
export function isFamilyAndInitials(name: string): boolean {
	return name.includes(',') && familyInitials.test(name);
}

/**
 * Whether a text is 'Given Family' or 'Family, Given' and not part of an organization's name. Particles are lower-case, but a
 * name does not end in one, and starts with one only before a comma ('von und zu' is not between two names).
 */
export function isFullName(text: string): boolean {
	const words = text.split(/[\s~]+/);
	const [first = ''] = words;
	if (words.length < 2 || !notLowerFirst.test(words.at(-1) ?? '')) return false;
	return (notLowerFirst.test(first) || text.includes(',')) && !isOrganization(text);
}

/** Whether a part is a name with its family name last: several words, not a suffix and not initials. */
export function endsInFamilyName(part: string): boolean {
	const last = splitWords(part).at(-1)?.text ?? '';
	return isWhole(part) && lower.test(last) && !isCertainSuffix(last) && !last.endsWith('.');
}
