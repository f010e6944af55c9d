import type { Person, Spell } from '../../src/people/person.ts';

/** A declared person; `more` overrides the defaults. */
export function person(name: string, more: Partial<Person & Spell> = {}): Person {
	const { role = 'owner', from = null, to = null, groups = [], ...rest } = more;
	const spells = [{ role, from, to, groups }];
	const id = name.toLowerCase().replace(/[^a-z]+/g, '-');
	return { id, name, aliases: [], orcid: null, profiles: {}, url: null, image: null, spells, ...rest };
}

/** An alias, optionally with dates. */
export function alias(name: string, from: string | null = null, to: string | null = null) {
	return { name, from, to };
}
