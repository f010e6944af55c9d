import { withoutEtAl } from './and-others.ts';
import { isCjk, isOrganization } from './name-checks.ts';
import { unmarked } from './name-marks.ts';
import { splitNames, splitTopLevel, splitWords } from './name-split.ts';

/*
 * Repairs name lists that are not separated by 'and'.
 */

const suffix =
	/^(?:jr|sr|jun|sen|junior|senior|filho|neto|fils|père|esq|i{2,3}|iv|vi{0,3}|2nd|3rd|4th|ph\.?\s?d|m\.?\s?d|d\.?\s?phil|dr|prof|msc|bsc|mba)\.?$/i;
const initials = /^(?:\p{Lu}\p{Ll}?\.?[-\s~]*){1,4}$/u;
const initial = /^\p{Lu}\p{Ll}{0,2}\.(?:[-~]?\p{Lu}\p{Ll}{0,2}\.)*$/u;
const dottedInitials = /^(?:-?\p{Lu}\p{Ll}?\.)+$/u;
const bareInitials = /^(?:\p{Lu}{1,3}|(?:-?\p{Lu}\p{Ll}?\.)+)$/u;
const familyInitials = /^[^,]+,\s*(?:\p{Lu}\.?[-\s~]*){1,3}$/u;
const missingAnd = /^((?:\p{Lu}\.?[-~ ]?){1,3}) ((?:\p{Ll}[\p{L}'’]* )*\p{Lu}\p{Ll}.*)$/u;
const capitals = /^\p{Lu}{1,3}$/u;
const lower = /\p{Ll}/u;
const lowerFirst = /^\p{Ll}/u;
const notLowerFirst = /^[^\p{Ll}\s]/u;
const onlyCapitals = /^[\p{Lu}\s-]+$/u;

/** Whether a comma part is a suffix ('Jr.', 'III'), so that 'von Last, Jr, First' is a name. */
function isSuffix(part: string): boolean {
	return part.split(/[\s~]+/).every((word) => suffix.test(word));
}

/** Whether a part can only be a suffix, not a given name or initials. It is also recognized where BibTeX expects a first name. */
export function isCertainSuffix(part: string): boolean {
	return /^(?:[JS]r|I{2,3}|Ph\.?\s?D)\.?$/.test(part.trim());
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
	if (isSuffix(given) || suffix.test(given) || company.test(name)) return null;
	return family.every((word) => /\p{L}{2}/u.test(word) && !word.endsWith('.')) ? [family.join(' '), given] : null;
}

/** Whether a name is written 'Lindquist, M' or 'Lindquist, M. A.'. */
export function isFamilyAndInitials(name: string): boolean {
	return name.includes(',') && familyInitials.test(name);
}

/** A separator in the place of 'and', as a message names it. */
type Separator = 'a comma' | 'a semicolon' | 'a bar' | 'an ampersand' | 'a slash' | '"und"' | '"et"';

/** The names of a list, and their separator. */
export interface SeparatedNames {
	/** One string per name, in BibTeX's syntax. */
	readonly names: readonly string[];
	/** The first separator other than 'and'; null if nothing was repaired. */
	readonly separator: Separator | null;
	/** Whether the list ended in 'and others' or similar words. */
	readonly etAl: boolean;
}

/**
 * Splits a value into names, including those separated by semicolons, ampersands or commas. Extended names (`family=…`) are
 * split at 'and' only.
 */
export function separateNames(value: string, extended: boolean): SeparatedNames {
	const names: string[] = [];
	let separator: SeparatedNames['separator'] = null;
	let etAl = false;
	// 'A, B., ... Z, Y.', as in long lists in APA style.
	const written = splitNames(extended ? value : value.replace(ellipsis, ' and ... and '), extended);
	for (const [at, piece] of written.entries()) {
		// 'A B, C D, and E F': a comma before the 'and', while the last name contains none.
		const oxford = written.length > 1 && at === written.length - 2 && !written[at + 1]?.includes(',');
		const { pieces, mark } = extended ? { pieces: [piece], mark: null } : splitAtOthers(piece);
		separator ??= mark;
		// 'A B, C D & E F': in lists with an ampersand, commas separate names, too.
		const listed = mark === 'an ampersand' && !pieces.at(-1)?.includes(',');
		for (const whole of pieces) {
			const name = withoutEtAl(whole);
			if (name !== whole) etAl = true;
			const comma = listed || (oxford && name.trimEnd().endsWith(','));
			const list = !extended && name.includes(',') ? splitCommaList(name, comma) : null;
			if (list) separator ??= 'a comma';
			for (const listedName of list ?? [name]) if (listedName !== '') names.push(listedName);
		}
	}
	return { names, separator, etAl };
}

const ellipsis = /,\s*(?:\.\.\.|…|\\l?dots(?![a-z])(?:\{\})?)\s*(?:\\?&\s|and\s)?\s*(?=[\p{L}{\\])/gu;

const company = /(?:^|\s)(?:co|company|sons?|brothers|bros|associates|partners|inc|ltd|gmbh|ag|kg|llc)\.?$/i;

/** Splits at semicolons, bars, ampersands, slashes and other languages' 'and'. */
function splitAtOthers(piece: string): { pieces: readonly string[]; mark: Separator | null } {
	const character = [';', '|'].find((separator) => piece.includes(separator));
	if (character) {
		const names = splitTopLevel(piece.replace(/;\s+and\s/gi, ';'), character).filter((name) => name !== '');
		if (names.length < 2) return { pieces: names, mark: null };
		return {
			pieces: names.flatMap((name) => splitAtOthers(name).pieces),
			mark: character === ';' ? 'a semicolon' : 'a bar',
		};
	}
	if (!/\s\\?&\s/.test(piece)) return splitAtWord(piece);
	const names = splitTopLevel(piece.replaceAll('\\&', '&'), '&').filter((name) => name !== '');
	if (names.length < 2 || names.slice(1).some((name) => company.test(name))) return { pieces: [piece], mark: null };
	return { pieces: names, mark: 'an ampersand' };
}

/** Splits at a slash or at another language's 'and' between full names ('von und zu' stays). */
function splitAtWord(piece: string): { pieces: readonly string[]; mark: Separator | null } {
	const word = /\s(und|et|\/)\s/.exec(piece)?.[1];
	const pieces = word === undefined || piece.includes('{') ? [] : piece.split(/\s+(?:und|et|\/)\s+/);
	if (pieces.length < 2 || !pieces.every(isFullName)) return { pieces: [piece], mark: null };
	return { pieces, mark: word === '/' ? 'a slash' : word === 'et' ? '"et"' : '"und"' };
}

/** Whether a text is 'Given Family' or 'Family, Given' with capitals, and not part of an organization's name. */
function isFullName(text: string): boolean {
	const words = text.split(/[\s~]+/);
	return words.length > 1 && words.every((word) => notLowerFirst.test(word)) && !isOrganization(text);
}

/**
 * Splits a list of names that are separated by commas; null if it is a single name by BibTeX's rules. A list has more commas
 * than a name can have, or parts that do not fit BibTeX's roles: initials in the place of 'Jr', or several parts that start
 * or end with initials.
 */
function splitCommaList(piece: string, listed: boolean): string[] | null {
	// 'Family, …' with one comma, as in most names.
	const comma = piece.indexOf(',');
	if (piece.indexOf(' ') > comma && piece.indexOf(',', comma + 1) < 0) return null;
	const written = splitTopLevel(piece, ',');
	const parts = withMissingAnd(written.filter((part) => part !== '').map((part) => part.replace(/ (?=\.)/g, '')));
	// 'A. Lovelace, \textbf{G. Hopper}': a highlighted part is a whole name.
	const bare = parts.map((part) => unmarked(part).text);
	if (parts.length > 2 && isOrganization(bare[0] ?? '')) return null;
	if (parts.length > 2 && bare.every(isCjk)) return parts;
	const marked = (at: number) => bare[at] !== parts[at] && isWhole(bare[at] ?? '');
	const isList = parts.some((_part, at) => marked(at) && bare[at]?.includes(','));
	if (parts.length < 2 || (!isList && isOneName(bare, listed))) return null;
	const pairs = parts.length % 2 === 0 && bare.every((part, at) => at % 2 === 1 || !isWhole(part));
	const names: string[] = [];
	for (let at = 0; at < parts.length; at++) {
		const part = parts[at] ?? '';
		const next = bare[at + 1];
		if (marked(at)) {
			names.push(part);
			continue;
		}
		if (next !== undefined && isSuffix(next) && parts[at + 2] !== undefined) {
			names.push(`${part}, ${next}, ${parts[at + 2]}`);
			at += 2;
		} else if (next !== undefined && !isWhole(bare[at] ?? '') && (pairs || isInitials(next) || !isWhole(next))) {
			names.push(`${part}, ${parts[at + 1]}`);
			at++;
		} else {
			names.push(
				trailingInitials(part)?.join(', ') ?? (endsInInitials(part) ? part.replace(/\s+(\S+)$/u, ', $1') : part),
			);
		}
	}
	return names;
}

/** Splits 'Caffo, B Jones, C', where an 'and' is missing between the initials of one name and the next family name. */
function withMissingAnd(parts: string[]): string[] {
	const end = parts.at(-1) ?? '';
	if (parts.length < 3 || isInitials(parts[0] ?? '') || !isInitials(end) || isSuffix(end)) return parts;
	const between = parts.slice(1, -1).map((part) => missingAnd.exec(part)?.slice(1));
	if (between.includes(undefined)) return parts;
	return [parts[0] ?? '', ...between.flatMap((pair) => pair ?? []), end];
}

function isOneName(parts: readonly string[], listed: boolean): boolean {
	if (parts.length === 2) {
		const both = (test: (part: string) => boolean) => parts.every(test);
		return !(both(startsWithInitial) || both(endsInInitials) || (listed && both(isWhole)));
	}
	if (parts.length > 3) return false;
	const [, middle = '', end = ''] = parts;
	if (isSuffix(middle) || isSuffix(end)) return true;
	// 'Smith, J., Jones' is two people; in 'Smith, XX, A. B.' the initials are where BibTeX expects the first name.
	return !((isInitials(middle) && !isInitials(end)) || parts.every(isWhole) || parts.every(endsInInitials));
}

/** Whether a part is a whole name: several words, not only initials. */
function isWhole(part: string): boolean {
	// A comma in braces: '\textbf{Curie, Marie}'.
	if (part.includes(',')) return true;
	return !isInitials(part) && !part.startsWith('{') && splitWords(part).length > 1 && !lowerFirst.test(part);
}

function isInitials(part: string): boolean {
	return part.length < 16 && initials.test(part) && (part.includes('.') || onlyCapitals.test(part));
}

function startsWithInitial(part: string): boolean {
	const words = splitWords(part);
	return words.length > 1 && initial.test(words[0]?.text ?? '') && !isInitials(part);
}

function endsInInitials(part: string): boolean {
	if (trailingInitials(part)) return true;
	const words = splitWords(part);
	const last = words.at(-1)?.text ?? '';
	return (
		words.length > 1 && lower.test(words[0]?.text ?? '') && capitals.test(last) && !isSuffix(last) && !isInitials(part)
	);
}
