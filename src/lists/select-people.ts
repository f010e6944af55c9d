import type { Person } from '../people/person.ts';
import { matchPeople } from '../people/person-matcher.ts';
import type { Selector } from './selector.ts';
import { matchesAny } from './wildcards.ts';

/** The conditions that people have, besides `and`, `or` and `not`. */
export const personConditions: ReadonlySet<string> = new Set(['person', 'role', 'group']);

/** The declared people that match a selector, whose conditions on works do not count. */
export function selectPeople(people: readonly Person[], selector: Selector | null): readonly Person[] {
	const { find } = matchPeople(people);
	return selector === null ? people : people.filter((person) => matchesPerson(selector, person, find));
}

function matchesPerson(selector: Selector, person: Person, find: (name: string) => Person | null): boolean {
	const { person: names, role, group, and = [], or, not } = selector;
	const isMatch = (inner: Selector) => matchesPerson(inner, person, find);
	return (
		(names === undefined || names.some((name) => name === '*' || find(name) === person)) &&
		((role === undefined && group === undefined) ||
			person.spells.some(
				(spell) => (!role || matchesAny(role, [spell.role])) && (!group || matchesAny(group, spell.groups)),
			)) &&
		and.every(isMatch) &&
		(or === undefined || or.some(isMatch)) &&
		(not === undefined || !isMatch(not))
	);
}
