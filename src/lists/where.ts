/**
 * Which works: every condition given must hold (and); several values of one condition are alternatives (or).
 * Values match without regard to case; `*` stands for any run of characters.
 */
export interface Selector {
	/** CSL type or BibLaTeX entry type. */
	readonly type?: readonly string[];
	/** Venue kind, or the venue's short or full name. */
	readonly venue?: readonly string[];
	/** Inclusive years; null is open. */
	readonly year?: readonly { readonly from: number | null; readonly to: number | null }[];
	readonly keyword?: readonly string[];
	/** Person ids, names or aliases. */
	readonly person?: readonly string[];
	/** Roles of a marked author: `role: [student]`. */
	readonly role?: readonly string[];
	readonly status?: readonly string[];
	readonly key?: readonly string[];
	/** Field name to patterns; `*` means present. */
	readonly field?: Readonly<Record<string, readonly string[]>>;
	readonly selected?: boolean;
	/** An owner is among the authors or editors. */
	readonly mine?: boolean;
	/** The owner is the first, or last, author. */
	readonly position?: readonly ('first' | 'last')[];
	readonly and?: readonly Selector[];
	readonly or?: readonly Selector[];
	readonly not?: Selector;
}
