import type { Publication } from '../publications/publication.ts';
import type { VenueKind } from '../publications/venues/venues.ts';
import type { Item, NumberSpec } from './list.ts';

/** The letters that the prefix `auto` puts before numbers: J3 is the third journal article. */
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

/** A run of works in the order shown, with how they are counted. */
export interface Run {
	readonly publications: readonly Publication[];
	readonly spec: NumberSpec;
	/** Runs with one counter are counted together: that of their section, or that of the list. */
	readonly counter: object;
}

/**
 * Numbers the runs of a list, in the order shown. Counting down gives the last work of a counter its `start`, so a
 * work added on top leaves the other numbers alone. With the prefix `auto` every venue kind has its own count.
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
			const before = counts.add(run.counter, prefix);
			const place = run.spec.order === 'up' ? before : totals.of(run.counter, prefix) - 1 - before;
			const value = run.spec.start + place;
			return { value, label: `${prefix.letters}${value}` };
		}),
	);
}

interface Prefix {
	readonly letters: string;
	/** What is counted: with `auto` each kind for itself, else everything together. */
	readonly count: string;
}

function prefixOf({ spec }: Run, { venue }: Publication): Prefix {
	if (spec.prefix !== 'auto') return { letters: spec.prefix, count: '' };
	const letters = venueLetters[venue.kind];
	return { letters, count: letters };
}

class Tally {
	readonly #counts = new Map<object, Map<string, number>>();

	/** Counts one more, and gives how many there were before. */
	add(counter: object, { count }: Prefix): number {
		const counts = this.#counts.get(counter) ?? new Map<string, number>();
		this.#counts.set(counter, counts);
		const before = counts.get(count) ?? 0;
		counts.set(count, before + 1);
		return before;
	}

	of(counter: object, { count }: Prefix): number {
		return this.#counts.get(counter)?.get(count) ?? 0;
	}
}
