import { plainText } from '../latex/plain-text.ts';
import { withoutReferences } from './details.ts';
import { fieldOf } from './entry-fields.ts';
import { splitAt, splitAtAnd } from './literal-lists.ts';
import type { Publication } from './publication.ts';
import { richField } from './rich-fields.ts';

/** Name lists and literal lists of BibLaTeX (manual §2.2.2), whose items are separated by 'and', and their aliases. */
const listFields = new Set(
	`address afterword annotator author bookauthor commentator editor editora editorb editorc foreword holder institution
	introduction language lista listb listc listd liste listf location namea nameb namec organisation organization
	origlanguage origlocation origpublisher pageref publisher school shortauthor shorteditor sortname translator`.split(
		/\s+/,
	),
);

/** Fields of BibLaTeX with values separated by commas, besides keywords. */
const commaFields = new Set('entryset ids options related relatedoptions xdata'.split(' '));

/** The other fields of BibLaTeX and BibTeX, which have one value each. */
const singleFields = new Set(
	`abstract addendum annotation annote archiveprefix authortype bookpagination booksubtitle booktitle booktitleaddon
	chapter crossref date day doi edition editoratype editorbtype editorctype editortype eid entrysubtype eprint
	eprintclass eprinttype event eventdate eventtitle eventtitleaddon execute file gender howpublished hyphenation
	indexsorttitle indextitle isan isbn ismn isrn issn issue issuesubtitle issuetitle issuetitleaddon iswc journal
	journalsubtitle journaltitle journaltitleaddon key label langid langidopts library mainsubtitle maintitle
	maintitleaddon month nameaddon note number origdate origtitle pages pagetotal pagination part pdf presort
	primaryclass pubstate relatedstring relatedtype reprinttitle series shorthand shorthandintro shortjournal
	shortseries shorttitle sortkey sortshorthand sorttitle sortyear subtitle title titleaddon type url urldate usera
	userb userc userd usere userf venue verba verbb verbc version volume volumes xref year`.split(/\s+/),
);

/**
 * The items of any field as plain text: those of a list in BibLaTeX's data model, the single value of another field of
 * BibLaTeX, and what commas and semicolons separate in a field that BibLaTeX does not know. Braces protect separators.
 */
export function fieldItems(publication: Publication, name: string): readonly string[] {
	const { entry, commands, keywords } = publication;
	const field = fieldOf(entry, name.toLowerCase());
	if (!field) return [];
	if (field === fieldOf(entry, 'keywords')) return keywords;
	const texts = split(field.name, field.value).map((value) => {
		const rich = richField({ ...field, value }, commands);
		return rich === null ? '' : plainText(rich).trim();
	});
	return [...new Set(texts)].filter((text) => text !== '');
}

function split(name: string, value: string): readonly string[] {
	if (singleFields.has(name)) return [value];
	if (listFields.has(name)) return splitAtAnd(value).filter((item) => item.toLowerCase() !== 'others');
	return splitAt(withoutReferences(value), commaFields.has(name) ? ',' : ',;');
}
