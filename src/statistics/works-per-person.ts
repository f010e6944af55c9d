import type { PublicationList } from '../lists/list.ts';
import { authorsAt } from '../people/authorship.ts';
import type { Person } from '../people/person.ts';
import type { Publication } from '../publications/publication.ts';
import { personTable } from './person-table.ts';
import type { Table } from './statistic.ts';

/**
 * The works of each declared person as author, inventor, director, or editor of a whole work; and how many of them as first,
 * and as last author. The only author of a work is the first, and so is the last of several who share the first position.
 */
export function worksPerPerson(list: PublicationList): Table {
	const { matcher, marksOf } = list.highlights;
	const isAt = (position: 'first' | 'last', person: Person, work: Publication) => {
		const names = authorsAt(position, work, marksOf(work));
		return matcher.matches(work).some((match) => match.person === person && names.includes(match.name));
	};
	return personTable(list, ['first-author', 'last-author'], (works, person) => {
		const first = works.filter((work) => isAt('first', person, work));
		const last = works.filter((work) => isAt('last', person, work) && !first.includes(work));
		return [first.length, last.length];
	});
}
