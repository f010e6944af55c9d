import type { PublicationList } from '../lists/list.ts';
import { authorsAt } from '../people/authorship.ts';
import type { Person } from '../people/person.ts';
import type { Publication } from '../publications/publication.ts';
import { worksOf, yearsOf } from './counted-works.ts';
import { personLabel, termLabel } from './labels.ts';
import { creatorsIn, peopleInOrder, roleLabel } from './listed-people.ts';
import type { Row, Table } from './statistic.ts';

/**
 * The works of each declared person as author, inventor, director, or editor of a whole work; and how many of them as first,
 * and as last author. The only author of a work is the first, and so is the last of several who share the first position.
 */
export function worksPerPerson(list: PublicationList): Table {
	const { matcher, marksOf } = list.highlights;
	const works = worksOf(list).map((work) => ({ work, creators: creatorsIn(list, work) }));
	const isAt = (position: 'first' | 'last', person: Person, work: Publication) => {
		const names = authorsAt(position, work, marksOf(work));
		return matcher.matches(work).some((match) => match.person === person && names.includes(match.name));
	};
	const rows = peopleInOrder(list).flatMap((person): Row[] => {
		const personWorks = works.flatMap(({ work, creators }) => (creators.includes(person) ? work : []));
		if (personWorks.length === 0) return [];
		const first = personWorks.filter((work) => isAt('first', person, work));
		const last = personWorks.filter((work) => isAt('last', person, work) && !first.includes(work));
		return [
			{
				label: personLabel(person),
				group: roleLabel(person),
				values: [personWorks.length, first.length, last.length],
				years: yearsOf(personWorks),
			},
		];
	});
	return {
		form: 'table',
		isIndex: false,
		rowTerm: 'person',
		groupTerm: 'role',
		columns: ['publications', 'first-author', 'last-author'].map(termLabel),
		rows,
		totals: null,
	};
}
