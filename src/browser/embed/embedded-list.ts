/** The data of the script, which `render/documents/embed-document.ts` writes. */
export interface EmbeddedLists {
	/** The base of URLs in the lists, relative to the script. */
	readonly base: string;
	readonly css: string;
	readonly lists: readonly EmbeddedList[];
}

export interface EmbeddedList {
	readonly id: string;
	/** An HTML fragment: a `<section class="bibfolio">`. */
	readonly html: string;
	readonly years: Years;
}

/** The first and last year of each work, by the id of its item. */
export type Years = Readonly<Record<string, readonly [first: number, last: number]>>;
