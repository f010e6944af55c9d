import { compareWords } from '../lists/compare-words.ts';
import { type Group, groupBy } from '../lists/group-by.ts';
import type { PublicationList } from '../lists/list.ts';
import { worksOf, yearsOf } from './counted-works.ts';
import { groupLabel, termLabel } from './labels.ts';
import type { Row, Table } from './statistic.ts';

/** The works of each venue, grouped by its kind, the most frequent venue first. */
export function worksPerVenue(list: PublicationList): Table {
	const { highlights } = list;
	const works = worksOf(list);
	const rows = groupBy('kind', works, highlights, { sort: [] }).flatMap((kind) =>
		groupBy('venue-name', kind.publications, highlights, { sort: [] })
			.sort(byFrequency)
			.map(
				(venue): Row => ({
					label: groupLabel('venue-name', venue),
					group: groupLabel('kind', kind),
					values: [venue.publications.length],
					years: yearsOf(venue.publications),
				}),
			),
	);
	return {
		form: 'table',
		isIndex: false,
		rowTerm: 'venue',
		groupTerm: 'kind',
		columns: [termLabel('publications')],
		rows,
		totals: [works.length],
	};
}

/** Works without a venue are last. */
function byFrequency(one: Group, other: Group): number {
	return (
		Number(one.title === null) - Number(other.title === null) ||
		other.publications.length - one.publications.length ||
		compareWords(one.title ?? '', other.title ?? '')
	);
}
