/** The addresses of sources, by their names in `bibfolio.yaml`; `{}` is replaced by the identifier. */
export const sourceAddresses = {
	// A work by its identifier.
	doi: 'https://doi.org/{}',
	crossref: 'https://api.crossref.org/works/{}',
	datacite: 'https://api.datacite.org/dois/{}',
	arxiv: 'https://export.arxiv.org/api/query?id_list={}&max_results=1',
	pubmed: 'https://api.ncbi.nlm.nih.gov/lit/ctxp/v1/pubmed/?format=csl&id={}',
	pmc: 'https://api.ncbi.nlm.nih.gov/lit/ctxp/v1/pmc/?format=csl&id={}',
	openlibrary: 'https://openlibrary.org/api/books?bibkeys=ISBN:{}&format=json&jscmd=data',
	googlebooks: 'https://www.googleapis.com/books/v1/volumes?q=isbn:{}',
	// The publication of a work that has no DOI, or of a preprint.
	'crossref-search': 'https://api.crossref.org/works?query.bibliographic={}&rows=5',
	biorxiv: 'https://api.biorxiv.org/details/{}/na/json',
	// The works of a person.
	orcid: 'https://pub.orcid.org/v3.0/{}/works',
	dblp: 'https://dblp.org/pid/{}.xml',
	inspire: 'https://inspirehep.net/api/literature?q={}',
	hal: 'https://api.archives-ouvertes.fr/search/?q={}',
	// Each author has an element. In `.atom2`, all authors of a work share one.
	'arxiv-author': 'https://arxiv.org/a/{}.atom',
	openalex: 'https://api.openalex.org/works?filter=author.id:{}',
	'semantic-scholar': 'https://api.semanticscholar.org/graph/v1/author/{}/papers',
	// Citations and open access of a work.
	'openalex-work': 'https://api.openalex.org/works/doi:{}?select=cited_by_count,open_access',
	'semantic-scholar-work': 'https://api.semanticscholar.org/graph/v1/paper/{}?fields=citationCount',
	'inspire-work': 'https://inspirehep.net/api/literature?q={}&fields=citation_count,dois,arxiv_eprints&size=1',
	opencitations: 'https://api.opencitations.net/index/v2/citation-count/doi:{}',
	unpaywall: 'https://api.unpaywall.org/v2/{}',
} as const satisfies Readonly<Record<string, string>>;

/** The name of a source in `bibfolio.yaml` under `lookup`. */
export type SourceName = keyof typeof sourceAddresses;
