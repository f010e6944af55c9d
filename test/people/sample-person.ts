import type { Person } from '../../src/people/person.ts';

/** A declared person; `more` overrides the defaults. */
export function person(name: string, more: Partial<Person> = {}): Person {
	const id = name.toLowerCase().replace(/[^a-z]+/g, '-');
	return { id, name, aliases: [], orcid: null, url: null, role: 'owner', from: null, to: null, ...more };
}

/** An alias, optionally with dates. */
export function alias(name: string, from: string | null = null, to: string | null = null) {
	return { name, from, to };
}
