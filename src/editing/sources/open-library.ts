import { parseNames } from '../../publications/names/read-names.ts';
import type { CslInput } from '../drafts/csl-drafts.ts';
import { givenName } from '../drafts/draft-names.ts';

/** An answer of Open Library's books API (`jscmd=data`): `{"ISBN:978…": {…}}`; null for an empty one. */
export function cslFromOpenLibrary(answer: unknown): CslInput | null {
	const [found] = Object.entries((answer ?? {}) as Readonly<Record<string, OpenLibraryBook>>);
	if (!found) return null;
	const [key, book] = found;
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

/** An answer of Google Books' volumes API; null for an empty one. */
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

/** Whole names, each one name whatever is in it. */
function namesOf(names: readonly string[]): object[] {
	return names.flatMap((whole) =>
		parseNames(whole.replace(/\s+and\s+/g, ' {and} ')).names.map((name) => {
			const { particle = '', ...rest } = givenName(name);
			return { ...rest, 'dropping-particle': particle };
		}),
	);
}

/** 'Cambridge, Mass' and 'New York (State)' as publishers print them. */
function placeOf(place: string | undefined): string {
	return (place ?? '').replace(/\s*[([].*$/, '').replace(/^\[|\]$/g, '');
}
