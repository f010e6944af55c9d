import { groupBy } from '../lists/group-by.ts';
import type { PublicationList } from '../lists/list.ts';
import type { Publication } from '../publications/publication.ts';
import { venueKinds } from '../publications/venues/venues.ts';
import { worksOf } from './counted-works.ts';
import { groupLabel, termLabel } from './labels.ts';
import type { Table } from './statistic.ts';

/** The works of each year, and how many are of each kind if there are several. */
export function worksPerYear(list: PublicationList): Table {
	const works = worksOf(list);
	const kinds = venueKinds.filter((kind) => works.some(({ venue }) => venue.kind === kind));
	const shownKinds = kinds.length > 1 ? kinds : [];
	const counts = (works: readonly Publication[]) => [
		works.length,
		...shownKinds.map((kind) => works.filter(({ venue }) => venue.kind === kind).length),
	];
	const years = groupBy('year', works, list.highlights, { sort: list.spec.sort });
	return {
		form: 'table',
		isIndex: false,
		rowTerm: 'year',
		groupTerm: null,
		columns: ['all', ...shownKinds].map(termLabel),
		rows: years.map((year) => ({
			...{ label: groupLabel('year', year), group: null, years: null },
			values: counts(year.publications),
		})),
		totals: counts(works),
	};
}
