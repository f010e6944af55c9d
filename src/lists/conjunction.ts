import { inBoth } from './number-ranges.ts';
import type { PersonConditions } from './person-conditions.ts';
import { personConditionsOf, type Selector } from './selector.ts';

/** A part of a conjunction: one condition, a negation, or a selector in parentheses. */
export interface Term {
	readonly selector: Selector;
	readonly inParentheses: boolean;
}

/**
 * A selector that matches what all terms match. Conditions on people in a row are about the same person, until one of them
 * is repeated: `group=a role=student group=b` is a student of a, and somebody of b. Those in parentheses are about another
 * person. Several numbers of members limit the same count: `members>=2 members<5`.
 */
export function conjunction(terms: readonly Term[]): Selector {
	const people: PersonConditions[] = [];
	let main: Selector = {};
	const others: Selector[] = [];
	for (const { selector, inParentheses } of terms) {
		const conditions = personConditionsOf(selector);
		if (conditions !== null && !inParentheses) addPerson(people, conditions);
		else if (conditions === null && Object.keys(selector).every((name) => !Object.hasOwn(main, name)))
			main = { ...main, ...selector };
		else others.push(selector);
	}
	const [first, ...rest] = people;
	const parts = [{ ...main, ...first }, ...rest, ...others].filter((part) => Object.keys(part).length > 0);
	const [only = {}] = parts;
	return parts.length > 1 ? { and: parts } : only;
}

/** Adds a condition to those of the last person, or begins those of a further one. */
function addPerson(people: PersonConditions[], condition: PersonConditions): void {
	const last = people.at(-1);
	const both = last?.members && condition.members ? inBoth(last.members, condition.members) : null;
	const isRepeated = Object.keys(condition).some((name) => last && Object.hasOwn(last, name));
	if (last && (both || !isRepeated)) people.splice(-1, 1, { ...last, ...condition, ...(both && { members: both }) });
	else people.push(condition);
}
