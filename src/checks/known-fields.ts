/**
 * Fields of the BibLaTeX manual (§2.2.2 to §2.2.6), of BibTeX, and of exporters and site generators. Incomplete on
 * purpose: custom fields are allowed, and only a misspelling of one of the `commonFields` is reported.
 */
const knownFields = new Set(
	`abstract addendum address affiliation afterword annotation annotator annote archive archiveprefix authortype author
	authors authorship bdsk-url-1 bookauthor bookpagination booksubtitle booktitle booktitleaddon chapter comment
	commentator concern corrected crossref date date-added date-modified doi edition editor editora editoratype editorb editorbtype
	editorc editorctype editors editortype eid eissn entryset entrysubtype eprint eprintclass eprinttype event eventdate
	eventplace eventtitle eventtitleaddon execute file fjournal foreword fulltitle gender groups holder howpublished
	hyphenation ids indexsorttitle indextitle institution introduction isan isbn ismn isrn issn issue issuesubtitle
	issuetitle issuetitleaddon iswc journal journalsubtitle journaltitle journaltitleaddon key keyword keywords label
	langid langidopts language library lista listb listc listd liste listf location mainsubtitle maintitle
	maintitleaddon month mrclass mrnumber mrreviewer namea nameaddon nameatype nameb namebtype namec namectype note
	notes number numpages options organisation organization origdate origlanguage origlocation origpublisher origtitle
	owner pages pagetotal pagination part pdf pmid preface presort primaryclass priority publisher pubstate ranking
	related relatedoptions relatedstring relatedtype reprinttitle retracted reviewtitle school sentence series shortauthor
	shorteditor shorthand shorthandintro shortjournal shortseries shorttitle sortkey sortname sortshorthand sorttitle
	sortyear speaker subtitle tags timestamp title titleaddon titles titletranslation translatedtitle translator type university url urldate usera userb
	userc userd usere userf venue verba verbb verbc version video volume volumes withdrawn xdata xref year yearfiled`.split(
		/\s+/,
	),
);

/** Fields that lists need, whose misspellings are reported. Shorter names resemble too many other names. */
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

/** True for fields that are never reported as misspelt. */
export function isKnownField(name: string): boolean {
	return knownFields.has(name) || /[^a-z]/.test(name);
}
