import type { Item } from '../../lists/list.ts';
import type { Name } from '../../publications/names/name.ts';
import type { Publication } from '../../publications/publication.ts';
import { valueIn } from '../../text/value-in.ts';
import type { ListView } from '../views/list-view.ts';
import { fullName, isoDate, plainWords } from '../views/plain-values.ts';
import type { PlacedItem } from './document-parts.ts';
import { safeJson } from './safe-json.ts';

/** schema.org types by CSL type; other types are a CreativeWork. */
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

/** schema.org types of containers, by the CSL type of the work. */
const containers: Readonly<Record<string, string>> = {
	'article-journal': 'Periodical',
	'article-magazine': 'Periodical',
	'article-newspaper': 'Newspaper',
	chapter: 'Book',
};

/**
 * A list as schema.org data for search engines. Each work has what identifies it but no abstract, so that a page with
 * thousands of works does not contain them twice. The JSON is safe in a script.
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

/** A work as schema.org data. Unknown values are undefined, which JSON omits. */
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
		'@type': valueIn(types, work.type) ?? 'CreativeWork',
		'@id': identifiers.doi ? `https://doi.org/${encodeURI(identifiers.doi)}` : id,
		url: id,
		name: plainWords(work.title) || undefined,
		author: (contributors.author ?? contributors.inventor)?.names.map(author),
		editor: contributors.author ? undefined : contributors.editor?.names.map(author),
		datePublished: isoDate(work.issued ?? work.eventDate) ?? undefined,
		isPartOf: container ? { '@type': valueIn(containers, work.type) ?? 'CreativeWork', name: container } : undefined,
		pagination: work.pages || undefined,
		isbn: work.type === 'book' ? identifiers.isbn[0] : undefined,
		sameAs: sameAs(work),
	};
}

function sameAs({ links }: Publication): readonly string[] | undefined {
	const addresses = links.flatMap(({ kind, url }) => (sameWorkKinds.has(kind) && /^https?:/.test(url) ? url : []));
	return addresses.length ? addresses : undefined;
}

/** Kinds of links that lead to the same work. */
const sameWorkKinds: ReadonlySet<string> = new Set([
	'doi',
	'arxiv',
	'pubmed',
	'pmid',
	'pmcid',
	'hal',
	'openreview',
	'acl',
]);
