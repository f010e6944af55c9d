import type { Name } from '../publications/names/name.ts';
import type { Publication } from '../publications/publication.ts';
import { memoize } from '../text/memoize.ts';
import { always } from './membership.ts';
import { nameIndex } from './name-index.ts';
import type { Person } from './person.ts';

/** True if a contributor has the name 'Family, Given' or 'Given Family', declared or not. */
export function hasName({ contributors }: Publication, text: string): boolean {
	return Object.values(contributors).some(({ names }) => names.some((name) => isNamed(name, text)));
}

/** True if a name agrees with 'Family, Given' or 'Given Family'. */
export function isNamed(name: Name, text: string): boolean {
	return indexOf(text).byText(name).length > 0;
}

/** A person of whom only the name is known. */
export function undeclared(name: string): Person {
	return { id: '', name, aliases: [], orcid: null, profiles: {}, url: null, image: null, spells: always('') };
}

const indexOf = memoize((name) => {
	return nameIndex([undeclared(name)]);
});
