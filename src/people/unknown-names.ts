import { type Diagnostic, diagnostic, type Report } from '../diagnostics/diagnostic.ts';
import type { Span } from '../diagnostics/source.ts';
import type { Publication } from '../publications/publication.ts';
import { closestWord } from '../text/closest-word.ts';
import { matchesAny } from '../text/wildcards.ts';
import { hasName, undeclared } from './has-name.ts';
import { commonMarks, markOf } from './mark-annotations.ts';
import { groupsOf } from './membership.ts';
import { nearestAuthor } from './nearest-author.ts';
import type { Person } from './person.ts';
import { matchPeople } from './person-matcher.ts';

/** The names of people, roles and groups in a selector or a list. */
export interface PeopleSelector {
	/** Declared or other people. */
	readonly person?: readonly string[];
	readonly role?: readonly string[];
	readonly group?: readonly string[];
	readonly joint?: readonly string[];
	/** The declared person whose list it is. */
	readonly owner?: string;
}

/**
 * Reports names of people, roles and groups in selectors that are neither declared nor in the library (`people/unknown`).
 *
 * @param selectors with their places in the configuration
 */
export function reportUnknownNames(
	selectors: ReadonlyMap<PeopleSelector, Span | undefined>,
	people: readonly Person[],
	publications: readonly Publication[],
	report: Report,
): void {
	const { find } = matchPeople(people);
	const isPerson = (name: string) => name === '*' || find(name) || publications.some((work) => hasName(work, name));
	for (const [{ person = [], role = [], group = [], joint = [], owner }, span] of selectors) {
		for (const name of person) if (!isPerson(name)) report(unknownPerson(name, span, people, publications));
		if (owner !== undefined && !find(owner)) report(unknownPerson(owner, span, people, []));
		for (const name of role) {
			const roles = people.flatMap(({ spells }) => spells.map((spell) => spell.role));
			const words = [...roles, ...commonMarks];
			if (matchesAny([name], words) || matchesAny([name], marksIn(publications))) continue;
			report(unknownWord('role', name, words, span));
		}
		for (const name of [...group, ...joint])
			if (!matchesAny([name], groupsOf(people))) report(unknownWord('group', name, groupsOf(people), span));
	}
}

function unknownPerson(
	name: string,
	span: Span | undefined,
	people: readonly Person[],
	publications: readonly Publication[],
): Diagnostic {
	const names = people.flatMap(({ id, name, aliases }) => [id, name, ...aliases.map((alias) => alias.name)]);
	const near = closestWord(name, names) ?? nearestAuthor(undeclared(name), publications);
	const hint = near ? `Did you mean "${near}"?` : 'Check the spelling, or add the person under "people"';
	return diagnostic('people/unknown', `Unknown person "${name}"`, { span, hint });
}

function unknownWord(
	kind: 'role' | 'group',
	name: string,
	words: readonly string[],
	span: Span | undefined,
): Diagnostic {
	const near = closestWord(name, words);
	const places = kind === 'group' ? '"groups"' : '"role" or "roles"';
	const hint = near ? `Did you mean "${near}"?` : `Check the spelling, or add it to ${places} of a person`;
	return diagnostic('people/unknown', `Unknown ${kind} "${name}"`, { span, hint });
}

/** The marks that annotations of the library make. */
function marksIn(publications: readonly Publication[]): readonly string[] {
	const names = publications.flatMap(({ contributors }) => Object.values(contributors).flatMap((list) => list.names));
	const annotations = new Set(names.flatMap((name) => name.annotations));
	return [...annotations].flatMap((annotation) => markOf(annotation) ?? []);
}
