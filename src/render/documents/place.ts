/** Where an output will stand, and what stands beside it. Addresses of others are relative where the site has no address. */
export interface Place {
	/** Its own address; null while that is not known. */
	readonly url: string | null;
	/** The address of the site, by which its works are told from those of others. */
	readonly site: string | null;
	/** The page of the same list; its feed. */
	readonly page: string | null;
	/** The page from where the output stands, relative always: it holds in a preview, too. */
	readonly nearPage: string | null;
	readonly feed: string | null;
	/** The folder of its works' pages. */
	readonly works: string | null;
}

/** Nothing is known of it. */
export const nowhere: Place = { url: null, site: null, page: null, nearPage: null, feed: null, works: null };
