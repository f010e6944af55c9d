import type { PublicationList } from '../lists/list.ts';
import { publicationYear } from '../lists/publication-date.ts';
import type { Publication } from '../publications/publication.ts';
import type { YearSpan } from './statistic.ts';

/** The works of a list, each once, even if it is in several sections. */
export function worksOf({ items }: PublicationList): readonly Publication[] {
	return [...new Set(items.map(({ publication }) => publication))];
}

/** The first and the last year of works; null if all are undated. */
export function yearsOf(works: Iterable<Publication>): YearSpan | null {
	const years = Array.from(works, publicationYear).filter((year) => year !== null);
	if (years.length === 0) return null;
	return years.reduce(({ first, last }, year) => ({ first: Math.min(first, year), last: Math.max(last, year) }), {
		first: Infinity,
		last: -Infinity,
	});
}
