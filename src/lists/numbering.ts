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
 * that a new item on top does not change the other numbers. With the prefix `auto`, each venue kind has its own count.
 */
export function numberRuns(runs: readonly Run[]): (Item['number'] | null)[][] {
	const totals = new Tally();
	for (const run of runs) {
		if (run.spec.order !== 'none')
			for (const publication of run.publications) totals.add(run.counter, prefixOf(run, publication));
	}
	const counts = new Tally();
	return runs.map((run) =>
		run.publications.map((publication) => {
			if (run.spec.order === 'none') return null;
			const prefix = prefixOf(run, publication);
			const index = counts.add(run.counter, prefix);
			const offset = run.spec.order === 'up' ? index : totals.of(run.counter, prefix) - 1 - index;
			const value = run.spec.start + offset;
			return { value, label: `${prefix.letters}${value}` };
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

class Tally {
	readonly #counts = new Map<object, Map<string, number>>();

	/** Adds one, and returns the previous count. */
	add(counter: object, { count }: Prefix): number {
		const counts = this.#counts.get(counter) ?? new Map<string, number>();
		this.#counts.set(counter, counts);
		const previous = counts.get(count) ?? 0;
		counts.set(count, previous + 1);
		return previous;
	}

	of(counter: object, { count }: Prefix): number {
		return this.#counts.get(counter)?.get(count) ?? 0;
	}
}
