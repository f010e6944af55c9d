/** The addresses of sources, by their names in `bibfolio.yaml`; `{}` is replaced by the identifier. */
export const sourceAddresses = {
	doi: 'https://doi.org/{}',
	crossref: 'https://api.crossref.org/works/{}',
	datacite: 'https://api.datacite.org/dois/{}',
	arxiv: 'https://export.arxiv.org/api/query?id_list={}&max_results=1',
	pubmed: 'https://api.ncbi.nlm.nih.gov/lit/ctxp/v1/pubmed/?format=csl&id={}',
	pmc: 'https://api.ncbi.nlm.nih.gov/lit/ctxp/v1/pmc/?format=csl&id={}',
	openlibrary: 'https://openlibrary.org/api/books?bibkeys=ISBN:{}&format=json&jscmd=data',
	googlebooks: 'https://www.googleapis.com/books/v1/volumes?q=isbn:{}',
} as const satisfies Readonly<Record<string, string>>;
