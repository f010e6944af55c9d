import { idOf } from '../lists/group-by.ts';
import type { Heading } from '../lists/headings.ts';
import type { GroupKey } from '../lists/list.ts';
import { givenNameFirst } from '../people/declared-names.ts';
import type { Person } from '../people/person.ts';
import type { Label } from './statistic.ts';

/** The label of a term of the locale. */
export function termLabel(term: string): Label {
	return { title: null, term, part: null };
}

/** The label of a group of works, which leads to the page of that part. */
export function groupLabel(key: GroupKey, heading: Heading): Label {
	const { title, term } = heading;
	return { title, term, part: term === 'none' ? null : { key, value: idOf(heading) } };
}

/** The label of a person, given name first. */
export function personLabel({ id, name }: Person): Label {
	return { title: givenNameFirst(name), term: null, part: { key: 'person', value: id } };
}
