import type { Item } from '../../lists/list.ts';
import type { Name } from '../../publications/names/name.ts';
import type { Publication } from '../../publications/publication.ts';
import type { ListView } from '../views/list-view.ts';
import { isoDate, plainWords } from '../views/machine-words.ts';
import { fullName } from './data-document.ts';
import type { PlacedItem } from './document-parts.ts';
import { safeJson } from './safe-json.ts';

/** schema.org's types by CSL's; a work of another type is a CreativeWork. */
const types: Readonly<Record<string, string>> = {
	'article-journal': 'ScholarlyArticle',
	article: 'ScholarlyArticle',
	'paper-conference': 'ScholarlyArticle',
	'article-magazine': 'Article',
	'article-newspaper': 'NewsArticle',
	book: 'Book',
	chapter: 'Chapter',
	thesis: 'Thesis',
	report: 'Report',
	dataset: 'Dataset',
	software: 'SoftwareSourceCode',
	webpage: 'WebPage',
	'post-weblog': 'BlogPosting',
	speech: 'PresentationDigitalDocument',
	review: 'Review',
	map: 'Map',
	motion_picture: 'Movie',
};

/** What a work is part of, by CSL's types. */
const containers: Readonly<Record<string, string>> = {
	'article-journal': 'Periodical',
	'article-magazine': 'Periodical',
	'article-newspaper': 'Newspaper',
	chapter: 'Book',
};

/**
 * A list as schema.org's, for search engines: enough of each work to know it again (no abstract), so that a page of
 * thousands does not carry them twice. Nothing in it ends the script that holds it.
 */
export function jsonLd(view: ListView, items: readonly PlacedItem[]): string {
	const page = view.place.url ?? '';
	const head = safeJson({
		'@context': 'https://schema.org',
		'@type': 'CollectionPage',
		...(page && { '@id': page, url: page }),
		name: view.pageTitle,
		inLanguage: view.language,
		mainEntity: { '@type': 'ItemList', numberOfItems: items.length, itemListElement: [] },
	});
	let list = head.slice(0, -']}}'.length);
	for (const [index, placed] of items.entries()) {
		const work = safeJson(workOf(placed.item, `${page}#${placed.view.id}`));
		list += `${index > 0 ? ',' : ''}{"@type":"ListItem","position":${index + 1},"item":${work}}`;
	}
	return `${list}]}}`;
}

/** What is not known is undefined, which JSON leaves out. */
function workOf({ publication: work, marks }: Item, id: string): object {
	const { identifiers, contributors } = work;
	const container = plainWords(work.containerTitle);
	const author = (name: Name) => {
		const person = marks.get(name)?.[0]?.person;
		const orcid = name.orcid ?? person?.orcid;
		return {
			'@type': name.literal === null ? 'Person' : 'Organization',
			name: fullName(name),
			'@id': orcid ? `https://orcid.org/${orcid}` : undefined,
		};
	};
	return {
		'@type': types[work.type] ?? 'CreativeWork',
		'@id': identifiers.doi ? `https://doi.org/${encodeURI(identifiers.doi)}` : id,
		url: id,
		name: plainWords(work.title) || undefined,
		author: (contributors.author ?? contributors.inventor)?.names.map(author),
		editor: contributors.author ? undefined : contributors.editor?.names.map(author),
		datePublished: isoDate(work.issued ?? work.eventDate) ?? undefined,
		isPartOf: container ? { '@type': containers[work.type] ?? 'CreativeWork', name: container } : undefined,
		pagination: work.pages || undefined,
		isbn: work.type === 'book' ? identifiers.isbn[0] : undefined,
		sameAs: sameAs(work),
	};
}

function sameAs({ links }: Publication): readonly string[] | undefined {
	const addresses = links.flatMap(({ kind, url }) => (elsewhere.has(kind) && /^https?:/.test(url) ? url : []));
	return addresses.length ? addresses : undefined;
}

/** Kinds of links that lead to the same work. */
const elsewhere: ReadonlySet<string> = new Set(['doi', 'arxiv', 'pubmed', 'pmid', 'pmcid', 'hal', 'openreview', 'acl']);
