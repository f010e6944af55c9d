import type { Name } from '../publications/names/name.ts';
import { fold, lettersOf } from '../text/fold.ts';

/**
 * A name made ready for comparison. Spaces, hyphens, apostrophes, marks such as `*` and case are gone; a family
 * name is one word together with its particles.
 */
export interface NameForm {
	/** Readings of the name, likeliest first: where the family name begins is not always where BibTeX puts it. */
	readonly readings: readonly NameReading[];
	/** `jr`, `iii`; empty when there is none. */
	readonly suffix: string;
	/** The whole name as one word, for bodies and names in braces; null when the name has parts. */
	readonly literal: NameWord | null;
}

/** One way to read a name. */
export interface NameReading {
	readonly family: NameWord;
	/** Given names in order; several ways where 'SM' is two initials or a short name in capitals. */
	readonly givens: readonly (readonly GivenName[])[];
}

/**
 * A folded word in its two spellings: `plain` drops diacritics (Höhne, Hohne: 'hohne'), `spelt` writes them out
 * (Höhne, Hoehne: 'hoehne'). Two words are equal where either spelling is; 'Bauer' and 'Baur' never are.
 */
export interface NameWord {
	readonly plain: string;
	readonly spelt: string;
}

/** A given name, an abbreviated one ('Chr.'), or an initial. */
export interface GivenName extends NameWord {
	readonly kind: 'full' | 'abbreviated' | 'initial';
}

/** Makes a name ready for comparison. */
export function nameForm(name: Name): NameForm {
	if (name.literal !== null) return { readings: [], suffix: '', literal: word(name.literal) };
	const particles = `${name.nonDroppingParticle} ${name.droppingParticle}`.trim();
	const surname = particles === '' ? name.family : `${particles} ${name.family}`;
	const given = name.given === '' ? (name.givenInitials ?? '') : name.given;
	return { readings: readings(given, surname), suffix: suffix(name.suffix), literal: null };
}

/** The family name with its particles, and the first given name, where that is all one needs. */
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
 * 'Gabriel García Márquez' without a comma is family 'Márquez' to BibTeX, and 'Jan Van Der Berg' family 'Berg':
 * so up to three last given names that are written out are also read as the beginning of the family name.
 */
function readings(given: string, family: string): NameReading[] {
	const parts = given.split(/[\s~]+/).filter((part) => part !== '');
	const all: NameReading[] = [{ family: word(family), givens: givenNames(given, family) }];
	for (let moved = 1; moved <= 3 && moved < parts.length; moved++) {
		const first = parts[parts.length - moved] ?? '';
		if (lettersOf(first).length < 2 && !/^v\.?$/.test(first)) break;
		const front = parts.slice(parts.length - moved).map((part) => (/^v\.?$/.test(part) ? 'von' : part));
		all.push({
			family: word(`${front.join(' ')} ${family}`),
			givens: givenNames(parts.slice(0, parts.length - moved).join(' '), family),
		});
	}
	return all;
}

/** 'Müller, KR' is K. R., and may be a short name; 'LI, WEI' is Wei, since everything there is in capitals. */
function givenNames(given: string, family: string): GivenName[][] {
	const tokens = given.match(eachGiven) ?? [];
	const whole = tokens.map(givenName);
	const runs = tokens.filter(isRunOfInitials);
	if (runs.length === 0) return [whole];
	const isShouted = family.length > 1 && !lower.test(family);
	if (isShouted && runs.every((token) => /[AEIOUYÄÖÜ]/.test(token))) return [whole];
	return [tokens.flatMap((token) => (isRunOfInitials(token) ? [...token].map(givenName) : [givenName(token)])), whole];
}

function givenName(token: string): GivenName {
	const letters = word(token);
	const kind = letters.plain.length === 1 ? 'initial' : token.endsWith('.') ? 'abbreviated' : 'full';
	return { ...letters, kind };
}

/** 'SM', 'KR', 'JPH': PubMed's way of writing initials. */
function isRunOfInitials(token: string): boolean {
	return token.length >= 2 && token.length <= 4 && token === token.toUpperCase() && capitals.test(token);
}

function suffix(value: string): string {
	const letters = lettersOf(fold(value));
	return letters === 'junior' ? 'jr' : letters === 'senior' ? 'sr' : letters;
}

/** Folds a text to one word in both spellings. */
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

/** German and Scandinavian letters as people write them out; ß, æ and œ are two letters in either spelling. */
const spelt: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ø: 'oe', å: 'aa' };

function spellOut(value: string): string {
	return value.toLowerCase().replace(/[äöüøå]/g, (letter) => spelt[letter] ?? letter);
}
