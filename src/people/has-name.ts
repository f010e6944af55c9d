import type { Publication } from '../publications/publication.ts';
import { memoize } from '../text/memoize.ts';
import { nameIndex } from './name-index.ts';
import type { Person } from './person.ts';

/** True if a contributor has the name 'Family, Given' or 'Given Family', declared or not. */
export function hasName({ contributors }: Publication, name: string): boolean {
	const index = indexOf(name);
	return Object.values(contributors).some(({ names }) =>
		names.some((contributor) => index.byText(contributor).length > 0),
	);
}

const indexOf = memoize((name) => {
	const person: Person = { id: '', name, aliases: [], orcid: null, url: null, role: '', from: null, to: null };
	return nameIndex([person]);
});
