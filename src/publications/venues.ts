import type { RichText } from '../text/rich-text.ts';

/** What kind of place a work appeared in. The order is the default order of sections. */
export const venueKinds = [
	'journal',
	'conference',
	'workshop',
	'chapter',
	'book',
	'edited-volume',
	'thesis',
	'report',
	'preprint',
	'patent',
	'talk',
	'lecture',
	'poster',
	'software',
	'dataset',
	'award',
	'other',
] as const;

export type VenueKind = (typeof venueKinds)[number];

/** Where a work appeared. */
export interface Venue {
	readonly kind: VenueKind;
	/** Full name; null when the entry names none. */
	readonly name: RichText | null;
	/** Short name ('ICML', 'PRL') from the entry (`shortjournal`, `abbr`) or the venue table. */
	readonly short: string | null;
	/** From the venue table: a rank ('A*'), a CSS colour, an address. */
	readonly rank: string | null;
	readonly colour: string | null;
	readonly url: string | null;
}
