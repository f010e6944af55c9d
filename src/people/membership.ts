import type { Publication } from '../publications/publication.ts';
import { cacheByIdentity } from '../text/identity-cache.ts';
import { type Days, datesOf, daysOf, sharedDays } from './period.ts';
import type { Person, Spell } from './person.ts';

/** The roles of people who are not, or no longer, members. Everybody with another role is a member, the owner too. */
const rolesWithoutMembership: ReadonlySet<string> = new Set(['none', 'alumni', 'collaborator']);

/** True for the role of a member. */
export function isMembership({ role }: Pick<Spell, 'role'>): boolean {
	return !rolesWithoutMembership.has(role.toLowerCase());
}

/**
 * The spells of a person at the time of a publication: first the one that covers most of its date, then the one that ends
 * first. All of them, by their ends, for a publication without a date, but only the last if it is forthcoming.
 */
export function spellsAt(person: Person, publication: Publication): readonly Spell[] {
	const { issued, eventDate, status } = publication;
	const isUndated = !(issued?.start ?? issued?.end ?? eventDate?.start ?? eventDate?.end);
	if (isUndated) return status.kind === 'published' ? person.spells : lastSpells(person);
	return spellsIn(person, datesOf(publication));
}

/** The spell whose role a person has in a publication; null if there is none. */
export function spellAt(person: Person, publication: Publication): Spell | null {
	return spellsAt(person, publication)[0] ?? null;
}

/** The spells as a member at the time of a publication. */
export function membershipsAt(person: Person, publication: Publication): readonly Spell[] {
	return spellsAt(person, publication).filter(isMembership);
}

/**
 * The spells as a member that have not ended, or that contain a date.
 *
 * @param date an ISO date: '2024', '2024-06', '2024-06-30'; null for the spells that have not ended
 */
export function currentMemberships(person: Person, date: string | null): readonly Spell[] {
	const { spells } = person;
	const current =
		date === null ? spells.filter(({ to }) => to === null) : spellsIn(person, daysOf({ from: date, to: date }));
	return current.filter(isMembership);
}

function spellsIn({ spells }: Person, days: Days): readonly Spell[] {
	if (spells.length === 1) return sharedDays(spells[0] as Spell, days) > 0 ? spells : [];
	return spells
		.map((spell) => ({ spell, shared: sharedDays(spell, days) }))
		.filter(({ shared }) => shared > 0)
		.sort((one, other) => (one.shared === other.shared ? 0 : other.shared > one.shared ? 1 : -1))
		.map(({ spell }) => spell);
}

/** The last spell, with those of the same role that end together with it. */
function lastSpells({ spells }: Person): readonly Spell[] {
	const last = spells.at(-1);
	return spells.filter(({ role, to }) => role === last?.role && to === last.to).toReversed();
}

/** The role of the last spell, which is the present one of a current member. */
export function lastRole({ spells }: Person): string {
	return spells.at(-1)?.role ?? 'none';
}

/** The last role; 'alumni' if it has ended. */
export function presentRole(person: Person): string {
	return person.spells.at(-1)?.to == null ? lastRole(person) : 'alumni';
}

/** True for a person whose role is or was that of an owner. */
export function isOwner({ spells }: Person): boolean {
	return spells.some(({ role }) => role === 'owner');
}

/** A single spell without dates and groups. */
export function always(role: string): readonly Spell[] {
	return [{ role, from: null, to: null, groups: [] }];
}

/** The names of all groups, in the order of the declarations. */
export const groupsOf = cacheByIdentity((people: readonly Person[]): readonly string[] => [
	...new Set(people.flatMap(({ spells }) => spells.flatMap(({ groups }) => groups))),
]);
