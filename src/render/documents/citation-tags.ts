import { plainText } from '../../latex/plain-text.ts';
import type { RichText } from '../../latex/rich-text.ts';
import { publicationDate } from '../../lists/publication-date.ts';
import type { Publication } from '../../publications/publication.ts';
import { fieldRich } from '../../publications/publication-fields.ts';
import { valueIn } from '../../text/value-in.ts';
import { fullName } from '../views/plain-values.ts';

/** A `<meta>` element that describes a page to programs. */
export interface Tag {
	readonly name: string;
	readonly content: string;
}

/**
 * The tags that Google Scholar, Zotero and others read from the page of a work: title, authors, date and venue (Google
 * Scholar's 'Inclusion Guidelines for Webmasters', 'Indexing').
 *
 * @param absolute makes an address absolute; returns null if the address of the site is unknown
 */
export function citationTags(work: Publication, absolute: (url: string) => string | null): Tag[] {
	const { contributors, identifiers, pages, institution } = work;
	const [first = null, last = null] = /^([\w.]+)(?:–([\w.]+))?$/.exec(pages ?? '')?.slice(1) ?? [];
	const pdf = work.links.find(({ kind }) => kind === 'pdf');
	const thesis = work.type === 'thesis';
	const rows: readonly (readonly [name: string, value: RichText | string | null])[] = [
		['title', work.title],
		...(contributors.author ?? contributors.editor ?? { names: [] }).names.map(
			(name) => ['author', fullName(name)] as const,
		),
		['publication_date', dateInTags(work)],
		[valueIn(containers, work.type) ?? 'inbook_title', work.containerTitle],
		[thesis ? 'dissertation_institution' : 'technical_report_institution', institution],
		['technical_report_number', work.type === 'report' ? work.number : null],
		['publisher', work.publisher],
		['volume', work.volume],
		['issue', work.issue],
		['firstpage', first],
		['lastpage', last],
		['doi', identifiers.doi],
		['arxiv_id', identifiers.arxiv],
		['pmid', identifiers.pmid],
		...identifiers.isbn.map((isbn) => ['isbn', isbn] as const),
		...identifiers.issn.map((issn) => ['issn', issn] as const),
		['language', work.languages[0] ?? null],
		...work.keywords.map((keyword) => ['keywords', keyword] as const),
		['abstract', fieldRich(work, 'abstract')],
		['pdf_url', pdf ? absolute(pdf.url) : null],
	];
	return rows.flatMap(([name, value]) => {
		const content = (typeof value === 'string' ? value : plainText(value ?? [])).replace(/\s+/g, ' ').trim();
		return content === '' ? [] : [{ name: `citation_${name}`, content }];
	});
}

/** The tag for the container's title, by CSL type; `inbook_title` for other types. */
const containers: Readonly<Record<string, string>> = {
	'article-journal': 'journal_title',
	'article-magazine': 'journal_title',
	'article-newspaper': 'journal_title',
	article: 'journal_title',
	'paper-conference': 'conference_title',
	speech: 'conference_title',
};

/** '2021/12/13', as exact as it is known. */
function dateInTags(work: Publication): string | null {
	const date = publicationDate(work);
	const point = date?.start ?? date?.end;
	if (!point || point.year < 1) return null;
	const parts = [point.month, point.month === null ? null : point.day].flatMap((part) => part ?? []);
	return [point.year, ...parts.map((part) => String(part).padStart(2, '0'))].join('/');
}
