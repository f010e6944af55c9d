import type { Publication } from '../publications/publication.ts';
import { memoize } from '../text/memoize.ts';
import { nameIndex } from './name-index.ts';
import type { Person } from './person.ts';

/** Whether a contributor of a work has a name, declared or not: 'Family, Given' or 'Given Family'. */
export function hasName({ contributors }: Publication, name: string): boolean {
	const index = indexOf(name);
	return Object.values(contributors).some(({ names }) => names.some((each) => index.byText(each).length > 0));
}

const indexOf = memoize((name) => {
	const person: Person = { id: '', name, aliases: [], orcid: null, url: null, role: '', from: null, to: null };
	return nameIndex([person]);
});
