/**
 * Fields of the BibLaTeX manual (§2.2.2 to §2.2.6) and of BibTeX, and what exporters and sites write beside them.
 * Incomplete on purpose: a custom field is everybody's right, and only a slip of one of `commonFields` is ever reported.
 */
const known = new Set(
	`abstract addendum address affiliation afterword annotation annotator annote archive archiveprefix authortype author
	authors authorship bdsk-url-1 bookauthor bookpagination booksubtitle booktitle booktitleaddon chapter comment
	commentator crossref date date-added date-modified doi edition editor editora editoratype editorb editorbtype
	editorc editorctype editors editortype eid eissn entryset entrysubtype eprint eprintclass eprinttype event eventdate
	eventplace eventtitle eventtitleaddon execute file fjournal foreword fulltitle gender groups holder howpublished
	hyphenation ids indexsorttitle indextitle institution introduction isan isbn ismn isrn issn issue issuesubtitle
	issuetitle issuetitleaddon iswc journal journalsubtitle journaltitle journaltitleaddon key keyword keywords label
	langid langidopts language library lista listb listc listd liste listf location mainsubtitle maintitle
	maintitleaddon month mrclass mrnumber mrreviewer namea nameaddon nameatype nameb namebtype namec namectype note
	notes number numpages options organisation organization origdate origlanguage origlocation origpublisher origtitle
	owner pages pagetotal pagination part pdf pmid preface presort primaryclass priority publisher pubstate ranking
	related relatedoptions relatedstring relatedtype reprinttitle reviewtitle school sentence series shortauthor
	shorteditor shorthand shorthandintro shortjournal shortseries shorttitle sortkey sortname sortshorthand sorttitle
	sortyear speaker subtitle tags timestamp title titleaddon titles translator type university url urldate usera userb
	userc userd usere userf venue verba verbb verbc version video volume volumes xdata xref year yearfiled`.split(/\s+/),
);

/** The fields a list loses something without; their slips are looked for. Shorter names have too many neighbours. */
export const commonFields: readonly string[] = [
	'title',
	'author',
	'editor',
	'booktitle',
	'journal',
	'journaltitle',
	'volume',
	'number',
	'pages',
	'month',
	'publisher',
	'address',
	'location',
	'institution',
	'school',
	'organization',
	'series',
	'edition',
	'chapter',
	'subtitle',
	'shorttitle',
	'eprint',
	'eprinttype',
	'archiveprefix',
	'eventtitle',
	'eventdate',
	'pubstate',
	'translator',
	'keywords',
	'abstract',
	'crossref',
	'howpublished',
	'urldate',
	'titleaddon',
	'addendum',
];

/** True for a field that somebody may well mean as it is written. */
export function isKnownField(name: string): boolean {
	return known.has(name) || /[^a-z]/.test(name);
}
