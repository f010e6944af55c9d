import type { Format } from '../formats/format.ts';
import { writeData } from './data.ts';
import type { DocumentParts, RenderedFile } from './document-parts.ts';
import { embedFiles } from './embed.ts';
import { feedView } from './feed.ts';
import { sitemapView } from './sitemap.ts';
import { workPages } from './works.ts';

type Make = (parts: DocumentParts) => string | readonly RenderedFile[];

/** What makes the file of a format that names one of these, or its files where an output is a folder. */
export const documents: Readonly<Record<NonNullable<Format['document']>, Make>> = {
	data: writeData,
	feed: (parts) => parts.environment.render('feed', feedView(parts)),
	embed: embedFiles,
	works: workPages,
	sitemap: (parts) => parts.environment.render('sitemap', sitemapView(parts)),
};
