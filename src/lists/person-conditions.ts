import { isVisible, type Person, type Spell } from '../people/person.ts';
import { matchesAny } from '../text/wildcards.ts';
import { isInside, type NumberRange } from './number-ranges.ts';

/**
 * Conditions on the people of a publication. Those of one selector are about the same person; `members` counts the people
 * that the others describe, except `person`.
 */
export interface PersonConditions {
	/** Ids, names or aliases of people. */
	readonly person?: readonly string[];
	/** Roles at the time of the publication. */
	readonly role?: readonly string[];
	/** Groups that the person belongs to. */
	readonly group?: readonly string[];
	/** Whether the person is a member now, or at an ISO date: '2024', '2024-06-30'. */
	readonly current?: boolean | string;
	/** The number of different members. */
	readonly members?: readonly NumberRange[];
	/** Groups that each have a person of their own. */
	readonly joint?: readonly string[];
}

/** A person or a name that conditions can be about: a contributor of a publication, or a person at some time. */
export interface Appearance {
	/** Null for a name that is not declared. */
	readonly person: Person | null;
	readonly roles: readonly string[];
	readonly isMember: boolean;
	/** False for a person who does not count, because only works of members do. */
	readonly counts: boolean;
	isNamed(idOrName: string): boolean;
	isCurrent(date: string | null): boolean;
	/** The spells whose groups count. */
	spellsFor(conditions: PersonConditions): readonly Spell[];
}

/** The conditions on one person, which also select people. */
export const onePersonConditionNames: readonly (keyof PersonConditions)[] = ['person', 'role', 'group', 'current'];

/** The names of the conditions. */
export const personConditionNames: readonly (keyof PersonConditions)[] = [
	...onePersonConditionNames,
	'members',
	'joint',
];

/** True for the name of a condition on people. */
export function isPersonCondition(name: string): name is keyof PersonConditions {
	return (personConditionNames as readonly string[]).includes(name);
}

/** True if the appearances fulfil all conditions. */
export function fulfil(appearances: readonly Appearance[], conditions: PersonConditions): boolean {
	const { person, members, joint, ...shared } = conditions;
	const peopleWith = (more: PersonConditions) => appearances.filter((each) => fits(each, { ...shared, ...more }));
	if (joint && !haveDifferentPeople(joint.map((group) => distinctPeople(peopleWith({ group: [group] }))))) return false;
	const memberCount = () => distinctPeople(peopleWith({}).filter(({ isMember }) => isMember)).length;
	if (members && !isInside(members, memberCount())) return false;
	const isDescribed = person !== undefined || (members === undefined && Object.keys(shared).length > 0);
	return !isDescribed || appearances.some((each) => fits(each, conditions));
}

function fits(appearance: Appearance, conditions: PersonConditions): boolean {
	const { person, role, group, current } = conditions;
	if (role && !appearance.roles.some((kind) => isRole(kind, role))) return false;
	if (person === undefined && group === undefined && current === undefined) return true;
	if (!appearance.counts) return false;
	if (person && !person.some((name) => (name === '*' ? appearance.person !== null : appearance.isNamed(name))))
		return false;
	if (current !== undefined && !isAsCurrent(appearance, current)) return false;
	return !group || appearance.spellsFor(conditions).some(({ groups }) => matchesAny(group, groups));
}

/** True for a role that matches a pattern; one that marks nobody must be named. */
function isRole(kind: string, patterns: readonly string[]): boolean {
	return isVisible({ kind, person: null }) ? matchesAny(patterns, [kind]) : patterns.includes(kind);
}

function isAsCurrent(appearance: Appearance, expected: boolean | string): boolean {
	if (appearance.person === null) return false;
	return typeof expected === 'string' ? appearance.isCurrent(expected) : appearance.isCurrent(null) === expected;
}

function distinctPeople(appearances: readonly Appearance[]): readonly Person[] {
	return [...new Set(appearances.flatMap(({ person }) => person ?? []))];
}

/** True if a person of each group can be chosen so that all are different (Kuhn's algorithm for bipartite matching). */
function haveDifferentPeople(groups: readonly (readonly Person[])[]): boolean {
	const groupOf = new Map<Person, number>();
	function choose(group: number, tried: Set<Person>): boolean {
		return (groups[group] ?? []).some((person) => {
			if (tried.has(person)) return false;
			tried.add(person);
			const other = groupOf.get(person);
			if (other !== undefined && !choose(other, tried)) return false;
			groupOf.set(person, group);
			return true;
		});
	}
	return groups.every((_, group) => choose(group, new Set()));
}
