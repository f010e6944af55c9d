import type { Format } from '../../formats/format.ts';
import type { ListView } from '../views/list-view.ts';
import { writeData } from './data-document.ts';
import type { DocumentParts, RenderedFile } from './document-parts.ts';
import { embedFiles } from './embed-document.ts';
import { feedView } from './feed.ts';
import { joined, namedWorks, workPages } from './works-document.ts';

/** The text of a file, or the files of an output that is a folder. */
type Make =
	| { readonly file: (parts: DocumentParts) => string }
	| { readonly folder: (parts: DocumentParts) => readonly RenderedFile[] };

/** What makes the output of a format that names one of these. */
export const documents: Readonly<Record<NonNullable<Format['document']>, Make>> = {
	data: { file: writeData },
	feed: { file: (parts) => parts.environment.render('feed', feedView(parts)) },
	embed: { folder: embedFiles },
	works: { folder: workPages },
	sitemap: { file: (parts) => parts.environment.render('sitemap', sitemapView(parts)) },
};

/** What the template `sitemap` sees beside the list. */
interface SitemapView extends ListView {
	readonly addresses: readonly string[];
}

/** The addresses of a list's page and of its works' pages, as far as the site has them. */
function sitemapView(parts: DocumentParts): SitemapView {
	const { view } = parts;
	const { page, works } = view.place;
	const pages = works === null ? [] : namedWorks(parts).map(({ name }) => joined(works, name));
	const addresses = [...(page === null ? [] : [page]), ...pages].filter((address) => /^https?:/i.test(address));
	return Object.assign(Object.create(view) as ListView, { addresses });
}
