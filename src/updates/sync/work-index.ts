import { distinctions, titleKey, workKey } from '../../checks/same-work.ts';
import { plainText } from '../../latex/plain-text.ts';
import { certainPairs, publishedKinds } from '../../lists/preprint-pairs.ts';
import { publicationYear, yearsApart } from '../../lists/publication-date.ts';
import { firstAuthorKey, isDistinctive } from '../../lists/similarity.ts';
import type { Publication } from '../../publications/publication.ts';
import type { VenueKind } from '../../publications/venues/venues.ts';
import { fold } from '../../text/fold.ts';
import { authorAgreement, authorsInCommon } from '../agreement/author-agreement.ts';
import { containerAgreement } from '../agreement/container-agreement.ts';
import { areOfOneKind } from '../agreement/kind-agreement.ts';
import { haveNearlySameTitle, haveSameMainTitle } from '../agreement/title-agreement.ts';
import { type Identifier, identifierLabel, identifiersOf } from './work-identity.ts';

/** How an indexed work resembles another one. */
export interface Resemblance {
	/**
	 * `same`: certainly the work. `other-doi`: everything is the same but the DOI. `similar`: perhaps the work, which a user
	 * must decide.
	 */
	readonly kind: 'same' | 'other-doi' | 'similar';
	readonly entry: Publication;
	/** What they share, for a message: 'the DOI 10.1000/xyz'. */
	readonly why: string;
}

/** A work to be compared: its best description, and those of single sources, which may have other identifiers and titles. */
export interface ComparedWork {
	readonly work: Publication;
	readonly descriptions: readonly Publication[];
}

/** Works by identifiers and titles. */
export interface WorkIndex {
	add(publication: Publication): void;
	/** The indexed work that resembles a work most; null if none does. */
	find(work: ComparedWork): Resemblance | null;
	/** The indexed work with a DOI, or else with a title in letters and digits; null if there is none. */
	noticed(doi: string | null, title: string): Publication | null;
}

/** Maximum number of works compared under one key. Otherwise thousands of works with one title would take hours. */
const maxGroupSize = 100;

/** Kinds that databases and libraries exchange: a paper in a series of proceedings is in a journal, in a book or at a conference. */
const exchangedKinds: ReadonlySet<VenueKind> = new Set([...publishedKinds, 'edited-volume', 'report']);
/** Kinds that are not the paper itself, although entries for them may have its identifiers. */
const companions: ReadonlySet<VenueKind> = new Set([
	'talk',
	'lecture',
	'poster',
	'award',
	'software',
	'dataset',
	'patent',
]);
/** Kinds of papers, which companions are not. */
const paperKinds: ReadonlySet<VenueKind> = new Set([
	...publishedKinds,
	'edited-volume',
	'preprint',
	'report',
	'thesis',
]);

/** Kinds that two databases date one year apart: the day of submission, a copyright. Unlike reports, they do not appear each year. */
const datedTwice: ReadonlySet<VenueKind> = new Set(['thesis', 'book']);

/** Differences that make two works with one title and one first author different works, whatever else they share. */
const decisive: ReadonlySet<string> = new Set([
	'related',
	'thesis',
	'occasion',
	'part',
	'langid',
	'titleaddon',
	'booktitle',
]);

/** Creates an index of works. */
export function workIndex(publications: readonly Publication[]): WorkIndex {
	const byIdentifier = new Map<string, Publication[]>();
	const byTitle = new Map<string, Publication[]>();
	const byAuthorAndYear = new Map<string, Publication[]>();
	const publishedVersions = new Map(certainPairs(publications).map(({ preprint, published }) => [preprint, published]));

	function add(publication: Publication): void {
		for (const identifier of identifiersOf(publication)) push(byIdentifier, keyOf(identifier), publication);
		const title = titleKey(publication);
		if (title !== '') push(byTitle, title, publication);
		const author = authorAndYear(publication, 0);
		if (author !== null) push(byAuthorAndYear, author, publication);
	}

	function find(compared: ComparedWork): Resemblance | null {
		const { work, descriptions } = compared;
		const all = [...new Set([work, ...descriptions])];
		const resemblances = [
			...all.flatMap((each) => identifiersOf(each).flatMap((identifier) => byId(identifier, work, each))),
			...all.flatMap((each) =>
				(byTitle.get(titleKey(each)) ?? []).flatMap((entry) => compareTitles(each, entry) ?? []),
			),
			...[-1, 0, 1].flatMap((apart) => {
				const key = authorAndYear(work, apart);
				const group = key === null ? [] : (byAuthorAndYear.get(key) ?? []);
				return group.flatMap((entry) => compareWords(work, entry) ?? []);
			}),
		];
		for (const kind of ['same', 'other-doi', 'similar'] as const) {
			const best = resemblances.find((each) => each.kind === kind);
			if (best) return best;
		}
		return null;
	}

	/** The works with an identifier of a description of a work. */
	function byId(identifier: Identifier, work: Publication, description: Publication): Resemblance[] {
		const why = identifierLabel(identifier);
		return (byIdentifier.get(keyOf(identifier)) ?? []).flatMap((entry): Resemblance[] => {
			if (companions.has(entry.venue.kind) && paperKinds.has(work.venue.kind)) return [];
			const isChapter = [entry, description].some(({ venue }) => venue.kind === 'chapter');
			if (isChapter && titleKey(entry) !== titleKey(description) && titleKey(entry) !== titleKey(work))
				return [{ kind: 'similar', entry, why: `${why}, but not the title` }];
			const isOwnDoi = identifier.kind === 'doi' && identifiersOf(work).some((own) => keyOf(own) === keyOf(identifier));
			const isPreprint = entry.venue.kind === 'preprint' && publishedKinds.has(work.venue.kind) && !isOwnDoi;
			if (!isPreprint) return [{ kind: 'same', entry, why }];
			// The library may have the published version without this identifier.
			const published = publishedVersions.get(entry);
			if (!published) return [];
			const isOther = differ(published.identifiers.doi, work.identifiers.doi);
			return [{ kind: isOther ? 'other-doi' : 'same', entry: published, why: `${why} of its preprint` }];
		});
	}

	publications.forEach(add);
	const noticed = (doi: string | null, title: string) =>
		byIdentifier.get(`doi:${doi}`)?.[0] ?? byTitle.get(title)?.[0] ?? null;
	return { add, find, noticed };
}

function push(groups: Map<string, Publication[]>, key: string, publication: Publication): void {
	const group = groups.get(key);
	if (!group) groups.set(key, [publication]);
	else if (group.length < maxGroupSize) group.push(publication);
}

function keyOf({ kind, value }: Identifier): string {
	return `${kind}:${value}`;
}

function authorAndYear(publication: Publication, apart: number): string | null {
	const [author, year] = [firstAuthorKey(publication), publicationYear(publication)];
	return author === '' || year === null ? null : `${author}|${year + apart}`;
}

/** Compares two works with the same title. */
function compareTitles(work: Publication, entry: Publication): Resemblance | null {
	const differences = withoutHarmless([...distinctions(work, entry)], work, entry);
	if (differences.some((each) => decisive.has(each))) return null;
	const isSame = differences.length === 0;
	const isOtherDoi = !isSame && differences.every((each) => each === 'doi' || each === 'arxiv');
	const key = workKey(work);
	const isSameKey = key !== null && key === workKey(entry);
	if (isSameKey || (isDistinctive(work) && authorAgreement(work, entry) === 'all')) {
		const why = isSameKey ? 'the title and the first author' : 'the title and the authors';
		if (isSame) return { kind: 'same', entry, why };
		if (isOtherDoi) return { kind: 'other-doi', entry, why };
		return isExchangeable(work, entry, differences) ? similar(entry, why, differences) : null;
	}
	const names = authorsInCommon(work, entry);
	if (names === 'none') return null;
	const containers = containerAgreement(work, entry);
	const isSameYear = yearsApart(work, entry) === 0;
	if (!isDistinctive(work)) {
		const isSameIssue = isSame && isSameYear && (containers === 'same' || containers === 'none');
		return isSameIssue ? { kind: 'same', entry, why: 'the title, the year and the venue' } : null;
	}
	if (names !== 'unknown')
		return isExchangeable(work, entry, differences) ? similar(entry, 'the title and an author', differences) : null;
	if ((yearsApart(work, entry) ?? 0) > 1) return null;
	const why = 'the title and the year';
	if (isOtherDoi) return { kind: 'other-doi', entry, why };
	if (isSame && containers !== 'other') return { kind: 'same', entry, why };
	return isExchangeable(work, entry, differences) ? similar(entry, why, differences) : null;
}

/**
 * The differences that count between a work in a database and an entry. A file of BibTeX has one type, @misc, for many
 * kinds, and no field for the event of a talk; a database often does not know the degree of a thesis, and its address of a
 * work is that of its own page.
 */
function withoutHarmless(differences: readonly string[], work: Publication, entry: Publication): readonly string[] {
	const apart = yearsApart(work, entry);
	const isThesis = work.venue.kind === 'thesis' && entry.venue.kind === 'thesis';
	return differences.filter((each) => {
		if (each === 'kind') return !mayBeOneKind(work, entry);
		if (each === 'thesis' || (each === 'type' && isThesis)) return apart !== null && apart > 1;
		if (each === 'year') return apart !== 1 || !datedTwice.has(work.venue.kind) || work.venue.kind !== entry.venue.kind;
		if (each === 'url') return apart !== 0;
		return each !== 'occasion' || apart !== 0 || haveOtherEvents(work, entry);
	});
}

/** True if databases may have the kinds of two works for one: a paper at a conference as a chapter, or anything as 'other'. */
function mayBeOneKind(work: Publication, entry: Publication): boolean {
	const kinds = [work.venue.kind, entry.venue.kind];
	if (kinds.includes('other')) return yearsApart(work, entry) === 0;
	const container = containerAgreement(work, entry);
	return areOfOneKind(work, entry)
		? container !== 'other'
		: container === 'same' && kinds.every((kind) => publishedKinds.has(kind) || kind === 'edited-volume');
}

function haveOtherEvents(one: Publication, other: Publication): boolean {
	const [first, second] = [one, other].map(({ eventTitle }) => (eventTitle ? fold(plainText(eventTitle)) : null));
	return differ(first, second);
}

/** True if two works may be one, described in two ways: at most one of them has a DOI, and their kinds are often exchanged. */
function isExchangeable(work: Publication, entry: Publication, differences: readonly string[]): boolean {
	if (differences.includes('doi') || (yearsApart(work, entry) ?? 0) > 1) return false;
	const kinds = [work.venue.kind, entry.venue.kind];
	return kinds[0] === kinds[1] || kinds.includes('other') || kinds.every((kind) => exchangedKinds.has(kind));
}

function similar(entry: Publication, shared: string, differences: readonly string[]): Resemblance {
	const [difference] = differences.map((each) => (each === 'kind' ? 'entry type' : each));
	return { kind: 'similar', entry, why: difference ? `${shared}, but another ${difference}` : shared };
}

/** Compares two works with the same first author and about the same year: a title may have a typo, or lack its subtitle. */
function compareWords(work: Publication, entry: Publication): Resemblance | null {
	// Many databases omit subtitles.
	const isCut = isDistinctive(work) && titleKey(work) !== titleKey(entry) && haveSameMainTitle(work, entry);
	if (!isCut && !haveNearlySameTitle(work, entry)) return null;
	const differences = [...distinctions(work, entry)];
	if (differences.some((each) => decisive.has(each)) || !isExchangeable(work, entry, differences)) return null;
	return { kind: 'similar', entry, why: 'the first author and most of the title' };
}

function differ(one: string | null | undefined, other: string | null | undefined): boolean {
	return Boolean(one && other && one.toLowerCase() !== other.toLowerCase());
}
