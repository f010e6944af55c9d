import type { FoundWork } from '../../../src/updates/sync/found-work.ts';
import { joinListings } from '../../../src/updates/sync/joined-work.ts';
import { allPublications, type LibraryContents } from '../../../src/updates/sync/library-contents.ts';
import { workIndex } from '../../../src/updates/sync/work-index.ts';

/**
 * The works that another run would not find in a library, although they were written to it. None, unless the library
 * changed in the meantime.
 */
export function stillNew(written: readonly FoundWork[], contents: LibraryContents): readonly FoundWork[] {
	const index = workIndex(allPublications(contents));
	return written.filter(({ listings }) =>
		// The other run has only the profiles: it does not ask for the record of a work in the library.
		joinListings(listings, contents.reading).some((work) => index.find(work)?.kind !== 'same'),
	);
}
