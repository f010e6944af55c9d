import { plainText } from '../../latex/plain-text.ts';
import type { RichText } from '../../latex/rich-text.ts';
import type { Publication } from '../../publications/publication.ts';
import { fold, lettersOf } from '../../text/fold.ts';

/** A volume or another locator that two works have, with different values. */
export interface Conflict {
	readonly field: string;
	readonly here: string;
	readonly there: string;
}

/** The first contradiction between the places of two works: their volumes, issues, or pages and article numbers. Null if there is none. */
export function placeConflict(here: Publication, there: Publication): Conflict | null {
	for (const [field, valuesOf] of locators) {
		const [one, other] = [valuesOf(here), valuesOf(there)];
		if (one[0] && other[0] && !haveCommon(one, other)) return { field, here: one[0], there: other[0] };
	}
	return null;
}

/** The number of places that two works share: volume, issue, first page or article number. */
export function sharedPlaces(one: Publication, other: Publication): number {
	return locators.filter(([, valuesOf]) => haveCommon(valuesOf(one), valuesOf(other))).length;
}

/** True if two works begin on the same page of a volume, or have the same article number. */
export function haveSamePage(one: Publication, other: Publication): boolean {
	const [volume, otherVolume] = [one, other].map((work) => normalized(words(work.volume)[0] ?? ''));
	return haveCommon(firstPages(one), firstPages(other)) && volume === otherVolume;
}

/** Registries and libraries write article numbers to the field for pages, too. */
function firstPages({ pages, eid }: Publication): readonly string[] {
	return [...(pages ? [pages.split(/[–,]/, 1)[0] ?? ''] : []), ...words(eid)];
}

const locators: readonly (readonly [field: string, values: (work: Publication) => readonly string[]])[] = [
	['volume', ({ volume }) => words(volume)],
	['number', ({ issue }) => words(issue)],
	['pages', firstPages],
];

function haveCommon(one: readonly string[], other: readonly string[]): boolean {
	return one.some((value) => other.some((candidate) => normalized(value) === normalized(candidate)));
}

function words(text: RichText | null): readonly string[] {
	return text ? [plainText(text)] : [];
}

/** 'e0173707' and 'E0173707', '03' and '3', '1–2' and '1-2' are the same. */
function normalized(value: string): string {
	return lettersOf(fold(value)).replace(/^0+(?=.)/, '');
}
