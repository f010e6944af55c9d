import type { CslItem, CslName } from './csl-json.ts';
import { givenFirst, isoDate, textOf } from './csl-words.ts';
import type { ListData } from './list-data.ts';

/** schema.org types by CSL type; other types are a CreativeWork. */
const types: ReadonlyMap<string, string> = new Map([
	['article-journal', 'ScholarlyArticle'],
	['article', 'ScholarlyArticle'],
	['paper-conference', 'ScholarlyArticle'],
	['article-magazine', 'Article'],
	['article-newspaper', 'NewsArticle'],
	['book', 'Book'],
	['chapter', 'Chapter'],
	['thesis', 'Thesis'],
	['report', 'Report'],
	['dataset', 'Dataset'],
	['software', 'SoftwareSourceCode'],
	['webpage', 'WebPage'],
	['post-weblog', 'BlogPosting'],
	['speech', 'PresentationDigitalDocument'],
	['review', 'Review'],
	['map', 'Map'],
	['motion_picture', 'Movie'],
]);

/** schema.org types of containers, by the CSL type of the work. */
const containers: ReadonlyMap<string, string> = new Map([
	['article-journal', 'Periodical'],
	['article-magazine', 'Periodical'],
	['article-newspaper', 'Newspaper'],
	['chapter', 'Book'],
]);

/** A list as schema.org data for search engines. Each work has what identifies it but no abstract. */
export function jsonLd(list: HTMLElement, { works }: ListData): string {
	const page = document.querySelector<HTMLLinkElement>('link[rel="canonical"]')?.href ?? '';
	const itemListElement = Object.entries(works).map(([id, { csl }], index) => ({
		'@type': 'ListItem',
		position: index + 1,
		item: workOf(csl, `${page}#${id}`),
	}));
	return JSON.stringify({
		'@context': 'https://schema.org',
		'@type': 'CollectionPage',
		...(page && { '@id': page, url: page }),
		name: document.title,
		inLanguage: list.lang,
		mainEntity: { '@type': 'ItemList', numberOfItems: itemListElement.length, itemListElement },
	});
}

/** A work as schema.org data. Unknown values are undefined, which JSON omits. */
function workOf(item: CslItem, id: string): object {
	const doi = textOf(item, 'DOI');
	const container = textOf(item, 'container-title');
	return {
		'@type': types.get(item.type) ?? 'CreativeWork',
		'@id': doi ? `https://doi.org/${encodeURI(doi)}` : id,
		url: id,
		name: textOf(item, 'title') ?? undefined,
		author: item.author?.map(personOf),
		editor: item.author ? undefined : item.editor?.map(personOf),
		datePublished: isoDate(item) ?? undefined,
		isPartOf: container ? { '@type': containers.get(item.type) ?? 'CreativeWork', name: container } : undefined,
		pagination: textOf(item, 'page') ?? undefined,
		isbn: item.type === 'book' ? textOf(item, 'ISBN')?.split(' ')[0] : undefined,
		sameAs: textOf(item, 'URL') ?? undefined,
	};
}

function personOf(name: CslName): object {
	return {
		'@type': name.literal === undefined ? 'Person' : 'Organization',
		name: givenFirst(name),
		'@id': name.ORCID && `https://orcid.org/${name.ORCID}`,
	};
}
