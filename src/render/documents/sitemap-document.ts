import type { ListView } from '../views/list-view.ts';
import type { DocumentParts } from './document-parts.ts';
import { joined, namedWorks } from './works-document.ts';

/** What the template `sitemap` sees beside the list. */
export interface SitemapView extends ListView {
	readonly addresses: readonly string[];
}

/** The addresses of a list's page and of its works' pages, as far as the site has them. */
export function sitemapView(parts: DocumentParts): SitemapView {
	const { view } = parts;
	const { page, works } = view.place;
	const pages = works === null ? [] : namedWorks(parts).map(({ name }) => joined(works, name));
	const addresses = [...(page === null ? [] : [page]), ...pages].filter((address) => /^https?:/i.test(address));
	return Object.assign(Object.create(view) as ListView, { addresses });
}
