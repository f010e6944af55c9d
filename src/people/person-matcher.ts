import type { Name, NameList } from '../publications/names/name.ts';
import type { Publication } from '../publications/publication.ts';
import { cacheByIdentity } from '../text/identity-cache.ts';
import { memoize } from '../text/memoize.ts';
import { type DeclaredName, nameForms } from './declared-names.ts';
import { spellAt } from './membership.ts';
import { type Candidate, closestCandidate, type NameIndex, nameIndex } from './name-index.ts';
import { isWithin } from './period.ts';
import type { Person } from './person.ts';

/** Finds declared people by their names. */
export interface Matcher {
	readonly people: readonly Person[];
	/** The declared people among the contributors in any role, each once, in order. */
	personsIn(publication: Publication): readonly Person[];
	/** A declared person by id, ORCID iD or any agreeing name; null for no match or several. */
	find(idOrName: string): Person | null;
	/** The names in a publication that agree with declared people. */
	matches(publication: Publication): readonly Match[];
	/** The declared names that a name agrees with, regardless of ORCID iD and dates. */
	agreeing(name: Name): readonly DeclaredName[];
}

/** A name in a publication that agrees with declared people. */
export interface Match {
	readonly name: Name;
	readonly role: string;
	/** The person; null if several people agree equally. */
	readonly person: Person | null;
	/** All people if several agree equally, else empty. */
	readonly rivals: readonly Person[];
}

/**
 * Makes a matcher for the declared people. The same array yields the same matcher.
 *
 * A name belongs to a person if the family name and the given names or initials agree with one of the person's names (see
 * `agreement`), or if the ORCID is the person's; a different ORCID excludes the person. An alias counts between its dates.
 * If several people agree, the closest agreement wins, then the person with a role at the time, a former member last; if that
 * is a tie, the name is not marked and the checks report it. So a name without given names matches if no other person has that
 * family name. A person appears once in a list of names: only the closest of several agreeing names is marked, or all of
 * them in a tie.
 */
export const matchPeople = cacheByIdentity((people: readonly Person[]): Matcher => {
	const index = nameIndex(people);
	const matches = cacheByIdentity((publication: Publication): readonly Match[] => {
		const lists = people.length > 0 ? Object.entries(publication.contributors) : [];
		return lists.flatMap(([role, list]) => matchList(list, role, publication, index));
	});
	return {
		people,
		matches,
		personsIn: (publication) => [...new Set(matches(publication).flatMap(({ person }) => person ?? []))],
		agreeing: (name) => index.byText(name).flatMap(({ declared }) => declared ?? []),
		find: memoize((idOrName) => findPerson(idOrName.trim(), people, index)),
	};
});

function findPerson(idOrName: string, people: readonly Person[], index: NameIndex): Person | null {
	const byId = people.find(({ id }) => id === idOrName) ?? index.byOrcid(idOrName);
	if (byId) return byId;
	const named = closestCandidate(nameForms(idOrName).flatMap((form) => index.byForm(form)));
	return named?.person ?? people.find(({ id }) => id.toLowerCase() === idOrName.toLowerCase()) ?? null;
}

function matchList(list: NameList, role: string, publication: Publication, index: NameIndex): Match[] {
	const matches: { name: Name; candidates: readonly Candidate[]; first: Candidate | null }[] = [];
	const best = new Map<Person, number>();
	for (const name of list.names) {
		const { inOtherScript } = name;
		const own = index.byName(name);
		const named = own.length === 0 && inOtherScript ? index.byName(inOtherScript) : own;
		const candidates = atDateOf(named, publication);
		if (candidates.length === 0) continue;
		const first = closestCandidate(candidates);
		matches.push({ name, candidates, first });
		if (first) best.set(first.person, Math.max(best.get(first.person) ?? 0, first.score));
	}
	return matches
		.filter(({ first }) => !first || first.score === best.get(first.person))
		.map(({ name, candidates, first }) => {
			const rivals = first ? [] : [...new Set(candidates.map(({ person }) => person))];
			return { name, role, person: first?.person ?? null, rivals };
		});
}

/** Drops aliases outside their dates, and raises the score of people with a role at the time, less for former members. */
function atDateOf(candidates: readonly Candidate[], publication: Publication): readonly Candidate[] {
	return candidates.flatMap((candidate) => {
		if (candidate.declared?.alias && !isWithin(candidate.declared.alias, publication)) return [];
		const spell = spellAt(candidate.person, publication);
		return spell ? { ...candidate, score: candidate.score + (spell.role === 'alumni' ? 0.25 : 0.5) } : candidate;
	});
}
