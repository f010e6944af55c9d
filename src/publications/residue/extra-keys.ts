/** What a line `Key: value` of Zotero's field Extra means. */
export interface ExtraKey {
	/** The BibLaTeX field that takes the value; null if a list has no use for it. */
	readonly field: string | null;
	/** Only programs write such a line. Otherwise, a line counts beside another one, because a person may have written it. */
	readonly certain: boolean;
	/** The key is no words of a language, so it also counts within a line. */
	readonly unmistakable: boolean;
	/** The value ends where this pattern ends; without it, at the next key or line. */
	readonly value: RegExp | null;
}

const id = /[^\s;,]+/y;
const date = /\d{1,4}(?:[-/]\d{1,2}){0,2}|[^\s]+/y;
const arxivId = /(?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?\/\d{7})(?:v\d+)?(?:\s?\[[\w.,\s-]+\])?/y;

type Row = readonly [names: string, field: string | null, value?: RegExp];

/**
 * Keys that only programs write: Zotero's labels for fields that an item type lacks, identifiers, CSL variables
 * (zotero.org/support/kb/item_types_and_fields, 'Citing fields from Extra'), and data of publishers' pages.
 */
const certain: readonly Row[] = [
	['Publisher', 'publisher'],
	['Place|publisher-place', 'location'],
	['Number', 'number'],
	['Num Pages|Number of Pages|number-of-pages', 'pagetotal', id],
	['Number of Volumes|number-of-volumes', 'volumes', id],
	['Conference Name|Journal Abbreviation|Library Catalog|Archive Location|Backup Publisher|Open Access|Rating', null],
	['ISSN', 'issn', /(?:\d{4}-?\d{3}[\dX](?:,\s|;\s|\s)?)+/y],
	['ISBN', 'isbn', /(?:[\d-]{9,16}[\dX](?:,\s|;\s|\s)?)+/y],
	['DOI', 'doi', id],
	['PMID', 'pmid', /\d+/y],
	['PMCID', 'pmcid', /(?:PMC)?\d+/y],
	['arXiv|\\{arXiv\\}', 'eprint', arxivId],
	['OCLC|LCCN|QID|S2ID|CorpusID|MR Number|Zbl Number|JSTOR ID|IMDb ID|WOS Accession', null, id],
	['original-date', 'origdate', date],
	['original-title', 'origtitle'],
	['original-publisher', 'origpublisher'],
	['original-publisher-place', 'origlocation'],
	['event-date', 'eventdate', date],
	['container-title', 'journaltitle'],
	['container-title-short', 'shortjournal'],
	['collection-title', 'series'],
	['title-short', 'shorttitle'],
	['event-title', 'eventtitle'],
	['event-place|event-location', null],
	['chapter-number', 'chapter', id],
	['citation-key|Citation Key', null, id],
];

/** Keys that look like nothing that a person writes. */
const unmistakable: readonly Row[] = [
	['_eprint', null, id],
	['Bandiera_abtest|Cg_type|Primary_atype|Subject_term|Subject_term_id|Atype', null],
	['ADS Bibcode|Page Version ID|Google-Books-ID|ZSCC|Read_Status_Date', null, id],
	['Read_Status', null],
];

/** Zotero's labels that are words of everyday language as well. */
const plausible: readonly Row[] = [
	['Edition', 'edition'],
	['Volume', 'volume', id],
	['Issue', 'issue', id],
	['Pages', 'pages', id],
	['Series|Series Title', 'series'],
	['Version', 'version', id],
	['Institution|University', 'institution'],
	['Type|genre', 'type'],
	['status', 'pubstate'],
	[
		'Code|Code Number|Code Volume|Code Pages|Reporter|Reporter Volume|First Page|History|Docket Number|Court|Section|Issue Date|Language|Company|Medium|System|Label|Legislative Body|Committee|Session|Meeting Name|Publication Title|Book Title|Website Type|Website Title|Report Number|Report Type|Series Number|Series Text|Running Time|Studio|Distributor|Network|Scale|Event Place|Event Title|Rights|Short Title|Programming Language|Country|Assignee|Application Number|Filing Date|Priority Numbers|Legal Status|Issuing Authority|Accession Number|Call Number|Volume Title|Date',
		null,
	],
];

const keys: ReadonlyMap<string, ExtraKey> = new Map(
	(
		[
			[certain, true, false],
			[unmistakable, true, true],
			[plausible, false, false],
		] as const
	).flatMap(([rows, isCertain, isUnmistakable]) =>
		rows.flatMap(([names, field, value = null]) =>
			names
				.split('|')
				.map((name): [string, ExtraKey] => [
					name.replaceAll('\\', '').toLowerCase(),
					{ field, certain: isCertain, unmistakable: isUnmistakable, value },
				]),
		),
	),
);

/** Better BibTeX's `tex.field: value`, also with the entry type as in `tex.article.field`. */
const texField = 'tex\\.[a-z]+(?:\\.[a-z]+)?';

/** Matches a key with its colon, and an escaped underscore in it; the first group is the key. */
export const extraKey = new RegExp(
	`(?<![^\\s;|,])(${[...keys.keys()]
		.sort((a, b) => b.length - a.length)
		.map((name) => name.replace(/[{}.]/g, '\\$&').replaceAll('_', '\\\\?_'))
		.join('|')}|${texField})\\s?[:=]\\s?(?=\\S)`,
	'gi',
);

/** The meaning of a key as {@link extraKey} matches it. */
export function extraKeyOf(written: string): ExtraKey {
	const name = written.replaceAll('\\', '').toLowerCase();
	const field = /^tex\.(?:[a-z]+\.)?([a-z]+)$/.exec(name)?.[1];
	if (field !== undefined) return { field, certain: true, unmistakable: true, value: null };
	return keys.get(name) ?? { field: null, certain: false, unmistakable: false, value: null };
}
