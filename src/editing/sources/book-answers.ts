import { parseNames } from '../../publications/names/read-names.ts';
import type { CslInput } from '../drafts/csl-drafts.ts';
import { namePartsOf } from '../drafts/draft-names.ts';

/** A response of Open Library's Books API (`jscmd=data`), `{"ISBN:978…": {…}}`, as CSL; null for an empty one. */
export function cslFromOpenLibrary(answer: unknown): CslInput | null {
	const [entry] = Object.entries((answer ?? {}) as Readonly<Record<string, OpenLibraryBook>>);
	if (!entry) return null;
	const [key, book] = entry;
	if (!book?.title) return null;
	return {
		type: 'book',
		title: book.title,
		subtitle: book.subtitle ?? '',
		author: namesOf((book.authors ?? []).map(({ name }) => name ?? '')),
		publisher: book.publishers?.[0]?.name ?? '',
		'publisher-place': placeOf(book.publish_places?.[0]?.name),
		issued: { raw: book.publish_date ?? '' },
		'number-of-pages': book.number_of_pages ?? '',
		ISBN: key.replace(/^ISBN:/, ''),
	};
}

interface OpenLibraryBook {
	readonly title?: string;
	readonly subtitle?: string;
	readonly authors?: readonly { readonly name?: string }[];
	readonly publishers?: readonly { readonly name?: string }[];
	readonly publish_places?: readonly { readonly name?: string }[];
	readonly publish_date?: string;
	readonly number_of_pages?: number;
}

/** A response of Google Books' volumes API as CSL; null for an empty one. */
export function cslFromGoogleBooks(answer: unknown): CslInput | null {
	const [first] = (answer as { items?: readonly { volumeInfo?: GoogleVolume }[] } | null)?.items ?? [];
	const volume = first?.volumeInfo;
	if (!volume?.title) return null;
	const isbn = (kind: string) => volume.industryIdentifiers?.find(({ type }) => type === kind)?.identifier;
	return {
		type: 'book',
		title: volume.title,
		subtitle: volume.subtitle ?? '',
		author: namesOf(volume.authors ?? []),
		publisher: volume.publisher ?? '',
		issued: { raw: volume.publishedDate ?? '' },
		'number-of-pages': volume.pageCount ?? '',
		language: volume.language ?? '',
		ISBN: isbn('ISBN_13') ?? isbn('ISBN_10') ?? '',
	};
}

interface GoogleVolume {
	readonly title?: string;
	readonly subtitle?: string;
	readonly authors?: readonly string[];
	readonly publisher?: string;
	readonly publishedDate?: string;
	readonly pageCount?: number;
	readonly language?: string;
	readonly industryIdentifiers?: readonly { readonly type: string; readonly identifier: string }[];
}

/** Parses names; each string is one name, even with 'and' in it. */
function namesOf(names: readonly string[]): object[] {
	return names.flatMap((text) =>
		parseNames(text.replace(/\s+and\s+/g, ' {and} ')).names.map((name) => {
			const { particle = '', ...rest } = namePartsOf(name);
			return { ...rest, 'dropping-particle': particle };
		}),
	);
}

/** Removes additions from a place: 'New York (State)', 'Berlin [etc.]'. */
function placeOf(place: string | undefined): string {
	return (place ?? '').replace(/\s*[([].*$/, '').replace(/^\[|\]$/g, '');
}
