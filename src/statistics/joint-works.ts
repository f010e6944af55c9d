import type { PublicationList } from '../lists/list.ts';
import { worksOf, yearsOf } from './counted-works.ts';
import { personLabel, termLabel } from './labels.ts';
import { creatorsIn, peopleInOrder } from './listed-people.ts';
import type { Row, Table } from './statistic.ts';

/** The joint works of each two declared people. A pair is in the group of each of the two. */
export function jointWorks(list: PublicationList): Table {
	const people = peopleInOrder(list);
	const works = worksOf(list).map((work) => ({ work, creators: new Set(creatorsIn(list, work)) }));
	const rows = people.flatMap((person) => {
		const personWorks = works.filter(({ creators }) => creators.has(person));
		return people
			.flatMap((other): Row[] => {
				const joint = personWorks.filter(({ creators }) => other !== person && creators.has(other));
				if (joint.length === 0) return [];
				return [
					{
						label: personLabel(other),
						group: personLabel(person),
						values: [joint.length],
						years: yearsOf(joint.map(({ work }) => work)),
					},
				];
			})
			.sort((one, other) => (other.values[0] ?? 0) - (one.values[0] ?? 0));
	});
	return {
		form: 'table',
		isIndex: false,
		rowTerm: 'co-author',
		groupTerm: 'person',
		columns: [termLabel('publications')],
		rows,
		totals: null,
	};
}
