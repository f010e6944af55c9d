import { withoutEtAl } from './and-others.ts';
import { isBody, isCjk } from './name-checks.ts';
import { unmarked } from './name-marks.ts';
import { splitNames, splitTop, splitWords } from './name-split.ts';

/** Name lists that are not separated by 'and': what people write, and what they meant. */

const suffix =
	/^(?:jr|sr|jun|sen|junior|senior|filho|neto|fils|père|esq|i{2,3}|iv|vi{0,3}|2nd|3rd|4th|ph\.?\s?d|m\.?\s?d|d\.?\s?phil|dr|prof|msc|bsc|mba)\.?$/i;
const initials = /^(?:\p{Lu}\p{Ll}?\.?[-\s~]*){1,4}$/u;
const initial = /^\p{Lu}\p{Ll}{0,2}\.(?:[-~]?\p{Lu}\p{Ll}{0,2}\.)*$/u;
const behind = /^(?:-?\p{Lu}\p{Ll}?\.)+$/u;
const besideBehind = /^(?:\p{Lu}{1,3}|(?:-?\p{Lu}\p{Ll}?\.)+)$/u;
const familyInitials = /^[^,]+,\s*(?:\p{Lu}\.?[-\s~]*){1,3}$/u;
const lostAnd = /^((?:\p{Lu}\.?[-~ ]?){1,3}) ((?:\p{Ll}[\p{L}'’]* )*\p{Lu}\p{Ll}.*)$/u;
const capitals = /^\p{Lu}{1,3}$/u;
const lower = /\p{Ll}/u;
const lowerFirst = /^\p{Ll}/u;
const otherFirst = /^[^\p{Ll}\s]/u;
const onlyCapitals = /^[\p{Lu}\s-]+$/u;

/** Whether a comma part is a suffix ('Jr.', 'III'), so that 'von Last, Jr, First' is a name. */
function isSuffix(part: string): boolean {
	return part.split(/[\s~]+/).every((word) => suffix.test(word));
}

/** A suffix that is nobody's given name or initials: also recognised where BibTeX expects a first name. */
export function isSureSuffix(part: string): boolean {
	return /^(?:[JS]r|I{2,3}|Ph\.?\s?D)\.?$/.test(part.trim());
}

/**
 * The family name and the initials of a name that has them behind it without a comma, as Scopus writes editors
 * ('Ziefle M.', 'Calero Valdez A.B.'); null for every other name. Nobody's family name is an initial with a stop; one
 * without ('Caffo B') may be a name, but not beside names that are written 'Lindquist, M' (`beside`).
 */
export function initialsBehind(name: string, beside = false): readonly [family: string, given: string] | null {
	if (name.includes('{') || !(name.endsWith('.') || (beside && lower.test(name)))) return null;
	const words = splitWords(name).map(({ text }) => text);
	const sign = beside ? besideBehind : behind;
	let first = words.length;
	while (first > 0 && sign.test(words[first - 1] ?? '')) first--;
	const given = words.slice(first).join(' ');
	const family = words.slice(0, first);
	if (given === '' || !otherFirst.test(family.at(-1) ?? '')) return null;
	if (isSuffix(given) || suffix.test(given) || company.test(name)) return null;
	return family.every((word) => /\p{L}{2}/u.test(word) && !word.endsWith('.')) ? [family.join(' '), given] : null;
}

/** Whether a name is written 'Lindquist, M' or 'Lindquist, M. A.'. */
export function isFamilyAndInitials(name: string): boolean {
	return name.includes(',') && familyInitials.test(name);
}

/** What people write between names in the place of 'and', in the words of a message. */
export type Separator = 'comma' | 'semicolon' | 'bar' | 'ampersand' | 'slash' | '“und”' | '“et”';

/** A list in single names, and how it was separated. */
export interface Separated {
	/** One string per name, each fit for BibTeX's rules. */
	readonly names: readonly string[];
	/** What stood between names instead of 'and'; null when nothing was repaired. */
	readonly separator: Separator | null;
	/** The list ended in 'and others' or the like. */
	readonly etAl: boolean;
}

/**
 * Splits a value into names, also where semicolons, ampersands or commas stand between them. Extended names
 * (`family=…`) are split at 'and' alone.
 */
export function separateNames(value: string, extended: boolean): Separated {
	const names: string[] = [];
	let separator: Separated['separator'] = null;
	let etAl = false;
	// 'A, B., ... Z, Y.', as the APA has long lists.
	const written = splitNames(extended ? value : value.replace(ellipsis, ' and ... and '), extended);
	for (const [at, piece] of written.entries()) {
		// 'A B, C D, and E F': a comma before the 'and' of a list whose last name has none.
		const oxford = written.length > 1 && at === written.length - 2 && !written[at + 1]?.includes(',');
		const { pieces, mark } = extended ? { pieces: [piece], mark: null } : splitAtOthers(piece);
		separator ??= mark;
		// 'A B, C D & E F': who does not write BibTeX's 'and' separates with commas, too.
		const listed = mark === 'ampersand' && !pieces.at(-1)?.includes(',');
		for (const whole of pieces) {
			const name = withoutEtAl(whole);
			if (name !== whole) etAl = true;
			const comma = listed || (oxford && name.trimEnd().endsWith(','));
			const list = !extended && name.includes(',') ? splitCommaList(name, comma) : null;
			if (list) separator ??= 'comma';
			for (const one of list ?? [name]) if (one !== '') names.push(one);
		}
	}
	return { names, separator, etAl };
}

const ellipsis = /,\s*(?:\.\.\.|…|\\l?dots(?![a-z])(?:\{\})?)\s*(?:\\?&\s|and\s)?\s*(?=[\p{L}{\\])/gu;

const company = /(?:^|\s)(?:co|company|sons?|brothers|bros|associates|partners|inc|ltd|gmbh|ag|kg|llc)\.?$/i;

/** Splits at semicolons, bars, ampersands, slashes and other languages' 'and'. */
function splitAtOthers(piece: string): { pieces: readonly string[]; mark: Separator | null } {
	const sign = [';', '|'].find((one) => piece.includes(one));
	if (sign) {
		const names = splitTop(piece.replace(/;\s+and\s/gi, ';'), sign).filter((name) => name !== '');
		if (names.length < 2) return { pieces: names, mark: null };
		return { pieces: names.flatMap((name) => splitAtOthers(name).pieces), mark: sign === ';' ? 'semicolon' : 'bar' };
	}
	if (!/\s\\?&\s/.test(piece)) return splitAtWord(piece);
	const names = splitTop(piece.replaceAll('\\&', '&'), '&').filter((name) => name !== '');
	if (names.length < 2 || names.slice(1).some((name) => company.test(name))) return { pieces: [piece], mark: null };
	return { pieces: names, mark: 'ampersand' };
}

/** Splits at a slash or at another language's 'and', where whole names stand on all sides ('von und zu' stays). */
function splitAtWord(piece: string): { pieces: readonly string[]; mark: Separator | null } {
	const word = /\s(und|et|\/)\s/.exec(piece)?.[1];
	const pieces = word === undefined || piece.includes('{') ? [] : piece.split(/\s+(?:und|et|\/)\s+/);
	if (pieces.length < 2 || !pieces.every(isFullName)) return { pieces: [piece], mark: null };
	return { pieces, mark: word === '/' ? 'slash' : word === 'et' ? '“et”' : '“und”' };
}

/** 'Given Family' or 'Family, Given' with capitals: no part of a body's name. */
function isFullName(text: string): boolean {
	const words = text.split(/[\s~]+/);
	return words.length > 1 && words.every((word) => otherFirst.test(word)) && !isBody(text);
}

/**
 * The names of a piece with commas that is a list, or null when it is one name by BibTeX's rules. A list has more
 * commas than a name can have, or parts that cannot be what BibTeX takes them for: initials in the place of 'Jr',
 * a last name that starts or ends with initials beside another such part.
 */
function splitCommaList(piece: string, listed: boolean): string[] | null {
	// 'Family, …' with one comma, as most names are written.
	const comma = piece.indexOf(',');
	if (piece.indexOf(' ') > comma && piece.indexOf(',', comma + 1) < 0) return null;
	const all = splitTop(piece, ',');
	const parts = withLostAnd(all.filter((part) => part !== '').map((part) => part.replace(/ (?=\.)/g, '')));
	// 'A. Lovelace, \textbf{G. Hopper}': what somebody wants seen is a name as the others are.
	const bare = parts.map((part) => unmarked(part).text);
	if (parts.length > 2 && isBody(bare[0] ?? '')) return null;
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
				initialsBehind(part)?.join(', ') ?? (endsInInitials(part) ? part.replace(/\s+(\S+)$/u, ', $1') : part),
			);
		}
	}
	return names;
}

/** 'Caffo, B Jones, C' in its parts: an 'and' was lost between the initials of one and the family name of the next. */
function withLostAnd(parts: string[]): string[] {
	const end = parts.at(-1) ?? '';
	if (parts.length < 3 || isInitials(parts[0] ?? '') || !isInitials(end) || isSuffix(end)) return parts;
	const between = parts.slice(1, -1).map((part) => lostAnd.exec(part)?.slice(1));
	if (between.includes(undefined)) return parts;
	return [parts[0] ?? '', ...between.flatMap((two) => two ?? []), end];
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

/** A part that is a whole name by itself: several words, and not only initials. */
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
	if (initialsBehind(part)) return true;
	const words = splitWords(part);
	const last = words.at(-1)?.text ?? '';
	return (
		words.length > 1 && lower.test(words[0]?.text ?? '') && capitals.test(last) && !isSuffix(last) && !isInitials(part)
	);
}
