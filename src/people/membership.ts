import type { Publication } from '../publications/publication.ts';
import { isWithin } from './period.ts';
import type { Person, Spell } from './person.ts';

/** The spell of a person at the time of a publication, the first of several; null if there is none. */
export function spellAt({ spells }: Person, publication: Publication): Spell | null {
	return spells.find((spell) => isWithin(spell, publication)) ?? null;
}

/** The role of the last spell, which is the present one of a current member. */
export function lastRole({ spells }: Person): string {
	return spells.at(-1)?.role ?? 'none';
}

/** True for a person whose role is or was that of an owner. */
export function isOwner({ spells }: Person): boolean {
	return spells.some(({ role }) => role === 'owner');
}

/** A single spell without dates and groups. */
export function always(role: string): readonly Spell[] {
	return [{ role, from: null, to: null, groups: [] }];
}
