import type { Format } from '../formats/format.ts';
import { writeData } from './data.ts';
import type { DocumentParts } from './document-parts.ts';
import { feedView } from './feed.ts';

/** What makes the whole file of a format that names one of these. */
export const documents: Readonly<Record<NonNullable<Format['document']>, (parts: DocumentParts) => string>> = {
	data: writeData,
	feed: (parts) => parts.environment.render('feed', feedView(parts)),
};
