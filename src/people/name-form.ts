import type { Name } from '../publications/names/name.ts';
import { splitSuffix } from '../publications/names/name-suffixes.ts';
import { parseNames } from '../publications/names/read-names.ts';
import { fold, lettersOf } from '../text/fold.ts';
import { valueIn } from '../text/value-in.ts';

/**
 * A name normalized for comparison, without spaces, hyphens, apostrophes, marks such as `*`, and case. A family name is
 * one word, including its particles.
 */
export interface NameForm {
	/** Possible readings, most likely first: BibTeX does not always split names where the family name begins. */
	readonly readings: readonly NameReading[];
	/** `jr`, `iii`; empty without a suffix. */
	readonly suffix: string;
	/** The whole name as one word, for organizations and names in braces, which may have readings as a person; else null. */
	readonly literal: NameWord | null;
}

/** A possible split of a name into family and given names. */
export interface NameReading {
	readonly family: NameWord;
	/** Given names in order; several alternatives if 'SM' may be two initials or a short name in capitals. */
	readonly givens: readonly (readonly GivenName[])[];
	/** Whether the family name lacks its particles: 'Nascimento' for 'do Nascimento'. */
	readonly withoutParticles: boolean;
}

/**
 * A folded word in two spellings: `plain` without diacritics (Höhne, Hohne: 'hohne'), `spelt` with umlauts written out
 * (Höhne, Hoehne: 'hoehne'). Two words are equal if either spelling is the same; 'Bauer' and 'Baur' differ.
 */
export interface NameWord {
	readonly plain: string;
	readonly spelt: string;
}

/** A given name, an abbreviated one ('Chr.'), or an initial. */
export interface GivenName extends NameWord {
	readonly kind: 'full' | 'abbreviated' | 'initial';
}

/** Normalizes a name for comparison. */
export function nameForm(name: Name): NameForm {
	if (name.literal !== null)
		return { readings: readingsOfLiteral(name.literal), suffix: '', literal: word(name.literal) };
	const particles = `${name.nonDroppingParticle} ${name.droppingParticle}`.trim();
	// '{Brooks Jr.}, Frederick P.'
	const [family, writtenSuffix] = splitSuffix(name.family) ?? [name.family, name.suffix];
	const surname = particles === '' ? family : `${particles} ${family}`;
	const given = name.given === '' ? (name.givenInitials ?? '') : name.given;
	const all = readings(given, surname);
	if (particles !== '') {
		all.push({ family: word(family), givens: givenNames(given, family), withoutParticles: true });
	}
	return { readings: all, suffix: suffix(writtenSuffix), literal: null };
}

/** Readings of a person in braces: '{Bashima Islam}', '{Islam, Bashima}'. */
function readingsOfLiteral(literal: string): readonly NameReading[] {
	if (!literal.includes(' ')) return [];
	const [name, ...others] = parseNames(literal).names;
	return name === undefined || others.length > 0 || name.literal !== null || name.given === ''
		? []
		: nameForm(name).readings;
}

/** The family name with its particles, and the first given name. Faster than `nameForm`. */
export function familyAndFirstGiven(name: Name): { family: NameWord; given: GivenName | null } {
	const { nonDroppingParticle, droppingParticle, family } = name;
	const [first] = firstGiven.exec(name.given || (name.givenInitials ?? '')) ?? [];
	const particles = nonDroppingParticle || droppingParticle;
	return {
		family: word(particles ? `${particles} ${family}` : family),
		given: first === undefined ? null : isRunOfInitials(first) ? givenName(first.charAt(0)) : givenName(first),
	};
}

/**
 * Without a comma, BibTeX reads the family name of 'Gabriel García Márquez' as 'Márquez', and of 'Jan Van Der Berg' as
 * 'Berg'. Therefore up to three last full given names are also read as the start of the family name.
 */
function readings(given: string, family: string): NameReading[] {
	const parts = given.split(/[\s~]+/).filter((part) => part !== '');
	const all: NameReading[] = [{ family: word(family), givens: givenNames(given, family), withoutParticles: false }];
	for (let moved = 1; moved <= 3 && moved < parts.length; moved++) {
		const first = parts[parts.length - moved] ?? '';
		if (lettersOf(first).length < 2 && !/^v\.?$/.test(first)) break;
		const front = parts.slice(parts.length - moved).map((part) => (/^v\.?$/.test(part) ? 'von' : part));
		all.push({
			family: word(`${front.join(' ')} ${family}`),
			givens: givenNames(parts.slice(0, parts.length - moved).join(' '), family),
			withoutParticles: false,
		});
	}
	return all;
}

/** 'Müller, KR' is K. R. or a short name; 'LI, WEI' is Wei, because the whole name is in capitals. */
function givenNames(given: string, family: string): GivenName[][] {
	const tokens = given.match(eachGiven) ?? [];
	const whole = tokens.map(givenName);
	const runs = tokens.filter(isRunOfInitials);
	if (runs.length === 0) return [whole];
	const isAllCaps = family.length > 1 && !lower.test(family);
	if (isAllCaps && runs.every((token) => /[AEIOUYÄÖÜ]/.test(token))) return [whole];
	return [tokens.flatMap((token) => (isRunOfInitials(token) ? [...token].map(givenName) : [givenName(token)])), whole];
}

function givenName(token: string): GivenName {
	const letters = word(token);
	const kind = letters.plain.length === 1 ? 'initial' : token.endsWith('.') ? 'abbreviated' : 'full';
	return { ...letters, kind };
}

/** 'SM', 'KR', 'JPH': initials as PubMed writes them. */
function isRunOfInitials(token: string): boolean {
	return token.length >= 2 && token.length <= 4 && token === token.toUpperCase() && capitals.test(token);
}

function suffix(value: string): string {
	const letters = lettersOf(fold(value));
	return letters === 'junior' ? 'jr' : letters === 'senior' ? 'sr' : letters;
}

/** Folds text into one word in both spellings. */
export function word(value: string): NameWord {
	if (letters.test(value)) {
		const plain = value.toLowerCase();
		return { plain, spelt: plain };
	}
	const plain = lettersOf(fold(value));
	return { plain, spelt: spelling.test(value) ? lettersOf(fold(spellOut(value))) : plain };
}

const letters = /^[A-Za-z]+$/;
const firstGiven = /[\p{L}\p{M}\p{N}'’ʼ]+\.?/u;
const eachGiven = /[\p{L}\p{M}\p{N}'’ʼ]+\.?/gu;
const lower = /\p{Ll}/u;
const capitals = /^\p{Lu}+$/u;

const spelling = /[äöüøåÄÖÜØÅ]/;

/** German and Scandinavian letters written out; ß, æ and œ are two letters in both spellings. */
const spelt: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ø: 'oe', å: 'aa' };

function spellOut(value: string): string {
	return value.toLowerCase().replace(/[äöüøå]/g, (letter) => valueIn(spelt, letter) ?? letter);
}
