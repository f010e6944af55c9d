import type { Name } from '../publications/names/name.ts';
import type { Publication } from '../publications/publication.ts';
import { distinctAuthors } from './distinct-authors.ts';

/** An author with the number of their publications. */
export interface FrequentAuthor {
	/** The most frequent spelling, preferably with full given names. */
	readonly name: Name;
	readonly count: number;
}

/** The author with most publications, the first one in a tie; null without authors. */
export function mostFrequentAuthor(publications: readonly Publication[]): FrequentAuthor | null {
	return frequentAuthors(publications)[0] ?? null;
}

/**
 * The authors by number of publications; ties are in order of appearance. Organizations and names without given names
 * ('Anonymous') are skipped.
 */
export function frequentAuthors(publications: readonly Publication[]): FrequentAuthor[] {
	return distinctAuthors(publications, ({ contributors }) => contributors.author?.names.filter(hasGivenName) ?? [])
		.map(({ name, publications }) => ({ name, count: publications.size }))
		.sort((one, other) => other.count - one.count);
}

function hasGivenName({ literal, given, givenInitials }: Name): boolean {
	return literal === null && (given !== '' || givenInitials !== null);
}
