import { isNamed } from '../people/has-name.ts';
import type { Highlights } from '../people/highlight.ts';
import { currentMemberships, isMembership, membershipsAt, spellsAt } from '../people/membership.ts';
import type { Person, Spell } from '../people/person.ts';
import type { Matcher } from '../people/person-matcher.ts';
import type { Name } from '../publications/names/name.ts';
import type { Publication } from '../publications/publication.ts';
import type { Appearance, PersonConditions } from './person-conditions.ts';

/** The contributors of a publication, declared or not. */
export function contributorsOf(publication: Publication, highlights: Highlights): readonly Appearance[] {
	const people = new Map(highlights.matcher.matches(publication).map(({ name, person }) => [name, person]));
	const names = Object.values(publication.contributors).flatMap((list) => list.names);
	return names.map((name) => new Contributor(name, people.get(name) ?? null, publication, highlights));
}

/** The values are computed on access, because most conditions need few of them. */
class Contributor implements Appearance {
	readonly #name: Name;
	readonly person: Person | null;
	readonly #publication: Publication;
	readonly #highlights: Highlights;

	constructor(name: Name, person: Person | null, publication: Publication, highlights: Highlights) {
		this.#name = name;
		this.person = person;
		this.#publication = publication;
		this.#highlights = highlights;
	}
	get roles(): readonly string[] {
		const marks = this.#highlights.marksOf(this.#publication).get(this.#name) ?? [];
		return marks.map(({ kind }) => kind);
	}
	get isMember(): boolean {
		if (this.person === null) return false;
		if (this.#countsAlways) return this.person.spells.some(isMembership);
		return membershipsAt(this.person, this.#publication).length > 0;
	}
	get counts(): boolean {
		return this.#countsAlways || this.person === null || this.isMember;
	}
	get #countsAlways(): boolean {
		return this.#highlights.counted.membership === 'ever';
	}
	isNamed(idOrName: string): boolean {
		const declared = this.#highlights.matcher.find(idOrName);
		return declared ? declared === this.person : isNamed(this.#name, idOrName);
	}
	isCurrent(date: string | null): boolean {
		return this.person !== null && currentMemberships(this.person, date).length > 0;
	}
	spellsFor({ role, current }: PersonConditions): readonly Spell[] {
		if (this.person === null) return [];
		if (!role && this.#countsAlways) return spellsNow(this.person, current);
		const [first, ...others] = spellsAt(this.person, this.#publication);
		const spells = first ? [first, ...others.filter((spell) => !role || spell.role === first.role)] : [];
		return this.#countsAlways ? spells : spells.filter(isMembership);
	}
}

/** The spells of a declared person, each as an appearance; with the condition `current` only those that it describes. */
export function spellsOf(person: Person, { current }: PersonConditions, find: Matcher['find']): readonly Appearance[] {
	return spellsNow(person, current).map((spell) => ({
		...{ person, roles: [spell.role], isMember: isMembership(spell), counts: true },
		isNamed: (idOrName) => find(idOrName) === person,
		isCurrent: (date) => currentMemberships(person, date).length > 0,
		spellsFor: () => [spell],
	}));
}

function spellsNow(person: Person, current: PersonConditions['current']): readonly Spell[] {
	if (current === undefined || current === false) return person.spells;
	return currentMemberships(person, current === true ? null : current);
}
