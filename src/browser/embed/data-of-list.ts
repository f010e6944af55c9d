/** What the build gives the script: see `render/embed.ts`. */
export interface Embedded {
	/** What addresses in the lists are relative to, from the script. */
	readonly base: string;
	readonly css: string;
	readonly lists: readonly EmbeddedList[];
}

export interface EmbeddedList {
	readonly id: string;
	/** A fragment: one `<section class="bibfolio">`. */
	readonly html: string;
	readonly years: Years;
}

/** The first and last year of works by the ids of their items. */
export type Years = Readonly<Record<string, readonly [first: number, last: number]>>;
