import type { Publication } from '../publications/publication.ts';
import { cacheByIdentity } from '../text/identity-cache.ts';
import { memoize } from '../text/memoize.ts';
import { groupsOf, membershipsAt } from './membership.ts';
import type { Person, Spell } from './person.ts';
import type { Matcher } from './person-matcher.ts';

/** Which works count for a person: all, or those of the time as a member. */
export type Membership = 'ever' | 'during';

/** The declared people for whom publications count. The same matcher and membership give the same object. */
export interface CountedPeople {
	readonly membership: Membership;
	/** All declared people, and all names of their groups, in the order of the configuration. */
	readonly people: readonly Person[];
	readonly groups: readonly string[];
	/** The people among the contributors in any role for whom a publication counts, each once, in order. */
	peopleIn(publication: Publication): readonly Person[];
	/** The groups of these people: all of them, or those at the time as a member. */
	groupsIn(publication: Publication): readonly string[];
}

/** The people that a list counts. */
export function countedPeople(matcher: Matcher, membership: Membership): CountedPeople {
	return counted(matcher)(membership);
}

const counted = cacheByIdentity((matcher: Matcher) =>
	memoize((membership): CountedPeople => {
		const spellsOf = (person: Person, publication: Publication): readonly Spell[] =>
			membership === 'ever' ? person.spells : membershipsAt(person, publication);
		const peopleIn = (publication: Publication) =>
			matcher.personsIn(publication).filter((person) => spellsOf(person, publication).length > 0);
		return {
			membership: membership as Membership,
			people: matcher.people,
			groups: groupsOf(matcher.people),
			peopleIn,
			groupsIn: (publication) => {
				const spells = peopleIn(publication).flatMap((person) => spellsOf(person, publication));
				return [...new Set(spells.flatMap(({ groups }) => groups))];
			},
		};
	}),
);
