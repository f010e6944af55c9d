import type { Name } from '../publications/names/name.ts';
import { parseNames } from '../publications/names/read-names.ts';
import { type NameForm, nameForm, word } from './name-form.ts';
import type { Alias, Person } from './person.ts';

/** One name of a declared person: the main one (alias null) or another. */
export interface DeclaredName {
	readonly person: Person;
	readonly alias: Alias | null;
	/** As declared. */
	readonly text: string;
	/** The name with its parts, and as one literal body: 'Fraunhofer HHI' stands in a library as either. */
	readonly forms: readonly NameForm[];
}

/** The names of the list's owners as they would sign, given name first; null when there is none. */
export function ownerName(people: readonly Person[]): string | null {
	const owners = people.filter(({ role }) => role === 'owner').map(({ name }) => signature(name));
	return owners.length ? owners.join(', ') : null;
}

function signature(text: string): string {
	const name = readName(text);
	if (!name) return text;
	const { literal, given, droppingParticle, nonDroppingParticle, family, suffix } = name;
	return literal ?? [given, droppingParticle, nonDroppingParticle, family, suffix].filter(Boolean).join(' ');
}

/** All names of the people declared, in their order. */
export function declaredNames(people: readonly Person[]): DeclaredName[] {
	return people.flatMap((person) => [
		{ person, alias: null, text: person.name, forms: nameForms(person.name) },
		...person.aliases.map((alias) => ({ person, alias, text: alias.name, forms: nameForms(alias.name) })),
	]);
}

/** Reads a name as a person writes it: 'Family, Given', 'Given Family', or a body. */
export function readName(text: string): Name | null {
	const { names } = parseNames(text, {});
	return names.length === 1 ? (names[0] ?? null) : null;
}

/**
 * Every form under which a name written by a person is looked for: its parts, and the whole in either order for
 * names that stand in braces in the library: '{Fraunhofer HHI}', '{Sebastian Lapuschkin}'.
 */
export function nameForms(text: string): readonly NameForm[] {
	const bare = text.replace(/^\s*\{([^{}]*)\}\s*$/, '$1');
	const name = readName(bare);
	if (!name || name.literal !== null) return [literalForm(bare)];
	const { family, given, nonDroppingParticle, droppingParticle } = name;
	const surname = `${nonDroppingParticle} ${droppingParticle} ${family}`;
	const orders = given === '' ? [bare] : [`${given} ${surname}`, `${surname} ${given}`];
	return [nameForm(name), ...orders.map(literalForm)];
}

function literalForm(text: string): NameForm {
	return { readings: [], suffix: '', literal: word(text) };
}
