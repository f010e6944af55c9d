import { plainText } from '../latex/plain-text.ts';
import type { RichText } from '../latex/rich-text.ts';
import { mainTitleKey, titleKey, wordSimilarity } from '../lists/similarity.ts';
import type { Name, NameList } from '../publications/names/name.ts';
import type { Publication } from '../publications/publication.ts';
import type { VenueKind } from '../publications/venues/venues.ts';
import { fold, lettersOf } from '../text/fold.ts';

/** True if two works have the same title, apart from case, accents and punctuation. */
export function haveSameTitle(one: Publication, other: Publication): boolean {
	return titleKey(one) !== '' && titleKey(one) === titleKey(other);
}

/** True if the title of one work is that of the other before its colon: many entries omit subtitles. */
export function haveSameMainTitle(one: Publication, other: Publication): boolean {
	const [first, second] = [titleKey(one), titleKey(other)];
	return first !== '' && (mainTitleKey(one) === second || mainTitleKey(other) === first);
}

/** True if two titles may be those of one work: the same, the same before the colon, or most words in common. */
export function haveSimilarTitle(one: Publication, other: Publication): boolean {
	if (haveSameTitle(one, other)) return true;
	const [first, second] = [one, other].map((work) => mainTitleKey(work) || titleKey(work));
	return (first !== '' && first === second) || wordSimilarity(one, other) >= minSimilarity;
}

const minSimilarity = 0.5;

/** How the authors of two works agree. `unknown`: one of them has none. A list that ends in 'and others' may be shorter. */
export type NameAgreement = 'all' | 'some' | 'none' | 'unknown';

/** Compares the authors of two works, or their editors, by family names. */
export function nameAgreement(one: Publication, other: Publication): NameAgreement {
	const [first, second] = [one, other].map(({ contributors }) => contributors.author ?? contributors.editor ?? null);
	if (!first?.names.length || !second?.names.length) return 'unknown';
	const [people, others] = [peopleOf(first), peopleOf(second)];
	const [shorter, longer] = people.length <= others.length ? [people, others] : [others, people];
	const isCut = shorter.length === longer.length || (shorter === people ? first : second).etAl;
	const shared = shorter.filter((name) => longer.some((candidate) => isSameName(name, candidate))).length;
	const [firstOfShorter, firstOfLonger] = [shorter[0], longer[0]];
	if (
		shared === shorter.length &&
		isCut &&
		firstOfShorter &&
		firstOfLonger &&
		isSameName(firstOfShorter, firstOfLonger)
	)
		return 'all';
	return shared * 2 >= shorter.length && shared > 0 ? 'some' : 'none';
}

/** The names of people; a collaboration is often missing in the other list. */
function peopleOf({ names }: NameList): readonly Name[] {
	const people = names.filter(({ literal }) => literal === null);
	return people.length > 0 ? people : names;
}

function isSameName(one: Name, other: Name): boolean {
	const second = nameKeys(other);
	return nameKeys(one).some((key) => second.includes(key));
}

/** The family name with and without its particles, as letters: 'vandenberg' and 'berg'. 'ü' and 'ue' are the same. */
function nameKeys({ family, literal, droppingParticle, nonDroppingParticle }: Name): readonly string[] {
	const written = literal ?? family;
	const keys = [written, `${droppingParticle}${nonDroppingParticle}${written}`];
	return keys.map((key) => lettersOf(fold(key)).replace(/(?<=[aou])e/g, ''));
}

/** Kinds of venues between which registries and libraries differ: Springer registers conference papers as chapters. */
const kindGroups: readonly (readonly VenueKind[])[] = [
	['conference', 'workshop', 'chapter'],
	['book', 'edited-volume'],
];

/** True if two works are of one kind; a chapter and its book are not. */
export function areOfOneKind(one: Publication, other: Publication): boolean {
	const [first, second] = [one.venue.kind, other.venue.kind];
	return first === second || kindGroups.some((group) => group.includes(first) && group.includes(second));
}

/** The number of years between two works; null if one of them has no year. */
export function yearsApart(one: Publication, other: Publication): number | null {
	const [first, second] = [one, other].map(({ issued }) => issued?.start?.year ?? null);
	return first == null || second == null ? null : Math.abs(first - second);
}

/** A volume or another locator that two works have, with different values; null if there is none. */
export interface Conflict {
	readonly field: string;
	readonly here: string;
	readonly there: string;
}

/** The first contradiction between the places of two works: their volumes, issues, or pages and article numbers. */
export function placeConflict(here: Publication, there: Publication): Conflict | null {
	for (const [field, valuesOf] of locators) {
		const [one, other] = [valuesOf(here), valuesOf(there)];
		if (one[0] && other[0] && !haveCommon(one, other)) return { field, here: one[0], there: other[0] };
	}
	return null;
}

/** The number of places that two works share: volume, issue, first page or article number. */
export function sharedPlaces(one: Publication, other: Publication): number {
	return locators.filter(([, valuesOf]) => haveCommon(valuesOf(one), valuesOf(other))).length;
}

/** Registries and libraries write article numbers to the field for pages, too. */
const locators: readonly (readonly [field: string, values: (work: Publication) => readonly string[]])[] = [
	['volume', ({ volume }) => words(volume)],
	['number', ({ issue }) => words(issue)],
	['pages', ({ pages, eid }) => [...(pages ? [pages.split(/[–,]/, 1)[0] ?? ''] : []), ...words(eid)]],
];

function haveCommon(one: readonly string[], other: readonly string[]): boolean {
	return one.some((value) => other.some((candidate) => normalized(value) === normalized(candidate)));
}

function words(text: RichText | null): readonly string[] {
	return text ? [plainText(text)] : [];
}

/** 'e0173707' and 'E0173707', '03' and '3', '1–2' and '1-2' are the same. */
function normalized(value: string): string {
	return lettersOf(fold(value)).replace(/^0+(?=.)/, '');
}

/**
 * True if the names of two journals or books may be of one: the same, one an abbreviation of the other ('Phys. Rev. Lett.',
 * 'PNAS'), or one with a shared ISSN. Null if one of the works has none.
 */
export function haveSameContainer(one: Publication, other: Publication): boolean | null {
	if (one.identifiers.issn.some((issn) => other.identifiers.issn.includes(issn))) return true;
	const [first = [], second = []] = [one, other].map((work) =>
		[work.containerTitle, work.containerTitleShort].flatMap((title) => (title ? plainText(title) : [])),
	);
	if (first.length === 0 || second.length === 0) return null;
	return first.some((name) => second.some((candidate) => isSameContainer(name, candidate)));
}

function isSameContainer(one: string, other: string): boolean {
	const [first, second] = [one, other].map(nameWords);
	if (!first?.length || !second?.length) return false;
	return (
		isAbbreviation(first, second) || isAbbreviation(second, first) || isAcronym(one, second) || isAcronym(other, first)
	);
}

/** The words of a container's name without articles and conjunctions, and without a subtitle in parentheses. */
function nameWords(name: string): string[] {
	const all = fold(name.replace(/\s*\([^()]*\)/g, '')).match(/[\p{L}\p{N}]+/gu) ?? [];
	const words = all.filter(
		(word) => !/^(?:the|a|an|of|on|in|for|and|und|der|die|das|et|de|des|du|la|le|les)$/.test(word),
	);
	// 'Proc. Natl. Acad. Sci. U. S. A.'
	return words
		.join(' ')
		.replace(/ u ?s ?a$/, '')
		.split(' ')
		.filter(Boolean);
}

/** True if each word of a name is the beginning of a word of the other, in order: 'j mach learn res'. */
function isAbbreviation(short: readonly string[], long: readonly string[]): boolean {
	return short.length === long.length && short.every((word, index) => isShortened(word, long[index] ?? ''));
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
