/** The fields that an entry type needs, each as a choice of fields. Hints suggest the first field of a choice. */
export interface Requirements {
	/** Fields without which an item is incomplete or in the wrong section. */
	readonly required: readonly FieldChoice[];
	/** Fields that the BibLaTeX manual requires, too, although lists do not need them. */
	readonly recommended: readonly FieldChoice[];
}

/** Alternative fields, one of which must be present. */
export type FieldChoice = readonly string[];

/**
 * Required fields by entry type (BibLaTeX manual §2.1.1 to §2.1.3; classic BibTeX if it requires less, such as an @inbook
 * with a chapter or pages, or a @misc with only a title). `a/b` are alternatives; recommended fields follow the bar.
 * Aliases such as journal, school and year count (see `fieldOf`).
 */
const table = {
	article: 'author/editor/translator title journaltitle date',
	suppperiodical: 'author/editor title journaltitle date',
	review: 'author/editor title journaltitle date',
	// Journals have many editors, who are rarely named.
	periodical: 'title date',
	book: 'author/editor/translator title date',
	mvbook: 'author/editor/translator title date',
	inbook: 'author/editor/bookauthor title booktitle/maintitle/chapter/pages date',
	bookinbook: 'author/editor/bookauthor title booktitle/maintitle date',
	suppbook: 'author/editor/bookauthor title booktitle/maintitle date',
	booklet: 'title | author/editor/organization/howpublished date',
	collection: 'editor/author/organization title date',
	mvcollection: 'editor/author/organization title date',
	incollection: 'author/editor title booktitle/maintitle/series date | booktitle/maintitle',
	suppcollection: 'author/editor title booktitle/maintitle/series date | booktitle/maintitle',
	reference: 'editor/author/organization/publisher title date',
	mvreference: 'editor/author/organization/publisher title date',
	inreference: 'title booktitle/maintitle date | author/editor',
	proceedings: 'title date',
	mvproceedings: 'title date',
	inproceedings: 'author/editor title booktitle/maintitle/eventtitle/series date | booktitle/maintitle/eventtitle',
	conference: 'author/editor title booktitle/maintitle/eventtitle/series date | booktitle/maintitle/eventtitle',
	thesis: 'author title type institution/organization/publisher date',
	phdthesis: 'author title institution/organization/publisher date',
	mastersthesis: 'author title institution/organization/publisher date',
	bachelorthesis: 'author title institution/organization/publisher date',
	report: 'author/editor/institution/organization title date | type institution/organization/publisher/series',
	techreport: 'author/editor/institution/organization title date | institution/organization/publisher/series',
	manual: 'title | author/editor/organization/institution/publisher date',
	patent: 'title number date | author/holder/inventor',
	unpublished: 'author/editor title | date',
	misc: 'title | author/editor/organization/institution/publisher/howpublished date/urldate/eventdate',
	online: 'title url/doi/eprint/howpublished | author/editor/organization/institution/publisher date/urldate',
	electronic: 'title url/doi/eprint/howpublished | author/editor/organization/institution/publisher date/urldate',
	www: 'title url/doi/eprint/howpublished | author/editor/organization/institution/publisher date/urldate',
	software: 'title | author/editor/organization/institution/publisher date/urldate',
	dataset: 'title | author/editor/organization/institution/publisher date/urldate',
	data: 'title | author/editor/organization/institution/publisher date/urldate',
	// Types of a CV, which are not in the manual and need no author.
	talk: 'title eventdate/date | eventtitle/booktitle/venue/institution/organization/howpublished/note',
	presentation: 'title eventdate/date | eventtitle/booktitle/venue/institution/organization/howpublished/note',
	lecture: 'title | eventdate/date',
	poster: 'title eventdate/date | eventtitle/booktitle/venue/institution/organization/howpublished/note',
	award: 'title | date',
} as const satisfies Readonly<Record<string, string>>;

/** Types that need only a title (BibLaTeX manual §2.1.3, 'Unsupported Types', and similar ones). */
const titleOnly =
	'artwork audio bibnote commentary image jurisdiction legislation legal letter movie music performance ' +
	'standard video blog podcast webpage website newspaper magazine course keynote invited tutorial preprint code ' +
	'customa customb customc customd custome customf speech map interview dictionary';

const requirements = new Map<string, Requirements>();
for (const [type, row] of Object.entries(table)) {
	const [required = '', recommended = ''] = row.split('|');
	requirements.set(type, { required: choices(required), recommended: choices(recommended) });
}
for (const type of titleOnly.split(' ')) requirements.set(type, { required: [['title']], recommended: [] });

/** For custom types. */
const customType: Requirements = { required: [['title']], recommended: [] };

/** The requirements of an entry type in lower case. */
export function requirementsOf(type: string): Requirements {
	return requirements.get(type) ?? customType;
}

/** All known entry types. */
export const knownTypes: ReadonlySet<string> = new Set([...requirements.keys(), 'set', 'xdata']);

function choices(words: string): FieldChoice[] {
	return words
		.split(' ')
		.filter((word) => word !== '')
		.map((word) => word.split('/'));
}
