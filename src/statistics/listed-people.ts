import { compareWords } from '../lists/compare-words.ts';
import type { PublicationList } from '../lists/list.ts';
import { creatorsOf } from '../people/authorship.ts';
import { readName } from '../people/declared-names.ts';
import { presentRole } from '../people/membership.ts';
import type { Person } from '../people/person.ts';
import type { Publication } from '../publications/publication.ts';
import { fold } from '../text/fold.ts';
import { termLabel } from './labels.ts';
import type { Label } from './statistic.ts';

/** The declared people with a role, by their present role, then by family name. */
export function peopleInOrder({ highlights }: PublicationList): readonly Person[] {
	const people = highlights.matcher.people.filter(hasRole);
	const roles = ['member', ...people.map(roleAmongOthers).filter((role) => role !== 'alumni'), 'alumni'];
	const rank = (person: Person) => roles.indexOf(roleAmongOthers(person));
	return people.toSorted((one, other) => rank(one) - rank(other) || compareWords(sortName(one), sortName(other)));
}

/** The declared people among the creators of a work for whom the list counts it. */
export function creatorsIn(list: PublicationList, publication: Publication): readonly Person[] {
	const { matcher } = list.highlights;
	const creators = new Set(creatorsOf(publication));
	const people = matcher.matches(publication).flatMap(({ name, person }) => (creators.has(name) ? (person ?? []) : []));
	return [...new Set(people)].filter((person) => isCounted(list, person, publication));
}

/** True if the list counts a work for one of its contributors. */
export function isCounted({ highlights }: PublicationList, person: Person, publication: Publication): boolean {
	return highlights.counted.peopleIn(publication).includes(person);
}

/** False for people who are declared only for their address. */
export function hasRole({ spells }: Person): boolean {
	return spells.some(({ role }) => role !== 'none');
}

/** The heading of the people with the same present role, with the owners among the members. */
export function roleLabel(person: Person): Label {
	return termLabel(`role-${roleAmongOthers(person)}`);
}

function roleAmongOthers(person: Person): string {
	const role = presentRole(person);
	return role === 'owner' ? 'member' : role;
}

function sortName({ name }: Person): string {
	const { literal = name, nonDroppingParticle = '', family = '', given = '' } = readName(name) ?? {};
	return fold(literal ?? `${nonDroppingParticle} ${family} ${given}`);
}
