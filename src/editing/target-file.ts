import { inFile } from '../diagnostics/source.ts';
import type { Library } from '../library/entry.ts';
import type { Publication } from '../publications/publication.ts';

/**
 * The file of a library that works go to when nobody says which: the one that holds most works of the same kind of
 * venue, then the one with most entries, then the first. Null for a library without files.
 */
export function usualTarget(
	library: Library,
	publications: readonly Publication[],
	incoming: readonly Publication[],
): string | null {
	const kinds = new Set(incoming.map(({ venue }) => venue.kind));
	const counts = new Map(library.sources.map(({ path }) => [path, { alike: 0, all: 0 }]));
	for (const work of publications) {
		const count = counts.get(inFile(work.entry.span).source.path);
		if (!count) continue;
		count.all++;
		if (kinds.has(work.venue.kind)) count.alike++;
	}
	const [best] = [...counts].sort(([, one], [, other]) => other.alike - one.alike || other.all - one.all);
	return best?.[0] ?? null;
}
