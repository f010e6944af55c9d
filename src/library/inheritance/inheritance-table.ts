/** One row: when an entry of a target type names a parent of a source type, these parent fields get another name. */
export interface InheritanceRow {
	readonly sources: readonly string[];
	readonly targets: readonly string[];
	/** Parent field to the child's fields. */
	readonly fields: Readonly<Record<string, readonly string[]>>;
}

const mainTitle = { title: ['maintitle'], subtitle: ['mainsubtitle'], titleaddon: ['maintitleaddon'] };
const bookTitle = { title: ['booktitle'], subtitle: ['booksubtitle'], titleaddon: ['booktitleaddon'] };

/** BibLaTeX manual, appendix B, with `conference` as what it is an alias of. All rows that fit apply. */
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
 * What the table has no pair for: a part of a book whose parent is a book of another kind, as in classic BibTeX
 * (`@incollection` in a `@book`). Its parent's title is still the book's.
 */
export const otherBook: InheritanceRow = {
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

/** What no entry inherits through crossref: it would be said of the whole, or of the parent's own record. */
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
	// What a person says of the parent.
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
	// What reference managers note down.
	...['timestamp', 'biburl', 'bibsource', 'owner', 'groups', 'priority', 'ranking', 'readstatus', 'date-added'],
	...['date-modified', 'creationdate', 'modificationdate', 'added-at', 'interhash', 'intrahash', 'adsurl', 'adsnote'],
]);

/** Prefixes of fields that no entry inherits: BibBase's links, BibDesk's bookmarks. */
export const notInheritedPrefixes: readonly string[] = ['url_', 'url-', 'bdsk-', 'link_'];

/** Names of one thing: an entry that has one of them inherits none of the others. */
export const sameThing: readonly (readonly string[])[] = [
	['journal', 'journaltitle'],
	['address', 'location'],
	['school', 'institution'],
	['date', 'year', 'endyear'],
];
