import type { Publication } from '../../publications/publication.ts';
import type { Folder } from './folder.ts';

/** How the sections of a list are made, as `group-by`. */
export const groupings = ['venue', 'year'] as const;
export type Grouping = (typeof groupings)[number];

/** Works from which on one kind is enough for sections by year. */
const manyWorks = 10;

/** The grouping of the site's own list (jekyll-scholar); else by year if nearly all works are of one kind. */
export function likelyGrouping(works: readonly Publication[], { files, text }: Folder): Grouping {
	const configuration = files.find((file) => /^_config\.ya?ml$/.test(file));
	const chosen = configuration === undefined ? undefined : /^\s+group_by:\s*(\w+)/m.exec(text(configuration))?.[1];
	if (chosen !== undefined) return chosen === 'year' ? 'year' : 'venue';
	const counts = new Map<string, number>();
	for (const { venue } of works) counts.set(venue.kind, (counts.get(venue.kind) ?? 0) + 1);
	return works.length >= manyWorks && Math.max(...counts.values()) >= 0.9 * works.length ? 'year' : 'venue';
}
