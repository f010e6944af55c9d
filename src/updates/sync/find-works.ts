import type { Report } from '../../diagnostics/diagnostic.ts';
import { publicationYear } from '../../lists/publication-date.ts';
import { titleKey } from '../../lists/similarity.ts';
import { creatorsOf } from '../../people/authorship.ts';
import { givenNameFirst } from '../../people/declared-names.ts';
import type { Person } from '../../people/person.ts';
import { matchPeople } from '../../people/person-matcher.ts';
import type { Reading } from '../../publications/normalize.ts';
import type { Publication } from '../../publications/publication.ts';
import type { Client } from '../../sources/http/client.ts';
import type { ProfileSource } from '../../sources/profiles/profile-source.ts';
import { profileSources } from '../../sources/profiles/profile-sources.ts';
import { type Certainty, certaintyOf, type Evidence, mayBeAuthor } from './certainty.ts';
import type { FoundWork, Pairing, Verdict } from './found-work.ts';
import { byKnowledge, type JoinedWork, joined, joinListings, joinWorks } from './joined-work.ts';
import { knownCoAuthors } from './known-co-authors.ts';
import { withKnownFamilyNames } from './known-family-names.ts';
import { allPublications, type LibraryContents } from './library-contents.ts';
import { noticeOf, withdrawalOf } from './notices.ts';
import { pairingsOf } from './pairings.ts';
import { recordReader } from './published-records.ts';
import { detailedListings, type ReadProfile, readProfiles } from './read-profiles.ts';
import { absenceWords, timeAsMember } from './time-as-member.ts';
import { type IgnoredWork, identityOf, ignoredFinder, type WorkIdentity } from './work-identity.ts';
import { type WorkIndex, workIndex } from './work-index.ts';

/** What profiles are compared with. */
export interface SyncOptions extends LibraryContents {
	/** All declared people: they distinguish namesakes, and a colleague among the authors confirms a work. */
	readonly people: readonly Person[];
	/** Those of `people` whose profiles are read. */
	readonly selected: readonly Person[];
	/** Works that the user does not want, with the reason: 'not mine'. */
	readonly ignored: readonly IgnoredWork[];
	readonly client: Client;
	/** The sources of profiles; all of them by default. */
	readonly sources?: readonly ProfileSource[];
}

/** What a comparison found. */
export interface SyncResult {
	readonly profiles: readonly ReadProfile[];
	/** New works first, each group from the newest to the oldest work. The order depends only on the answers. */
	readonly works: readonly FoundWork[];
}

/**
 * Reads the profiles of people, and compares their works with the library. Asks for the record of a work only if the
 * library seems not to have the work. Reports profiles that cannot be read as warnings, and reads the others.
 */
export async function findWorks(options: SyncOptions, report: Report): Promise<SyncResult> {
	const { selected, people, sources = profileSources, reading, client } = options;
	const { profiles, listings } = await readProfiles(selected, sources, reading, client, report);
	const index = workIndex(allPublications(options));
	const settle = settler(index, options.ignored);
	const matcher = matchPeople(people);
	const listed = joinListings(listings, reading);
	const unsettled = new Set(
		listed.filter(
			(work) => settle(work) === null && peopleOf(work, people).some((person) => mayBeAuthor(person, work, matcher)),
		),
	);
	const completed = await withRecords([...unsettled], reading, client, report);
	const works = joinWorks([...listed.filter((work) => !unsettled.has(work)), ...completed], reading);
	const withKnownNames = withKnownFamilyNames(options.publications, people);
	const found = decide(works, settle, index, options).map(({ work, verdict }): FoundWork => {
		const { listings, publication } = work;
		const draft = verdict.kind === 'new' || verdict.kind === 'unsure' ? withKnownNames(work.draft) : work.draft;
		const records = listings.map(({ record }) => record);
		const authors = peopleOf(work, people);
		return { people: authors, records, listings, identity: identify(work), draft, work: publication, verdict };
	});
	return { profiles, works: found.toSorted(inOrder) };
}

type Settled = Extract<Verdict, { readonly kind: 'present' | 'other-doi' | 'ignored' | 'notice' | 'outside' }>;

/** Makes a function that gives the verdict on a work if it is not new. Without names, another DOI settles nothing. */
function settler(index: WorkIndex, ignored: readonly IgnoredWork[]): (work: JoinedWork) => Settled | null {
	const findIgnored = ignoredFinder(ignored);
	return (work) => {
		const resembling = index.find(work);
		if (resembling?.kind === 'same') return { ...resembling, kind: 'present' };
		const ids = [...new Set(work.listings.map(({ person }) => person.id))];
		const unwanted = findIgnored(identify(work), ids);
		if (unwanted) return { kind: 'ignored', why: unwanted.reason };
		const notice = noticeOf(work);
		if (notice) {
			const entry = index.noticed(notice.doi, notice.title);
			return { kind: 'notice', entry, why: entry ? `${notice.type} of ${entry.key}` : notice.type };
		}
		const absent = absence(work, ['outside']);
		if (absent) return { kind: 'outside', why: absent };
		const isFinal = work.record !== null || work.publication.contributors.author !== undefined;
		return resembling?.kind === 'other-doi' && isFinal ? { ...resembling, kind: 'other-doi' } : null;
	};
}

/** Why a work does not count for any of the people in whose profiles it is; null if it counts for one of them. */
function absence(
	{ listings, publication }: JoinedWork,
	times: readonly ReturnType<typeof timeAsMember>[],
): string | null {
	const people = [...new Set(listings.map(({ person }) => person))];
	if (!people.every((person) => times.includes(timeAsMember(person, publication)))) return null;
	const names = people.map(({ name }) => givenNameFirst(name));
	return absenceWords(names, publicationYear(publication));
}

function identify({ publication, descriptions, listings }: JoinedWork): WorkIdentity {
	return identityOf(
		publication,
		descriptions,
		listings.map(({ record }) => record),
	);
}

function peopleOf({ listings }: JoinedWork, people: readonly Person[]): readonly Person[] {
	const listed = new Set(listings.map(({ person }) => person));
	return people.filter((person) => listed.has(person));
}

/** The works with their publishers' records, or else with the details that profiles have on request. */
async function withRecords(
	works: readonly JoinedWork[],
	reading: Reading,
	client: Client,
	report: Report,
): Promise<readonly JoinedWork[]> {
	const records = recordReader(client, reading);
	const answered = await Promise.all(
		works.map(async (work) => {
			const { record, isUnavailable } = await records.read(work);
			return record || isUnavailable ? joined(work.listings, record, isUnavailable, reading) : work;
		}),
	);
	records.reportProblems(report);
	const lacking = answered.filter(({ publication }) => creatorsOf(publication).length === 0);
	const details = await detailedListings(
		lacking.flatMap(({ listings }) => listings),
		reading,
		client,
		report,
	);
	return answered.map((work) =>
		lacking.includes(work)
			? joined(
					work.listings.map((listing) => details.get(listing) ?? listing),
					work.record,
					work.isUnavailable,
					reading,
				)
			: work,
	);
}

interface Decided {
	readonly work: JoinedWork;
	readonly verdict: Verdict;
}

/** The verdict on each work. A new work that is certain confirms others with the same co-authors. */
function decide(
	works: readonly JoinedWork[],
	settle: (work: JoinedWork) => Settled | null,
	index: WorkIndex,
	{ people, publications }: SyncOptions,
): readonly Decided[] {
	const settled = new Map(works.map((work) => [work, settle(work)]));
	const open = works.filter((work) => settled.get(work) === null);
	const present = new Map(
		[...settled].flatMap(([work, verdict]) => (verdict?.kind === 'present' ? [[work, verdict.entry] as const] : [])),
	);
	const pairings = pairingsOf(open, present, publications);
	const certainties = certaintiesOf(open, pairings, people, publications);
	const decided = works.map((work): Decided => {
		const verdict = settled.get(work);
		if (verdict) return { work, verdict };
		const pair = pairings.get(work) ?? null;
		const doubt = doubtAbout(work, index, pair);
		if (doubt !== null) return { work, verdict: { kind: 'unsure', why: doubt, pair } };
		const { isCertain, why } = certainties.get(work) as Certainty;
		return { work, verdict: { kind: isCertain ? 'new' : 'unsure', why, pair } };
	});
	const doubtful = repeatedWorks(decided);
	return decided.map(({ work, verdict }): Decided => {
		const why = verdict.kind === 'new' ? doubtful.get(work) : undefined;
		return why === undefined || verdict.kind !== 'new'
			? { work, verdict }
			: { work, verdict: { ...verdict, kind: 'unsure', why } };
	});
}

/** New works that another new work may be, described in another way, with the reason. The better described one stays new. */
function repeatedWorks(decided: readonly Decided[]): ReadonlyMap<JoinedWork, string> {
	const index = workIndex([]);
	const repeated = new Map<JoinedWork, string>();
	const added = decided.flatMap(({ work, verdict }) => (verdict.kind === 'new' ? [{ work, pair: verdict.pair }] : []));
	for (const { work, pair } of added.toSorted((one, other) => byKnowledge(one.work, other.work))) {
		const resembling = index.find(work);
		if (resembling && resembling.entry !== pair?.entry) repeated.set(work, `another new work has ${resembling.why}`);
		else index.add(work.publication);
	}
	return repeated;
}

/** Why a work needs a decision although it may be certain who wrote it; null if it does not. */
function doubtAbout(work: JoinedWork, index: WorkIndex, pair: Pairing | null): string | null {
	const resembling = index.find(work);
	if (resembling && resembling.entry !== pair?.entry) return `${resembling.entry.key} has ${resembling.why}`;
	const withdrawal = withdrawalOf(work);
	if (withdrawal) return `there is a ${withdrawal} of it`;
	return work.isUnavailable ? 'its record is not available now' : absence(work, ['outside', 'soon-after']);
}

/** The certainty about each new work, of the person about whom most is known. */
function certaintiesOf(
	works: readonly JoinedWork[],
	pairings: ReadonlyMap<JoinedWork, Pairing>,
	people: readonly Person[],
	publications: readonly Publication[],
): ReadonlyMap<JoinedWork, Certainty> {
	const matcher = matchPeople(people);
	const coAuthors = knownCoAuthors(publications, matcher);
	const authors = new Map<Publication, Person[]>();
	const newWorks = new Set(works.map(({ publication }) => publication));
	const evidence: Evidence = {
		matcher,
		coAuthors,
		authorsOf: (publication) =>
			newWorks.has(publication) ? (authors.get(publication) ?? []) : matcher.personsIn(publication),
	};
	const certainties = new Map<JoinedWork, Certainty>();
	let open = works;
	// Each round can confirm works by those of the round before it.
	for (let before = Number.POSITIVE_INFINITY; open.length < before; ) {
		before = open.length;
		const confirmed: (readonly [Person, Publication])[] = [];
		for (const work of open) {
			const claims = peopleOf(work, people).map((person) => ({
				person,
				certainty: certaintyOf(person, work, pairings.get(work) ?? null, evidence),
			}));
			const certain = claims.filter(({ certainty }) => certainty.isCertain);
			for (const { person } of certain) confirmed.push([person, work.publication]);
			certainties.set(work, (certain[0] ?? claims[0])?.certainty as Certainty);
		}
		for (const [person, publication] of confirmed) {
			coAuthors.add(person, publication);
			authors.set(publication, [...(authors.get(publication) ?? []), person]);
		}
		open = open.filter((work) => !certainties.get(work)?.isCertain);
	}
	return certainties;
}

/** The order of verdicts in a result. */
const verdictOrder: readonly Verdict['kind'][] = [
	'new',
	'unsure',
	'other-doi',
	'notice',
	'outside',
	'ignored',
	'present',
];

function inOrder(one: FoundWork, other: FoundWork): number {
	const rank = ({ verdict }: FoundWork) => verdictOrder.indexOf(verdict.kind);
	const year = ({ identity }: FoundWork) => identity.year ?? Number.NEGATIVE_INFINITY;
	const ids = ({ identity }: FoundWork) => [...identity.doi, ...identity.records].join();
	return (
		rank(one) - rank(other) ||
		(year(one) === year(other) ? 0 : year(other) - year(one)) ||
		compareText(titleKey(one.work), titleKey(other.work)) ||
		compareText(ids(one), ids(other))
	);
}

function compareText(one: string, other: string): number {
	return one < other ? -1 : one > other ? 1 : 0;
}
