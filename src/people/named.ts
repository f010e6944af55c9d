import type { Publication } from '../publications/publication.ts';
import { type NameIndex, nameIndex } from './name-index.ts';
import type { Person } from './people.ts';

/** Whether a contributor of a work answers to a name, declared or not: 'Family, Given' or 'Given Family'. */
export function hasName(publication: Publication, name: string): boolean {
	const index = indexOf(name);
	return Object.values(publication.contributors).some((list) =>
		list.names.some((each) => index.byText(each).length > 0),
	);
}

const known = new Map<string, NameIndex>();

function indexOf(name: string): NameIndex {
	let index = known.get(name);
	if (!index) {
		const person: Person = { id: '', name, aliases: [], orcid: null, url: null, role: '', from: null, to: null };
		index = nameIndex([person]);
		known.set(name, index);
	}
	return index;
}
