import type { Person } from '../people/person.ts';
import { type Matcher, matchPeople } from '../people/person-matcher.ts';
import { spellsOf } from './contributors.ts';
import { fulfil } from './person-conditions.ts';
import { personConditionsOf, type Selector } from './selector.ts';

/** The declared people that a selector matches. Its conditions on works do not count. */
export function selectPeople(people: readonly Person[], selector: Selector | null): readonly Person[] {
	const { find } = matchPeople(people);
	return selector === null ? people : people.filter((person) => matchesPerson(selector, person, find));
}

function matchesPerson(selector: Selector, person: Person, find: Matcher['find']): boolean {
	const { and = [], or, not } = selector;
	const isMatch = (inner: Selector) => matchesPerson(inner, person, find);
	const conditions = personConditionsOf(selector);
	return (
		(conditions === null || fulfil(spellsOf(person, conditions, find), conditions)) &&
		and.every(isMatch) &&
		(or === undefined || or.some(isMatch)) &&
		(not === undefined || !isMatch(not))
	);
}
