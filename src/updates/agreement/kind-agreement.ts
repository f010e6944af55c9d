import type { Publication } from '../../publications/publication.ts';
import type { VenueKind } from '../../publications/venues/venues.ts';

/** Kinds of venues between which registries and libraries differ: Springer registers conference papers as chapters. */
const kindGroups: readonly (readonly VenueKind[])[] = [
	['conference', 'workshop', 'chapter'],
	['book', 'edited-volume'],
];

/** True if two works are of one kind; a chapter and its book are not. */
export function areOfOneKind(one: Publication, other: Publication): boolean {
	const [first, second] = [one.venue.kind, other.venue.kind];
	return first === second || kindGroups.some((group) => group.includes(first) && group.includes(second));
}
