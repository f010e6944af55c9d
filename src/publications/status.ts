/** How far a work has come (BibLaTeX `pubstate`), in the order a list shows them: nearest to the desk first. */
export const statuses = ['in-preparation', 'submitted', 'under-review', 'accepted', 'in-press', 'published'] as const;

export type StatusKind = (typeof statuses)[number];

/** A work's state, and words of the entry for it where those say more ('granted', 'in Press, Journal Pre-proof'). */
export interface Status {
	readonly kind: StatusKind;
	readonly words: string | null;
	/** Where it was found: the field name, or null when published was assumed. */
	readonly field: string | null;
}
