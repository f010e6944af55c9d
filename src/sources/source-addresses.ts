/** What a page of INSPIRE has of each work: without this choice it would be many megabytes. */
const inspireFields = [
	...['control_number', 'deleted', 'document_type', 'titles', 'author_count', 'corporate_author', 'collaborations'],
	...['authors.full_name', 'authors.ids', 'authors.inspire_roles', 'dois', 'arxiv_eprints', 'publication_info'],
	...['imprints', 'thesis_info', 'book_series', 'editions', 'isbns', 'report_numbers', 'texkeys', 'number_of_pages'],
	...['preprint_date', 'earliest_date', 'languages', 'urls'],
].join(',');

/** What a page of HAL has of each document; by default it is only a citation. */
const halFields = [
	...[
		'halId_s',
		'uri_s',
		'docType_s',
		'docSubType_s',
		'language_s',
		'title_s',
		'subTitle_s',
		'en_title_s',
		'fr_title_s',
	],
	...['de_title_s', 'es_title_s', 'it_title_s', 'pt_title_s', 'authFullName_s', 'authLastName_s', 'authQuality_s'],
	...['authORCIDIdExt_s', 'scientificEditor_s', 'producedDate_s', 'publicationDate_s', 'inPress_bool', 'proceedings_s'],
	...['journalTitle_s', 'bookTitle_s', 'source_s', 'conferenceTitle_s', 'conferenceStartDate_s', 'city_s', 'volume_s'],
	...['issue_s', 'number_s', 'page_s', 'serie_s', 'publisher_s', 'publicationLocation_s', 'authorityInstitution_s'],
	...['isbn_s', 'doiId_s', 'arxivId_s', 'pubmedId_s', 'pubmedcentralId_s'],
].join(',');

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
	inspire: `https://inspirehep.net/api/literature?q={}&sort=mostrecent&size=100&page=1&fields=${inspireFields}`,
	hal: `https://api.archives-ouvertes.fr/search/?q={}&rows=25&sort=docid%20asc&cursorMark=*&wt=json&fl=${halFields}`,
	'arxiv-author': 'https://arxiv.org/a/{}.atom2',
	openalex: 'https://api.openalex.org/works?filter=author.id:{}',
	'semantic-scholar': 'https://api.semanticscholar.org/graph/v1/author/{}/papers',
	// Citations and open access of a work.
	'openalex-work': 'https://api.openalex.org/works/doi:{}',
	'semantic-scholar-work':
		'https://api.semanticscholar.org/graph/v1/paper/{}?fields=citationCount,isOpenAccess,openAccessPdf',
	'inspire-work': 'https://inspirehep.net/api/literature?q={}&fields=citation_count&size=1',
	opencitations: 'https://api.opencitations.net/index/v2/citation-count/doi:{}',
	unpaywall: 'https://api.unpaywall.org/v2/{}',
} as const satisfies Readonly<Record<string, string>>;

/** The name of a source in `bibfolio.yaml` under `lookup`. */
export type SourceName = keyof typeof sourceAddresses;
