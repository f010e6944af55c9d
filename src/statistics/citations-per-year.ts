import { citationNumbers } from '../lists/citation-numbers.ts';
import { groupBy } from '../lists/group-by.ts';
import type { PublicationList } from '../lists/list.ts';
import type { Publication } from '../publications/publication.ts';
import { worksOf } from './counted-works.ts';
import { groupLabel, termLabel } from './labels.ts';
import type { Table } from './statistic.ts';

/** The works of each year, and how often they were cited up to now. */
export function citationsPerYear(list: PublicationList): Table {
	const works = worksOf(list);
	const counts = (works: readonly Publication[]) => [works.length, citationNumbers(works).citations];
	return {
		form: 'table',
		isIndex: false,
		rowTerm: 'year',
		groupTerm: null,
		columns: ['publications', 'citations'].map(termLabel),
		rows: groupBy('year', works, list.highlights, { sort: list.spec.sort }).map((year) => ({
			...{ label: groupLabel('year', year), group: null, years: null },
			values: counts(year.publications),
		})),
		totals: counts(works),
	};
}
