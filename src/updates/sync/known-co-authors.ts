import { creatorsOf } from '../../people/authorship.ts';
import { bylineOf } from '../../people/declared-names.ts';
import { familyAndFirstGiven } from '../../people/name-form.ts';
import type { Person } from '../../people/person.ts';
import type { Matcher } from '../../people/person-matcher.ts';
import type { Name } from '../../publications/names/name.ts';
import type { Publication } from '../../publications/publication.ts';
import { commonFamilyNames } from './common-family-names.ts';

/** The people with whom a declared person has written works. */
export interface KnownCoAuthors {
	/** Adds the authors of a work of a person. */
	add(person: Person, work: Publication): void;
	/**
	 * Authors of a work who confirm that a person wrote it; empty if they are too few. These are co-authors of the person, and
	 * other declared people, with full given names. A co-author with a common family name is only half a confirmation, and a
	 * work with many authors needs one for every fifty: among so many, some always have the name of a co-author.
	 */
	confirming(person: Person, work: Publication): readonly Confirming[];
}

/** An author who confirms that another one wrote a work. */
export interface Confirming {
	readonly name: string;
	/** False for a declared person without another work in common. */
	readonly isCoAuthor: boolean;
}

const authorsPerConfirmation = 50;

/** Collects the co-authors of declared people in a library. */
export function knownCoAuthors(publications: readonly Publication[], matcher: Matcher): KnownCoAuthors {
	const known = new Map<Person, Set<string>>();

	function add(person: Person, work: Publication): void {
		const names = known.get(person) ?? new Set();
		known.set(person, names);
		for (const name of creatorsOf(work)) for (const key of keysOf(name)) names.add(key);
	}

	for (const publication of publications) for (const person of matcher.personsIn(publication)) add(person, publication);

	return {
		add,
		confirming: (person, work) => {
			const coAuthors = known.get(person);
			const colleagues = new Set(
				matcher.matches(work).flatMap((match) => (match.person && match.person !== person ? match.name : [])),
			);
			const authors = creatorsOf(work);
			const isCoAuthor = (name: Name) => keysOf(name).some((key) => coAuthors?.has(key));
			const confirming = authors.filter((name) => {
				if (matcher.agreeing(name).some((declared) => declared.person === person)) return false;
				return keysOf(name).length > 0 && (colleagues.has(name) || isCoAuthor(name));
			});
			const common = confirming.filter(hasCommonName);
			const weight = confirming.length - common.length + Math.floor(common.length / 2);
			const needed = 1 + Math.floor(authors.length / authorsPerConfirmation);
			if (weight < needed) return [];
			return confirming.toSorted(rareFirst).map((name) => ({ name: bylineOf(name), isCoAuthor: isCoAuthor(name) }));
		},
	};
}

/** The family name and the first given name in both spellings; none for initials and organizations. */
function keysOf(name: Name): readonly string[] {
	if (name.literal !== null) return [];
	const { family, given } = familyAndFirstGiven(name);
	if (given?.kind !== 'full' || given.plain.length < 2) return [];
	return [`${family.plain}|${given.plain}`, `${family.spelt}|${given.spelt}`];
}

function hasCommonName(name: Name): boolean {
	const { plain, spelt } = familyAndFirstGiven(name).family;
	return commonFamilyNames.has(plain) || commonFamilyNames.has(spelt);
}

function rareFirst(one: Name, other: Name): number {
	return Number(hasCommonName(one)) - Number(hasCommonName(other));
}
