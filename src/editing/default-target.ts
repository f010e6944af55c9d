import { inFile } from '../diagnostics/source.ts';
import type { Library } from '../library/entry.ts';
import type { Publication } from '../publications/publication.ts';

/**
 * The default file for new entries: the one with most publications of the same kind of venue, then the one with most
 * entries, then the first. Null for a library without files.
 */
export function defaultTarget(
	library: Library,
	publications: readonly Publication[],
	incoming: readonly Publication[],
): string | null {
	const kinds = new Set(incoming.map(({ venue }) => venue.kind));
	const counts = new Map(library.sources.map(({ path }) => [path, { sameKind: 0, all: 0 }]));
	for (const work of publications) {
		const count = counts.get(inFile(work.entry.span).source.path);
		if (!count) continue;
		count.all++;
		if (kinds.has(work.venue.kind)) count.sameKind++;
	}
	const [best] = [...counts].sort(
		([, first], [, second]) => second.sameKind - first.sameKind || second.all - first.all,
	);
	return best?.[0] ?? null;
}
