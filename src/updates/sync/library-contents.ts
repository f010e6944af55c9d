import type { Library } from '../../library/entry.ts';
import { publicationOf, type Reading } from '../../publications/normalize.ts';
import type { Publication } from '../../publications/publication.ts';

/** A library that works are compared with. */
export interface LibraryContents {
	readonly library: Library;
	/** All publications of the library, hidden ones too, before versions are merged. */
	readonly publications: readonly Publication[];
	readonly reading: Reading;
}

/** The publications of a library, and what else it contains under a key: sets, and data that several entries share. */
export function allPublications({ library, publications, reading }: LibraryContents): readonly Publication[] {
	const others = [...new Set(library.byKey.values())].filter(({ type }) => type === 'xdata' || type === 'set');
	return [...publications, ...others.map((entry) => publicationOf(entry, reading, () => {}))];
}
