import { plainText } from '../../latex/plain-text.ts';
import type { Item } from '../../lists/list.ts';
import { publicationDate } from '../../lists/publication-date.ts';
import type { Name } from '../../publications/names/name.ts';
import type { Publication } from '../../publications/publication.ts';
import { fieldRich } from '../../publications/publication-fields.ts';
import { valueIn } from '../../text/value-in.ts';
import type { MetaTag } from '../views/list-view.ts';
import { fullName } from '../views/plain-values.ts';
import { metaTags, type TagRow } from './meta-tags.ts';

/** The addresses in the tags of a page. */
export interface TagAddresses {
	/** The address of the page; null if that of the site is unknown. */
	readonly page: string | null;
	/** Makes an address absolute; returns null if the address of the site is unknown. */
	absolute(url: string): string | null;
}

/**
 * The tags that Google Scholar, Zotero and others read from the page of a work: title, authors, date and venue (Google
 * Scholar's 'Inclusion Guidelines for Webmasters', 'Indexing').
 */
export function citationTags({ publication: work, marks }: Item, { page, absolute }: TagAddresses): MetaTag[] {
	const { contributors, identifiers, institution } = work;
	const { author, inventor, editor } = contributors;
	const creators = author ?? inventor ?? editor ?? { names: [] };
	const [first, last] = outerPages(work);
	const address = (kind: string) => {
		const link = work.links.find((link) => link.kind === kind);
		return link ? absolute(link.url) : null;
	};
	const named = (tag: string, { names }: { readonly names: readonly Name[] }) =>
		names.flatMap((name): TagRow[] => [
			[tag, fullName(name)],
			[`${tag}_orcid`, name.orcid ?? marks.get(name)?.[0]?.person?.orcid ?? null],
		]);
	const container = valueIn(containers, work.type) ?? 'inbook_title';
	const rows: readonly TagRow[] = [
		['title', work.title],
		...named('author', creators),
		['author', work.collaboration],
		...(creators === editor ? [] : named('editor', editor ?? { names: [] })),
		['publication_date', dateInTags(work)],
		[container, work.containerTitle ?? (container === 'conference_title' ? work.eventTitle : null)],
		['journal_abbrev', container === 'journal_title' ? work.containerTitleShort : null],
		['series_title', work.collectionTitle],
		[work.type === 'thesis' ? 'dissertation_institution' : 'technical_report_institution', institution],
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
		['abstract_html_url', page],
		['fulltext_html_url', address('html')],
		['pdf_url', address('pdf')],
	];
	return metaTags(rows.map(([name, value]) => [`citation_${name}`, value]));
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

/** The first and last page: '12' and '18' of '12–15, 18'. Without pages, the article number counts as the first one. */
function outerPages({ pages, eid }: Publication): readonly [first: string | null, last: string | null] {
	if (pages === null) return [eid && plainText(eid), null];
	const [first = null, ...others] = pages.split(/–|,\s*/);
	return [first, others.at(-1) ?? null];
}

/** '2021/12/13', as exact as it is known. */
function dateInTags(work: Publication): string | null {
	const date = publicationDate(work);
	const point = date?.start ?? date?.end;
	if (!point || point.year < 1) return null;
	const parts = [point.month, point.month === null ? null : point.day].flatMap((part) => part ?? []);
	return [point.year, ...parts.map((part) => String(part).padStart(2, '0'))].join('/');
}
