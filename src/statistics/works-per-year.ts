import { groupBy } from '../lists/group-by.ts';
import type { PublicationList } from '../lists/list.ts';
import { venueKinds } from '../publications/venues/venues.ts';
import type { Table } from './statistic.ts';

/** The works of each year, and how many are of each kind. */
export function worksPerYear({ items, highlights }: PublicationList): Table {
	const publications = items.map(({ publication }) => publication);
	const kinds = venueKinds.filter((kind) => publications.some(({ venue }) => venue.kind === kind));
	const years = groupBy('year', publications, highlights, { sort: [] });
	const counts = (works: typeof publications) => [
		works.length,
		...kinds.map((kind) => works.filter(({ venue }) => venue.kind === kind).length),
	];
	const columns = ['works', ...kinds].map((term) => ({ title: null, term, part: null }));
	const rows = years.map(({ title, term, publications: works }) => {
		const part = title === null ? null : { key: 'year', value: title };
		return { label: { title, term, part }, values: counts([...works]) };
	});
	return { form: 'table', rowTerm: 'year', columns, rows, totals: counts(publications) };
}
