/** By what a work is recognized: plain data that a file can contain. Two works are the same if they share an identifier. */
export interface WorkIdentity {
	/** In lower case; the DOI of an arXiv preprint is an arXiv id. */
	readonly doi: readonly string[];
	/** Without versions. */
	readonly arxiv: readonly string[];
	readonly pmid: readonly string[];
	/** The records in profiles: 'orcid:1234567', 'dblp:conf/x/Lovelace43'. */
	readonly records: readonly string[];
	/** Plain text; empty if unknown. */
	readonly title: string;
	/** Null if unknown. */
	readonly year: number | null;
}
