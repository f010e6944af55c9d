import { linearRegex } from '../../text/linear-regex.ts';
import type { VenueKind } from './venue-kinds.ts';

/** Years, both inclusive; null is open. */
export interface YearRange {
	readonly from: number | null;
	readonly to: number | null;
}

/** A row of the venue table: patterns of venue names, and data about the venue. */
export interface VenueRow {
	/** Case-insensitive. `*` matches any characters; `/…/` is a regular expression. */
	readonly match: readonly string[];
	/** Numbers of the venue, with or without hyphens. */
	readonly issn: readonly string[];
	/** The years of the works that the row is about; null for any. */
	readonly years: YearRange | null;
	readonly kind: VenueKind | null;
	readonly name: string | null;
	readonly short: string | null;
	readonly rank: string | null;
	readonly quartile: string | null;
	readonly colour: string | null;
	readonly url: string | null;
}

/** Whether a row is about works of a year. A work without a year is a coming one, which belongs to a range without an end. */
export function appliesTo({ years }: VenueRow, year: number | null): boolean {
	if (years === null) return true;
	if (year === null) return years.to === null;
	return year >= (years.from ?? Number.NEGATIVE_INFINITY) && year <= (years.to ?? Number.POSITIVE_INFINITY);
}

/** True if the name of a venue matches a pattern of a row. */
export function matchesVenue(pattern: string, name: string): boolean {
	const regex = expressionIn(pattern);
	if (regex === null) return matchesGlob(pattern.toLowerCase(), name.toLowerCase());
	return 'test' in regex && regex.test(name);
}

/** What is wrong with a pattern of a venue row; null if nothing is. */
export function patternError(pattern: string): string | null {
	const regex = expressionIn(pattern);
	return regex && 'error' in regex ? regex.error : null;
}

/** The regular expression between slashes; null for a pattern with `*`. */
function expressionIn(pattern: string): ReturnType<typeof linearRegex> | null {
	const text = /^\/(.+)\/$/.exec(pattern)?.[1];
	return text === undefined ? null : linearRegex(text);
}

/** Matches a whole name with `*` for any characters, part by part from left to right, in linear time. */
function matchesGlob(pattern: string, name: string): boolean {
	const parts = pattern.split('*');
	const [head = '', ...rest] = parts;
	if (rest.length === 0) return name === head;
	const tail = rest.pop() ?? '';
	if (!name.startsWith(head) || !name.endsWith(tail)) return false;
	let at = head.length;
	for (const part of rest) {
		const match = name.indexOf(part, at);
		if (match < 0) return false;
		at = match + part.length;
	}
	return at <= name.length - tail.length;
}
