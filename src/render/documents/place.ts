/** The address of an output and of related outputs. The latter are relative where the site has no address. */
export interface Place {
	/** Its own address; null while that is not known. */
	readonly url: string | null;
	/** The address of the site, by which its works are told from those of others. */
	readonly site: string | null;
	/** The page of the same list; its feed. */
	readonly page: string | null;
	/** The page relative to the output, so that it also works in a preview. */
	readonly nearPage: string | null;
	readonly feed: string | null;
	/** The folder of its works' pages. */
	readonly works: string | null;
}

/** Nothing is known of it. */
export const nowhere: Place = { url: null, site: null, page: null, nearPage: null, feed: null, works: null };
