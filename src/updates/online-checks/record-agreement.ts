import { plainText } from '../../latex/plain-text.ts';
import type { RichText } from '../../latex/rich-text.ts';
import { yearsApart } from '../../lists/publication-date.ts';
import type { Publication } from '../../publications/publication.ts';
import { fieldText } from '../../publications/publication-fields.ts';
import type { WorkRecord } from '../../sources/records/lookup-sources.ts';
import { authorsInCommon } from '../agreement/author-agreement.ts';
import { haveSamePage } from '../agreement/place-agreement.ts';
import { containerLikeness, sameTitle, similarTitle, titleLikeness } from '../agreement/title-likeness.ts';

/**
 * Whether an entry and the record of its identifier may be the same work, as a person would say: titles may differ in case,
 * markup, subtitles, spelling, edition and language. A title with other words belongs to another work, unless names, place
 * and time say otherwise, as for a translation or a renamed preprint.
 */
export function mayBeSameWork(written: Publication, recorded: Publication, { item }: WorkRecord): boolean {
	const [here, there] = [titlesOf(written), [...titlesOf(recorded), ...furtherTitles(item)]];
	if (here.length === 0 || there.length === 0) return true;
	const likeness = greatest(here, there, titleLikeness);
	const names = authorsInCommon(written, recorded);
	if (likeness >= sameTitle || (names !== 'none' && likeness >= similarTitle[names])) return true;
	// The DOI of a book for a chapter, or of a chapter for its book.
	if (greatest(containersOf(written), there, containerLikeness) >= sameTitle) return true;
	if (greatest(here, containersOf(recorded), containerLikeness) >= sameTitle) return true;
	if (names === 'none') return false;
	if (haveSamePage(written, recorded) || areInOtherScripts(here, there)) return true;
	const isPreprint =
		written.venue.kind === 'preprint' || recorded.venue.kind === 'preprint' || item?.['type'] === 'posted-content';
	return (
		names === 'all' &&
		(isPreprint ? (yearsApart(written, recorded) ?? 0) <= 3 : mayBeTranslated(written, recorded, item))
	);
}

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
	return here !== there && (yearsApart(written, recorded) ?? 0) <= 1;
}
