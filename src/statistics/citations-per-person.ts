import { citationNumbers } from '../lists/citation-numbers.ts';
import type { PublicationList } from '../lists/list.ts';
import { worksOf, yearsOf } from './counted-works.ts';
import { personLabel, termLabel } from './labels.ts';
import { creatorsIn, peopleInOrder, roleLabel } from './listed-people.ts';
import type { Row, Table } from './statistic.ts';

/** The works of each declared person, as in the table of works per person, how often they were cited, and their h-index. */
export function citationsPerPerson(list: PublicationList): Table {
	const works = worksOf(list).map((work) => ({ work, creators: creatorsIn(list, work) }));
	const rows = peopleInOrder(list).flatMap((person): Row[] => {
		const personWorks = works.flatMap(({ work, creators }) => (creators.includes(person) ? work : []));
		if (personWorks.length === 0) return [];
		const { citations, hIndex } = citationNumbers(personWorks);
		const values = [personWorks.length, citations, hIndex];
		return [{ label: personLabel(person), group: roleLabel(person), values, years: yearsOf(personWorks) }];
	});
	return {
		form: 'table',
		isIndex: false,
		rowTerm: 'person',
		groupTerm: 'role',
		columns: ['publications', 'citations', 'h-index'].map(termLabel),
		rows,
		totals: null,
	};
}
