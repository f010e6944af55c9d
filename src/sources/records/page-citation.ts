import type { CslInput } from '../../editing/drafts/csl-drafts.ts';
import { nameOf } from '../../editing/drafts/tagged-records.ts';
import { metasOf } from '../../text/html-metas.ts';

/** The citation metadata of a page: `citation_…` elements (Highwire, Google Scholar), or else Dublin Core. */
export interface PageCitation {
	/** A DOI or arXiv id, whose source has better data. */
	readonly doi: string | null;
	readonly arxiv: string | null;
	/** Null if the page has no title. */
	readonly item: CslInput | null;
}

/** Characters; a list of some hundred authors fits. */
const maxContentLength = 20_000;

/** Parses the `<meta>` elements of a page (Google Scholar's 'Inclusion Guidelines for Webmasters'). */
export function citationIn(html: string, url: string): PageCitation {
	const metas = metasOf(html, maxContentLength);
	const first = (...names: readonly string[]) => names.map((name) => metas.get(name)?.[0]).find(Boolean) ?? '';
	const all = (...names: readonly string[]) =>
		names.map((name) => metas.get(name) ?? []).find(({ length }) => length > 0) ?? [];
	const title = first('citation_title', 'dc.title', 'eprints.title', 'bepress_citation_title');
	const journal = first('citation_journal_title');
	const conference = first('citation_conference_title', 'citation_conference');
	const book = first('citation_inbook_title', 'citation_book_title');
	const institution = first('citation_dissertation_institution', 'citation_technical_report_institution');
	const [start, end] = [first('citation_firstpage'), first('citation_lastpage')];
	const item: CslInput = {
		type: typeOf({
			journal,
			conference,
			book,
			report: metas.has('citation_technical_report_institution'),
			institution,
		}),
		title,
		author: all('citation_author', 'citation_authors', 'dc.creator', 'eprints.creators_name', 'bepress_citation_author')
			.flatMap((names) => names.split(/\s*;\s*/))
			.filter(Boolean)
			.map(personOf),
		'container-title': journal || conference || book,
		'container-title-short': first('citation_journal_abbrev'),
		issued: {
			raw: first(
				'citation_publication_date',
				'citation_date',
				'citation_online_date',
				'dc.date',
				'dc.date.issued',
			).replaceAll('/', '-'),
		},
		volume: first('citation_volume'),
		issue: first('citation_issue'),
		page: end && end !== start ? `${start}-${end}` : start,
		publisher: institution || first('citation_publisher', 'dc.publisher'),
		ISSN: first('citation_issn'),
		ISBN: first('citation_isbn'),
		number: first('citation_technical_report_number'),
		language: first('citation_language', 'dc.language'),
		PMID: first('citation_pmid'),
		URL: first('citation_abstract_html_url', 'citation_public_url', 'citation_fulltext_html_url') || url,
	};
	return {
		doi:
			first('citation_doi', 'dc.identifier.doi', 'prism.doi', 'bepress_citation_doi') ||
			(first('dc.identifier').match(/^(?:doi:\s*)?10\.\d{4}\S*/i)?.[0] ?? null),
		arxiv: first('citation_arxiv_id') || null,
		item: title === '' ? null : item,
	};
}

function typeOf(page: {
	journal: string;
	conference: string;
	book: string;
	report: boolean;
	institution: string;
}): string {
	if (page.journal) return 'article-journal';
	if (page.conference) return 'paper-conference';
	if (page.book) return 'chapter';
	if (page.institution) return page.report ? 'report' : 'thesis';
	return 'webpage';
}

/** Parses 'Noether, Emmy' or 'Emmy Noether'. */
function personOf(name: string): Readonly<Record<string, string>> {
	if (name.includes(',')) return nameOf(name);
	const [, given, family] = /^(.+)\s+(\S+)$/.exec(name.trim()) ?? [];
	return given && family ? { family, given } : { literal: name };
}
