import { creatorsOf } from '../../people/authorship.ts';
import { bylineOf, declaredNames, givenNameFirst } from '../../people/declared-names.ts';
import { nearMatch } from '../../people/near-match.ts';
import type { Person } from '../../people/person.ts';
import type { Matcher } from '../../people/person-matcher.ts';
import type { Name } from '../../publications/names/name.ts';
import { orcidIn } from '../../publications/names/name-annotations.ts';
import type { Publication } from '../../publications/publication.ts';
import { type AuthorId, authorIdsIn } from '../../sources/records/author-ids.ts';
import type { Pairing } from './found-work.ts';
import type { JoinedWork } from './joined-work.ts';
import type { KnownCoAuthors } from './known-co-authors.ts';
import type { Listing } from './listing.ts';

/** How sure it is that a work is one of a person, and why. */
export interface Certainty {
	readonly isCertain: boolean;
	/** Follows a colon in a message: 'the iD of Ada Lovelace is in its record'. */
	readonly why: string;
}

/** What is known about everybody. */
export interface Evidence {
	readonly matcher: Matcher;
	readonly coAuthors: KnownCoAuthors;
	/** The people who certainly wrote a publication: entries of the library, and new works as far as they are certain. */
	readonly authorsOf: (publication: Pairing['entry']) => readonly Person[];
}

/** A work and a person in whose profiles it is. */
interface Claim extends Evidence {
	readonly person: Person;
	readonly work: JoinedWork;
	/** The records of the work in profiles of the person. */
	readonly listings: readonly Listing[];
	readonly pairing: Pairing | null;
	/** The authors and editors that agree with the person's names. */
	readonly names: readonly Name[];
}

interface Rule {
	readonly isCertain: boolean;
	/** The reason, if the rule applies. */
	readonly reason: (claim: Claim) => string | null;
}

/**
 * Whether a work is one of a person. The first rule that applies decides. The names alone never do, and neither does a
 * profile that a program computed: both have homonyms.
 */
const rules: readonly Rule[] = [
	{
		// Publishers verify the iDs of authors, and staff those of INSPIRE and DBLP.
		isCertain: true,
		reason: ({ person, work }) => {
			const place = idPlace(person, work);
			return place && `the iD of ${nameOf(person)} is in ${place}`;
		},
	},
	{
		// A homonym, also if the person's own profile has the work by mistake.
		isCertain: false,
		reason: ({ person, work, matcher }) => {
			const other = otherId(person, work, matcher);
			return other && `its author ${bylineOf(other.name)} has another iD, ${other.orcid}`;
		},
	},
	{
		isCertain: false,
		reason: ({ work: { publication }, names }) => {
			if (names.length > 0 || !hasMoreNames(publication)) return null;
			return creatorsOf(publication).length === 0 ? 'its authors are unknown' : 'only its first authors are known';
		},
	},
	{
		// Profiles have works of people with other names if a person, or a program, took the wrong one.
		isCertain: false,
		reason: ({ person, work, names }) => {
			if (names.length > 0) return null;
			const near = nearName(person, work);
			return `${nameOf(person)} is not among the authors${near ? `, only ${bylineOf(near)}` : ''}`;
		},
	},
	{
		isCertain: true,
		reason: ({ person, listings }) => {
			const claimed = listings.find(({ source }) => source.attribution === 'claimed');
			return claimed
				? `the ${claimed.source.label} profile of ${nameOf(person)} has it, and the name is among the authors`
				: null;
		},
	},
	{
		// A homonym does not write a paper with the same title and the same authors.
		isCertain: true,
		reason: ({ person, pairing, authorsOf }) =>
			pairing?.isCertain && authorsOf(pairing.entry).includes(person)
				? `it is the ${pairing.relation} of ${pairing.isNew ? 'another new work' : pairing.entry.key}`
				: null,
	},
	{
		isCertain: true,
		reason: ({ person, work, matcher }) => {
			const colleague = matcher.people.find((other) => other !== person && idPlace(other, work));
			return colleague ? `the iD of ${nameOf(colleague)} is in ${idPlace(colleague, work)}` : null;
		},
	},
	{
		isCertain: true,
		reason: ({ person, work, coAuthors }) => {
			const [first, ...others] = coAuthors.confirming(person, work.publication);
			if (!first) return null;
			if (others.length > 0)
				return `its authors ${first.name} and ${others.length} more are co-authors of ${nameOf(person)}`;
			return `its author ${first.name} is ${first.isCoAuthor ? `a co-author of ${nameOf(person)}` : 'one of your people'}`;
		},
	},
	{
		isCertain: false,
		reason: ({ person }) => `no iD and no co-author confirms that ${nameOf(person)} wrote it`,
	},
];

/** How sure it is that a work is one of a person. */
export function certaintyOf(person: Person, work: JoinedWork, pairing: Pairing | null, evidence: Evidence): Certainty {
	const listings = work.listings.filter((each) => each.person === person);
	const claim: Claim = { ...evidence, person, work, listings, pairing, names: namesOf(person, work, evidence.matcher) };
	for (const { isCertain, reason } of rules) {
		const why = reason(claim);
		if (why !== null) return { isCertain, why };
	}
	throw new Error('the last rule always applies');
}

/** False if it is certain without the record of a work that a person did not write it: the authors have other names. */
export function mayBeAuthor(person: Person, work: JoinedWork, matcher: Matcher): boolean {
	return (
		hasMoreNames(work.publication) ||
		namesOf(person, work, matcher).length > 0 ||
		nearName(person, work) !== null ||
		idPlace(person, work) !== null
	);
}

/** True if not all authors are known: none, or only the first ones of many. */
function hasMoreNames(publication: Publication): boolean {
	return creatorsOf(publication).length === 0 || publication.contributors.author?.etAl === true;
}

/** The authors and editors of a work who may be a person. */
function namesOf(person: Person, { publication }: JoinedWork, matcher: Matcher): readonly Name[] {
	const creators = new Set(creatorsOf(publication));
	return matcher
		.matches(publication)
		.filter((match) => creators.has(match.name) && (match.person === person || match.rivals.includes(person)))
		.map(({ name }) => name);
}

/** An author whose name is nearly that of a person: a typo, or a name to be declared as an alias. */
function nearName(person: Person, { publication }: JoinedWork): Name | null {
	const declared = declaredNames([person]);
	return creatorsOf(publication).find((name) => nearMatch(name, declared, false)) ?? null;
}

/** Where a work has the iD of a person; null if it does not. */
function idPlace(person: Person, { record, listings }: JoinedWork): string | null {
	const orcid = orcidOf(person);
	if (orcid === null) return null;
	if (record?.item && authorIdsIn(record.item).some((each) => each.orcid === orcid)) return "the publisher's record";
	// ORCID has the iD of the profile in each record, and so do programs that compute profiles.
	const listing = listings.find(
		({ source, record }) =>
			source.name !== 'orcid' && source.attribution !== 'computed' && record.orcids.includes(orcid),
	);
	return listing ? `the record of ${listing.source.label}` : null;
}

/** The author who agrees with a person but has another iD; null if another author who agrees has none, or the person's. */
function otherId(person: Person, { record }: JoinedWork, matcher: Matcher): AuthorId | null {
	if (!orcidOf(person) || !record?.item) return null;
	const agreeing = authorIdsIn(record.item).filter(({ name }) =>
		matcher.agreeing(name).some((declared) => declared.person === person),
	);
	return agreeing.every(({ orcid }) => orcid !== null && orcid !== orcidOf(person)) ? (agreeing[0] ?? null) : null;
}

function orcidOf({ orcid }: Person): string | null {
	return orcidIn(orcid ?? '').orcid;
}

function nameOf({ name }: Person): string {
	return givenNameFirst(name);
}
