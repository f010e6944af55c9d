import type { Publication } from '../publications/publication.ts';
import type { VenueKind } from '../publications/venues/venues.ts';
import type { Item, NumberSpec } from './list.ts';

/** The letters of the prefix `auto`: J3 is the third journal article. */
export const venueLetters: Readonly<Record<VenueKind, string>> = {
	journal: 'J',
	conference: 'C',
	workshop: 'W',
	chapter: 'BC',
	book: 'B',
	'edited-volume': 'E',
	thesis: 'T',
	report: 'R',
	preprint: 'P',
	patent: 'PA',
	talk: 'TA',
	lecture: 'L',
	poster: 'PO',
	software: 'S',
	dataset: 'D',
	award: 'A',
	other: 'O',
};

/** Consecutive publications with the same numbering, in display order. */
export interface Run {
	readonly publications: readonly Publication[];
	readonly spec: NumberSpec;
	/** Runs with the same counter object are numbered together: that of their section, or that of the list. */
	readonly counter: object;
}

/**
 * Numbers the runs of a list in display order. When counting down, the last item of a counter has the number `start`, so
 * that a new item on top does not change the other numbers. With the prefix `auto`, each venue kind has its own count. A
 * publication that is repeated has the same number everywhere in its counter, so that the numbers have no gaps.
 */
export function numberRuns(runs: readonly Run[]): (Item['number'] | null)[][] {
	const tally = new Tally();
	for (const run of runs) {
		if (run.spec.order !== 'none') for (const publication of run.publications) tally.add(run, publication);
	}
	return runs.map((run) =>
		run.publications.map((publication) => {
			if (run.spec.order === 'none') return null;
			const { index, total } = tally.of(run, publication);
			const offset = run.spec.order === 'up' ? index : total - 1 - index;
			const value = run.spec.start + offset;
			return { value, label: `${prefixOf(run, publication).letters}${value}` };
		}),
	);
}

interface Prefix {
	readonly letters: string;
	/** Name of the count: the letters with `auto`, else empty. */
	readonly count: string;
}

function prefixOf({ spec }: Run, { venue }: Publication): Prefix {
	if (spec.prefix !== 'auto') return { letters: spec.prefix, count: '' };
	const letters = venueLetters[venue.kind];
	return { letters, count: letters };
}

/** Counts the distinct publications of each counter and prefix. */
class Tally {
	readonly #positions = new Map<object, Map<string, Map<Publication, number>>>();

	add(run: Run, publication: Publication): void {
		const positions = this.#positionsOf(run, publication);
		if (!positions.has(publication)) positions.set(publication, positions.size);
	}

	/** The zero-based position of a publication in its count, and the number of publications in it. */
	of(run: Run, publication: Publication): { readonly index: number; readonly total: number } {
		const positions = this.#positionsOf(run, publication);
		return { index: positions.get(publication) ?? 0, total: positions.size };
	}

	#positionsOf(run: Run, publication: Publication): Map<Publication, number> {
		const { count } = prefixOf(run, publication);
		const counts = this.#positions.get(run.counter) ?? new Map<string, Map<Publication, number>>();
		this.#positions.set(run.counter, counts);
		const positions = counts.get(count) ?? new Map<Publication, number>();
		counts.set(count, positions);
		return positions;
	}
}
