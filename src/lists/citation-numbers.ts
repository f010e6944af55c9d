import { isOpen } from '../publications/metrics/work-metrics.ts';
import type { Publication } from '../publications/publication.ts';
import { cacheByIdentity } from '../text/identity-cache.ts';
import type { Item, PublicationList } from './list.ts';
import { accessOf, citationsOf } from './shown-metrics.ts';

/** How often works were cited. */
export interface CitationNumbers {
	/** The number of works. */
	readonly works: number;
	/** The number of works that can be read for free. */
	readonly openAccess: number;
	/** The sum of their citations. */
	readonly citations: number;
	/** The largest number h of which h works have at least h citations each. */
	readonly hIndex: number;
	/** The number of works with at least ten citations. */
	readonly i10Index: number;
	/** The services that counted, for people, the one for most works first; empty if no citations are known. */
	readonly sources: readonly string[];
	/** The ISO date of the newest number; null if no citations are known. */
	readonly date: string | null;
}

/** The numbers of some works of a list. Works without metrics count as works only. */
export function citationNumbers(works: readonly Publication[]): CitationNumbers {
	const citations = works.flatMap((work) => citationsOf(work) ?? []);
	const counts = citations.map(({ count }) => count).sort((one, other) => other - one);
	const uses = new Map<string, number>();
	for (const { source } of citations) uses.set(source, (uses.get(source) ?? 0) + 1);
	return {
		works: works.length,
		openAccess: works.filter((work) => isOpen(accessOf(work))).length,
		citations: counts.reduce((sum, count) => sum + count, 0),
		hIndex: counts.filter((count, index) => count > index).length,
		i10Index: counts.filter((count) => count >= 10).length,
		sources: [...uses].sort(([, one], [, other]) => other - one).map(([source]) => source),
		date: citations.reduce<string | null>((newest, { date }) => (newest && newest >= date ? newest : date), null),
	};
}

/** The numbers of the works of a list or of a section with its subsections, each work once. */
export const numbersOf = cacheByIdentity((part: Pick<PublicationList, 'items' | 'sections'>): CitationNumbers => {
	const items = (inner: typeof part): readonly Item[] => [...inner.items, ...inner.sections.flatMap(items)];
	return citationNumbers([...new Set(items(part).map(({ publication }) => publication))]);
});
