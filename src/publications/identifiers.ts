/** Identifiers of a work, in their bare canonical forms; absent ones are null. */
export interface Identifiers {
	/** `10.1000/xyz`, case as written; compare in lower case. */
	readonly doi: string | null;
	/** `2206.03208`, `hep-th/9711200`, with the version when given (`2206.03208v2`). */
	readonly arxiv: string | null;
	/** primaryClass: `cs.LG`. */
	readonly arxivClass: string | null;
	readonly pmid: string | null;
	readonly pmcid: string | null;
	readonly hal: string | null;
	readonly ssrn: string | null;
	readonly openreview: string | null;
	readonly acl: string | null;
	/** ADS bibcode. */
	readonly ads: string | null;
	readonly dblp: string | null;
	readonly isbn: readonly string[];
	readonly issn: readonly string[];
}
