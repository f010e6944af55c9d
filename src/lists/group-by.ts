import type { Highlights } from '../people/highlight.ts';
import type { Publication } from '../publications/publication.ts';
import { compareWords } from './compare-words.ts';
import { type Heading, headingsFor } from './headings.ts';
import type { GroupKey, SortKey } from './list.ts';

/** Publications with one heading. */
export interface Group extends Heading {
	readonly publications: readonly Publication[];
}

/**
 * Groups publications by a key, each in the first of its groups, such as that of its first keyword or first declared
 * person, or in all of them. Venue kinds and statuses appear in the order of their tables, years and decades newest first
 * unless the list is sorted oldest first, keywords alphabetically, people as declared, and values of a field in the order of
 * first appearance. Forthcoming works are before all years, and works without the key last, as 'none' or 'undated'.
 *
 * @param repeat true if a publication is in all of its groups
 */
export function groupBy(
	key: GroupKey,
	publications: readonly Publication[],
	highlights: Highlights,
	{ sort, repeat = false }: { readonly sort: readonly SortKey[]; readonly repeat?: boolean },
): Group[] {
	const headingsOf = headingsFor(key, highlights, sort);
	const groups = new Map<string, Heading & { publications: Publication[] }>();
	for (const publication of publications) {
		const headings = headingsOf(publication);
		for (const heading of repeat ? headings : headings.slice(0, 1)) {
			const id = idOf(heading);
			const group = groups.get(id);
			if (!group) groups.set(id, { ...heading, publications: [publication] });
			else if (group.publications.at(-1) !== publication) group.publications.push(publication);
		}
	}
	return [...groups.values()].sort((one, other) => byRank(one.rank, other.rank));
}

/** Equal for headings of the same group. */
export function idOf({ person, term, title }: Heading): string {
	return `${person ?? ''}|${term ?? ''}|${title?.toLowerCase() ?? ''}`;
}

function byRank(one: number | string, other: number | string): number {
	if (typeof one === 'string' && typeof other === 'string') return compareWords(one, other);
	if (typeof one === 'string') return -1;
	if (typeof other === 'string') return 1;
	return one === other ? 0 : one - other;
}
