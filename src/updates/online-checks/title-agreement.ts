import { plainText } from '../../latex/plain-text.ts';
import type { RichText } from '../../latex/rich-text.ts';
import type { Name } from '../../publications/names/name.ts';
import type { Publication } from '../../publications/publication.ts';
import { fieldText } from '../../publications/publication-fields.ts';
import type { WorkRecord } from '../../sources/records/lookup-sources.ts';
import { fold, lettersOf } from '../../text/fold.ts';

/**
 * Whether an entry and the record of its identifier may be the same work, as a person would say: titles may differ in case,
 * markup, subtitles, spelling, edition and language. A title with other words belongs to another work, unless names, place
 * and time say otherwise, as for a translation or a renamed preprint.
 */
export function mayBeSameWork(written: Publication, recorded: Publication, { item }: WorkRecord): boolean {
	const [here, there] = [titlesOf(written), [...titlesOf(recorded), ...furtherTitles(item)]];
	if (here.length === 0 || there.length === 0) return true;
	const likeness = greatest(here, there, titleLikeness);
	const names = sharedNames(written, recorded);
	if (likeness >= sameTitle || (names !== 'none' && likeness >= similarTitle[names])) return true;
	// The DOI of a book for a chapter, or of a chapter for its book.
	if (greatest(containersOf(written), there, containerLikeness) >= sameTitle) return true;
	if (greatest(here, containersOf(recorded), containerLikeness) >= sameTitle) return true;
	if (names === 'none') return false;
	if (haveSamePlace(written, recorded) || areInOtherScripts(here, there)) return true;
	const isPreprint =
		written.venue.kind === 'preprint' || recorded.venue.kind === 'preprint' || item?.['type'] === 'posted-content';
	return (
		names === 'all' && (isPreprint ? areCloseInTime(written, recorded, 3) : mayBeTranslated(written, recorded, item))
	);
}

/** The least likeness of two titles of one work; with other names, the same topic may have it by chance. */
const sameTitle = 0.72;

/** The least likeness of the titles of one work if names agree. */
const similarTitle = { all: 0.4, some: 0.5, unknown: 0.6 } as const;

/** All titles of a work: as written, in short, in another language, and its parts before and after a colon. */
function titlesOf(work: Publication): readonly string[] {
	const { title, titleShort, titleTranslation, titleAddon } = work;
	const further = ['origtitle', 'subtitle', 'maintitle', 'reprinttitle', 'fulltitle'].map((name) =>
		fieldText(work, name),
	);
	return [...[title, titleShort, titleTranslation, titleAddon].map(textOf), ...further].flatMap((text) => text || []);
}

function textOf(text: RichText | null): string | null {
	return text && plainText(text);
}

/** The titles of a record that its draft does not have: those in other languages, and short ones. */
function furtherTitles(item: WorkRecord['item']): readonly string[] {
	return ['title', 'subtitle', 'short-title', 'original-title', 'title-short'].flatMap((name) => {
		const value = item?.[name];
		return (Array.isArray(value) ? value : [value]).filter(
			(text): text is string => typeof text === 'string' && text !== '',
		);
	});
}

function containersOf(work: Publication): readonly string[] {
	const { containerTitle, containerAddon, eventTitle } = work;
	return [containerTitle, containerAddon, eventTitle].map(textOf).flatMap((text) => text || []);
}

type Likeness = (one: string, other: string) => number;

function greatest(here: readonly string[], there: readonly string[], likeness: Likeness): number {
	return Math.max(0, ...here.flatMap((one) => there.map((other) => likeness(one, other))));
}

/** Letters; a shorter title may be a part of another one by chance. */
const longEnough = 12;

/** The likeness of two titles, 0 to 1: the same words or letters. One may lack the subtitle, or a beginning such as 'Data from:'. */
function titleLikeness(one: string, other: string): number {
	const [left, right] = [letters(one), letters(other)];
	if (left === '' || right === '') return 0;
	const [shorter, longer] = left.length <= right.length ? [left, right] : [right, left];
	if (left === right || (shorter.length >= longEnough && longer.includes(shorter))) return 1;
	// 'ECQ: Explanations …' and 'ECQ'
	const isSameBeginning = letters(one.split(/[:.–—]\s/, 1)[0] ?? '') === letters(other.split(/[:.–—]\s/, 1)[0] ?? '');
	return Math.max(isSameBeginning ? similarTitle.unknown : 0, sharedWords(one, other), sharedPairs(left, right));
}

/** The likeness of a title and a container: a title may contain the name of a journal. */
function containerLikeness(one: string, other: string): number {
	const [left, right] = [letters(one), letters(other)];
	return left === '' || right === '' ? 0 : Math.max(sharedWords(one, other), sharedPairs(left, right));
}

/** The folded letters and digits of a title, with the names of Greek letters and without tags and commands. */
function letters(title: string): string {
	return lettersOf(plain(title));
}

/** A title without tags of HTML and MathML, also escaped ones, and with the names of Greek letters. */
function plain(title: string): string {
	const untagged = title
		.replace(/&lt;/gi, '<')
		.replace(/&gt;/gi, '>')
		.replace(/&amp;/gi, '&')
		.replace(/<\/?[a-z][^<>]*>/gi, ' ');
	return fold(untagged.replace(/\p{Script=Greek}/gu, (letter) => greekNames.get(letter.toLowerCase()) ?? letter));
}

const greekNames: ReadonlyMap<string, string> = new Map(
	(
		'alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigma tau upsilon phi chi psi ' +
		'omega'
	)
		.split(' ')
		.map((name, index) => ['αβγδεζηθικλμνξοπρστυφχψω'.charAt(index), name] as const),
);

/** Words without a meaning of their own, in the languages of most titles. */
const functionWords: ReadonlySet<string> = new Set(
	(
		'a an and as at by for from in into is of on or the to with via using und der die das des den ein eine im in zur zum von für mit et ' +
		'de la le les des du un une en dans pour par sur y el los las del al con para por e il lo gli di da per su o os das dos em'
	).split(' '),
);

/** The share of common words (Dice's coefficient). */
function sharedWords(one: string, other: string): number {
	const [left, right] = [wordsOf(one), wordsOf(other)];
	let shared = 0;
	for (const word of left) if (right.has(word)) shared++;
	return (2 * shared) / Math.max(1, left.size + right.size);
}

function wordsOf(title: string): ReadonlySet<string> {
	return new Set((plain(title).match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => !functionWords.has(word)));
}

/**
 * The share of common pairs of letters: typos, hyphens, compounds and glued words. Less than most counts for nothing, because
 * any two titles of a language share many pairs.
 */
function sharedPairs(one: string, other: string): number {
	const counts = new Map<string, number>();
	for (const pair of pairsOf(one)) counts.set(pair, (counts.get(pair) ?? 0) + 1);
	let shared = 0;
	for (const pair of pairsOf(other)) {
		const left = counts.get(pair) ?? 0;
		if (left === 0) continue;
		shared++;
		counts.set(pair, left - 1);
	}
	const share = (2 * shared) / Math.max(1, one.length + other.length - 2);
	return share < sameTitle ? 0 : share;
}

function pairsOf(text: string): string[] {
	return Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2));
}

/** How many of the names of two works agree, by family names; a list may lack names. `unknown`: one of them has none. */
function sharedNames(one: Publication, other: Publication): 'all' | 'some' | 'none' | 'unknown' {
	const [left, right] = [one, other].map(familyNames);
	if (!left?.length || !right?.length) return 'unknown';
	const [shorter, longer] = left.length <= right.length ? [left, right] : [right, left];
	const shared = shorter.filter((name) => longer.some((candidate) => candidate === name || isPartOf(name, candidate)));
	if (shared.length === shorter.length && shorter.length * 2 >= longer.length) return 'all';
	return shared.length > 0 ? 'some' : 'none';
}

function familyNames({ contributors }: Publication): readonly string[] {
	const { names = [] } = contributors.author ?? contributors.editor ?? {};
	return names.map((name) => lettersOf(fold(familyName(name))));
}

function familyName({ literal, family, nonDroppingParticle }: Name): string {
	return literal ?? `${nonDroppingParticle}${family}`;
}

/** 'García' and 'García Márquez', 'Berg' and 'van den Berg'. */
function isPartOf(one: string, other: string): boolean {
	const [shorter, longer] = one.length <= other.length ? [one, other] : [other, one];
	return shorter.length >= 3 && (longer.startsWith(shorter) || longer.endsWith(shorter));
}

/** True if two works are on the same pages of a volume, or have the same article number. */
function haveSamePlace(one: Publication, other: Publication): boolean {
	const [here, there] = [one, other].map(({ pages, eid, volume }) => ({
		page: (pages ?? textOf(eid) ?? '').split('–')[0] ?? '',
		volume: textOf(volume) ?? '',
	}));
	return Boolean(here?.page) && here?.page === there?.page && here?.volume === there?.volume;
}

const scripts = ['Latin', 'Cyrillic', 'Greek', 'Han', 'Hangul', 'Arabic', 'Hebrew'].map(
	(script) => new RegExp(`\\p{Script=${script}}{3}`, 'u'),
);

/** True if no title of a work is in a script of the other's, so that they cannot be compared. */
function areInOtherScripts(here: readonly string[], there: readonly string[]): boolean {
	return !scripts.some(
		(script) => here.some((title) => script.test(title)) && there.some((title) => script.test(title)),
	);
}

/** True if a work is in another language than its record says, or one of both is not English. */
function mayBeTranslated(written: Publication, recorded: Publication, item: WorkRecord['item']): boolean {
	const language = item?.['language'];
	const there =
		typeof language === 'string' ? language.slice(0, 2).toLowerCase() : (recorded.languages[0]?.slice(0, 2) ?? 'en');
	const here = written.languages[0]?.slice(0, 2) ?? 'en';
	return here !== there && areCloseInTime(written, recorded, 1);
}

function areCloseInTime(one: Publication, other: Publication, years: number): boolean {
	const [here, there] = [one, other].map(({ issued }) => issued?.start?.year ?? null);
	return here == null || there == null || Math.abs(here - there) <= years;
}
