import type { Format } from '../../formats/format.ts';
import type { ListView } from '../views/list-view.ts';
import { writeCsvDocument } from './csv-document.ts';
import { writeData } from './data-document.ts';
import { type DocumentParts, type RenderedFile, viewWith } from './document-parts.ts';
import { embedFiles } from './embed-document.ts';
import { feedView } from './feed.ts';
import { writeFigure } from './figure-document.ts';
import { type SiteParts, siteScript, siteStylesheet } from './site-files.ts';
import { addressIn } from './work-page.ts';
import { namedWorks, workPages } from './works-document.ts';

/** Returns the text of a file with or without a list, or the files of an output that is a folder. */
type DocumentWriter =
	| { readonly file: (parts: DocumentParts) => string }
	| { readonly withoutList: (parts: SiteParts) => string }
	| { readonly folder: (parts: DocumentParts) => readonly RenderedFile[] };

/** The writers of documents, by the name that a format gives. */
export const documents: Readonly<Record<NonNullable<Format['document']>, DocumentWriter>> = {
	data: { file: writeData },
	csv: { file: writeCsvDocument },
	feed: { file: (parts) => parts.environment.render('feed', feedView(parts)) },
	embed: { folder: embedFiles },
	works: { folder: workPages },
	figure: { file: writeFigure },
	stylesheet: { withoutList: siteStylesheet },
	script: { withoutList: siteScript },
	sitemap: { file: (parts) => parts.environment.render('sitemap', sitemapView(parts)) },
};

/** The view of the template `sitemap`. */
interface SitemapView extends ListView {
	readonly addresses: readonly string[];
}

/** The absolute addresses of the page of a list, of the pages of its works, and of the pages of all parts. */
function sitemapView(parts: DocumentParts): SitemapView {
	const { view } = parts;
	const { page, works } = view.place;
	const pages = works === null ? [] : namedWorks(parts).map(({ name }) => addressIn(works, name));
	const addresses = [...(page === null ? [] : [page]), ...pages, ...(parts.partAddresses ?? [])];
	return viewWith(view, { addresses: [...new Set(addresses)].filter((address) => /^https?:/i.test(address)) });
}
