import type { Format } from '../../formats/format.ts';
import { writeData } from './data-document.ts';
import type { DocumentParts, RenderedFile } from './document-parts.ts';
import { embedFiles } from './embed-document.ts';
import { feedView } from './feed.ts';
import { sitemapView } from './sitemap-document.ts';
import { workPages } from './works-document.ts';

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
