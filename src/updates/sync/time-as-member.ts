import { isMembership, membershipsAt } from '../../people/membership.ts';
import { datesOf, sharedDays } from '../../people/period.ts';
import type { Person } from '../../people/person.ts';
import type { Publication } from '../../publications/publication.ts';

/**
 * Whether a publication appeared while a person was a member, in the year after that, or at another time. People who never
 * were members have no such time, so all of their works count.
 */
export function timeAsMember(person: Person, publication: Publication): 'during' | 'soon-after' | 'outside' {
	const spells = person.spells.filter(isMembership);
	if (spells.length === 0 || membershipsAt(person, publication).length > 0) return 'during';
	const { first, last } = datesOf(publication);
	return spells.some((spell) => sharedDays(spell, { first: first - year, last }) > 0) ? 'soon-after' : 'outside';
}

/** A year of 31-day months, as `datesOf` counts days. */
const year = 12 * 31;

/** Why a work of people who were not members does not count: 'Ada Lovelace was not a member in 1852'. */
export function absenceWords(names: readonly string[], publishedIn: number | null): string {
	const were = names.length > 1 ? 'were not members' : 'was not a member';
	return `${names.join(' and ')} ${were}${publishedIn === null ? ' at that time' : ` in ${publishedIn}`}`;
}
