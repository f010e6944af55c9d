import { citationNumbers } from '../lists/citation-numbers.ts';
import type { PublicationList } from '../lists/list.ts';
import { personTable } from './person-table.ts';
import type { Table } from './statistic.ts';

/** The works of each declared person, as in the table of works per person, how often they were cited, and their h-index. */
export function citationsPerPerson(list: PublicationList): Table {
	return personTable(list, ['citations', 'h-index'], (works) => {
		const { citations, hIndex } = citationNumbers(works);
		return [citations, hIndex];
	});
}
