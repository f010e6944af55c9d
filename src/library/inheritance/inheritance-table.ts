/** One row: fields that an entry of a target type inherits from a parent of a source type under other names. */
export interface InheritanceRow {
	readonly sources: readonly string[];
	readonly targets: readonly string[];
	/** Parent field to the child's fields. */
	readonly fields: Readonly<Record<string, readonly string[]>>;
}

const mainTitle = { title: ['maintitle'], subtitle: ['mainsubtitle'], titleaddon: ['maintitleaddon'] };
const bookTitle = { title: ['booktitle'], subtitle: ['booksubtitle'], titleaddon: ['booktitleaddon'] };

/** BibLaTeX manual, appendix B, with `conference` as an alias of `inproceedings`. All matching rows apply. */
export const inheritanceTable: readonly InheritanceRow[] = [
	{
		sources: ['mvbook', 'book'],
		targets: ['inbook', 'bookinbook', 'suppbook'],
		fields: { author: ['author', 'bookauthor'] },
	},
	{ sources: ['mvbook'], targets: ['book', 'inbook', 'bookinbook', 'suppbook'], fields: mainTitle },
	{ sources: ['mvcollection'], targets: ['collection', 'incollection', 'suppcollection'], fields: mainTitle },
	{ sources: ['mvproceedings'], targets: ['proceedings', 'inproceedings', 'conference'], fields: mainTitle },
	{ sources: ['mvreference'], targets: ['reference', 'inreference'], fields: mainTitle },
	{ sources: ['book'], targets: ['inbook', 'bookinbook', 'suppbook'], fields: bookTitle },
	{ sources: ['collection'], targets: ['incollection', 'suppcollection'], fields: bookTitle },
	{ sources: ['reference'], targets: ['inreference'], fields: bookTitle },
	{ sources: ['proceedings'], targets: ['inproceedings', 'conference'], fields: bookTitle },
	{
		sources: ['periodical'],
		targets: ['article', 'suppperiodical'],
		fields: { title: ['journaltitle'], subtitle: ['journalsubtitle'] },
	},
];

/**
 * The fallback for a part of a book whose parent is a book of another kind, as in classic BibTeX (`@incollection` in a
 * `@book`): the parent's title is still the book title.
 */
export const anyBook: InheritanceRow = {
	sources: ['book', 'collection', 'proceedings', 'reference', 'misc', 'manual', 'techreport', 'report'],
	targets: [
		'inbook',
		'incollection',
		'inproceedings',
		'conference',
		'inreference',
		'bookinbook',
		'suppbook',
		'suppcollection',
	],
	fields: bookTitle,
};

/** Fields that no entry inherits through crossref, because they describe the parent as a whole or its own record. */
export const notInherited: ReadonlySet<string> = new Set([
	// BibLaTeX manual, appendix B.
	...['ids', 'crossref', 'xref', 'xdata', 'entryset', 'entrysubtype', 'execute', 'label', 'options', 'presort'],
	...['related', 'relatedoptions', 'relatedstring', 'relatedtype', 'shorthand', 'shorthandintro', 'sortkey', 'key'],
	...['shorttitle', 'sorttitle', 'indextitle', 'indexsorttitle', 'sortname', 'sortyear', 'sortshorthand'],
	// The parent's own address, identity and extent.
	...['doi', 'url', 'urldate', 'eprint', 'eprinttype', 'eprintclass', 'archiveprefix', 'primaryclass', 'pages'],
	...[
		'pagetotal',
		'numpages',
		'eid',
		'pmid',
		'pmcid',
		'mrnumber',
		'zblnumber',
		'hal_id',
		'arxiv',
		'arxivid',
		'bibcode',
	],
	// Remarks on the parent.
	...[
		'abstract',
		'note',
		'addendum',
		'annote',
		'annotation',
		'keywords',
		'keyword',
		'tags',
		'award',
		'awards',
		'honor',
	],
	...['selected', 'hidden', 'hide', 'comment', 'review', 'howpublished'],
	...['retracted', 'withdrawn', 'concern', 'corrected'],
	// Links and files.
	...['file', 'pdf', 'code', 'slides', 'video', 'poster', 'website', 'html', 'supp', 'blog', 'data', 'dataset', 'demo'],
	...[
		'preview',
		'image',
		'thumbnail',
		'talk',
		'github',
		'project',
		'software',
		'preprint',
		'additional_info',
		'local-url',
	],
	...['bibtex_show', 'altmetric', 'dimensions', 'google_scholar_id', 'inspirehep_id', 'annas', 'bibbase_note'],
	// Bookkeeping of reference managers.
	...['timestamp', 'biburl', 'bibsource', 'owner', 'groups', 'priority', 'ranking', 'readstatus', 'date-added'],
	...['date-modified', 'creationdate', 'modificationdate', 'added-at', 'interhash', 'intrahash', 'adsurl', 'adsnote'],
]);

/** Prefixes of fields that no entry inherits: BibBase's links, BibDesk's bookmarks. */
export const notInheritedPrefixes: readonly string[] = ['url_', 'url-', 'bdsk-', 'link_'];

/** Field names with the same meaning: an entry that has one of them does not inherit the others. */
export const synonymousFields: readonly (readonly string[])[] = [
	['journal', 'journaltitle'],
	['address', 'location'],
	['school', 'institution'],
	['date', 'year', 'endyear'],
];
