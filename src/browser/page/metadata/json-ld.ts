import type { CslItem, CslName } from '../data/csl-json.ts';
import { givenFirst, isoDate, textOf } from '../data/csl-words.ts';

/** The schema.org types of works and of their containers, by CSL type. */
export type SchemaTypes = Readonly<Record<string, readonly [work: string, container?: string]>>;

/** What a list as a whole says about itself. */
export interface ListPage {
	/** The address of the page; '' if unknown. */
	readonly address: string;
	readonly title: string;
	readonly language: string;
}

/** A list as schema.org data for search engines, from its works as JSON (see {@link workJson}). */
export function listJson(works: readonly string[], { address, title, language }: ListPage): string {
	const head = safeJson({
		'@context': 'https://schema.org',
		'@type': 'CollectionPage',
		...(address && { '@id': address, url: address }),
		name: title,
		inLanguage: language,
		mainEntity: { '@type': 'ItemList', numberOfItems: works.length, itemListElement: [] },
	});
	const items = works.map((work, index) => `{"@type":"ListItem","position":${index + 1},"item":${work}}`);
	return `${head.slice(0, -']}}'.length)}${items.join(',')}]}}`;
}

/**
 * A work as JSON. It has what identifies the work but no abstract. Unknown values are undefined, which JSON omits.
 *
 * @param address the address of the work on the page
 */
export function workJson(item: CslItem, address: string, types: SchemaTypes): string {
	const [type, containerType] = (Object.hasOwn(types, item.type) && types[item.type]) || [];
	const doi = textOf(item, 'DOI');
	const container = textOf(item, 'container-title');
	const addresses = sameAs(item);
	return safeJson({
		'@type': type ?? 'CreativeWork',
		'@id': doi ? `https://doi.org/${encodeURI(doi)}` : address,
		url: address,
		name: textOf(item, 'title') ?? undefined,
		author: item.author?.map(personOf),
		editor: item.author ? undefined : item.editor?.map(personOf),
		datePublished: isoDate(item) ?? undefined,
		isPartOf: container ? { '@type': containerType ?? 'CreativeWork', name: container } : undefined,
		pagination: textOf(item, 'page') ?? undefined,
		isbn: item.type === 'book' ? textOf(item, 'ISBN')?.split(' ')[0] : undefined,
		sameAs: addresses.length ? addresses : undefined,
	});
}

/** JSON in which no title ends the script when the page is saved. */
function safeJson(value: object): string {
	return JSON.stringify(value).replaceAll('<', '\\u003c');
}

/** The addresses of the same work elsewhere. */
function sameAs(item: CslItem): string[] {
	const identifiers = [
		['https://doi.org/', textOf(item, 'DOI'), ''],
		['https://pubmed.ncbi.nlm.nih.gov/', textOf(item, 'PMID'), '/'],
		['https://pmc.ncbi.nlm.nih.gov/articles/', textOf(item, 'PMCID'), '/'],
	] as const;
	const addresses = identifiers.flatMap(([base, id, end]) => (id ? base + encodeURI(id) + end : []));
	const url = textOf(item, 'URL');
	return [...addresses, ...(url ? [url] : [])];
}

function personOf(name: CslName): object {
	return {
		'@type': name.literal === undefined ? 'Person' : 'Organization',
		name: givenFirst(name),
		'@id': name.ORCID && `https://orcid.org/${name.ORCID}`,
	};
}
