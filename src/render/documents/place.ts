/** The addresses of an output and of related outputs. The latter are relative if the address of the site is unknown. */
export interface Place {
	/** The address of the output; null if unknown. */
	readonly url: string | null;
	/** The address of the site, from which ids in feeds are made. */
	readonly site: string | null;
	/** The page of the same list. */
	readonly page: string | null;
	/** The page relative to the output, so that it also works in a preview. */
	readonly nearPage: string | null;
	/** The feed of the same list. */
	readonly feed: string | null;
	/** The folder with the pages of its works. */
	readonly works: string | null;
	/** The output itself, if it is a folder, relative to `nearPage`, else to the folder above; null if unknown. */
	readonly nearFolder: string | null;
}

/** All addresses are unknown. */
export const unknownPlace: Place = {
	url: null,
	site: null,
	page: null,
	nearPage: null,
	feed: null,
	works: null,
	nearFolder: null,
};
