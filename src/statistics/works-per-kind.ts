import { groupBy } from '../lists/group-by.ts';
import type { PublicationList } from '../lists/list.ts';
import { worksOf, yearsOf } from './counted-works.ts';
import { groupLabel, termLabel } from './labels.ts';
import type { Table } from './statistic.ts';

/** The works of each kind. */
export function worksPerKind(list: PublicationList): Table {
	const works = worksOf(list);
	return {
		form: 'table',
		isIndex: false,
		rowTerm: 'kind',
		groupTerm: null,
		columns: [termLabel('publications')],
		rows: groupBy('kind', works, list.highlights, { sort: [] }).map((kind) => ({
			label: groupLabel('kind', kind),
			group: null,
			values: [kind.publications.length],
			years: yearsOf(kind.publications),
		})),
		totals: [works.length],
	};
}
