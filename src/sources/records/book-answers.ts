import type { CslInput } from '../../editing/drafts/csl-drafts.ts';
import { cslNames } from '../../editing/drafts/draft-names.ts';
import type { output } from '../../text/schema.ts';
import type { answerSchemas } from './answer-schemas.ts';

/** A response of Open Library's Books API (`jscmd=data`), `{"ISBN:978…": {…}}`, as CSL; null for an empty one. */
export function cslFromOpenLibrary(answer: NonNullable<output<typeof answerSchemas.openLibrary>>): CslInput | null {
	const [entry] = Object.entries(answer);
	if (!entry) return null;
	const [key, book] = entry;
	if (!book.title) return null;
	return {
		type: 'book',
		title: book.title,
		subtitle: book.subtitle ?? '',
		author: cslNames((book.authors ?? []).map(({ name }) => name ?? '')),
		publisher: book.publishers?.[0]?.name ?? '',
		'publisher-place': placeOf(book.publish_places?.[0]?.name),
		issued: { raw: `${book.publish_date ?? ''}` },
		'number-of-pages': book.number_of_pages ?? '',
		ISBN: key.replace(/^ISBN:/, ''),
	};
}

/** A response of Google Books' volumes API as CSL; null for an empty one. */
export function cslFromGoogleBooks({ items }: NonNullable<output<typeof answerSchemas.googleBooks>>): CslInput | null {
	const volume = items?.[0]?.volumeInfo;
	if (!volume?.title) return null;
	const isbn = (kind: string) => volume.industryIdentifiers?.find(({ type }) => type === kind)?.identifier;
	return {
		type: 'book',
		title: volume.title,
		subtitle: volume.subtitle ?? '',
		author: cslNames(volume.authors ?? []),
		publisher: volume.publisher ?? '',
		issued: { raw: `${volume.publishedDate ?? ''}` },
		'number-of-pages': volume.pageCount ?? '',
		language: volume.language ?? '',
		ISBN: isbn('ISBN_13') ?? isbn('ISBN_10') ?? '',
	};
}

/** Removes additions from a place: 'New York (State)', 'Berlin [etc.]'. */
function placeOf(place: string | null | undefined): string {
	return (place ?? '').replace(/\s*[([].*$/, '').replace(/^\[|\]$/g, '');
}
