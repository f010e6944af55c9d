import type { PublicationList } from '../lists/list.ts';
import type { Person } from '../people/person.ts';
import type { Publication } from '../publications/publication.ts';
import { worksOf, yearsOf } from './counted-works.ts';
import { personLabel, termLabel } from './labels.ts';
import { creatorsIn, peopleInOrder, roleLabel } from './listed-people.ts';
import type { Row, Table } from './statistic.ts';

/**
 * A table of the declared people who have works: the number of their works, and further values.
 *
 * @param terms the headings of the further columns
 * @param valuesOf these values, from the works of a person
 */
export function personTable(
	list: PublicationList,
	terms: readonly string[],
	valuesOf: (works: readonly Publication[], person: Person) => readonly number[],
): Table {
	const works = worksOf(list).map((work) => ({ work, creators: creatorsIn(list, work) }));
	const rows = peopleInOrder(list).flatMap((person): Row[] => {
		const personWorks = works.flatMap(({ work, creators }) => (creators.includes(person) ? work : []));
		if (personWorks.length === 0) return [];
		const values = [personWorks.length, ...valuesOf(personWorks, person)];
		return [{ label: personLabel(person), group: roleLabel(person), values, years: yearsOf(personWorks) }];
	});
	return {
		form: 'table',
		isIndex: false,
		rowTerm: 'person',
		groupTerm: 'role',
		columns: ['publications', ...terms].map(termLabel),
		rows,
		totals: null,
	};
}
