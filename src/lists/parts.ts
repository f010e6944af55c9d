import type { CountedPeople } from '../people/counted-people.ts';
import { givenNameFirst } from '../people/declared-names.ts';
import type { HighlightedWorks, Highlights } from '../people/highlight.ts';
import type { Person } from '../people/person.ts';
import type { Publication } from '../publications/publication.ts';
import { fileNames } from '../text/file-names.ts';
import { cacheByIdentity } from '../text/identity-cache.ts';
import { memoize } from '../text/memoize.ts';
import { valueIn } from '../text/value-in.ts';
import { type Group, groupBy, idOf } from './group-by.ts';
import { headingsFor } from './headings.ts';
import type { GroupKey, Part } from './list.ts';
import { selectPeople } from './select-people.ts';
import type { Selector } from './selector.ts';

/** Keys with another meaning than in `group-by`, where `venue` is the kind of venue. */
const keysOfParts: Readonly<Record<string, GroupKey>> = { venue: 'venue-name' };

/**
 * The parts of publications by a key: one for each of their values, or for each declared person that a selector matches,
 * with or without publications. Publications without the key are in no part. The id of a part is the same for all lists of
 * a library.
 *
 * @param people which people; null for all
 */
export function partsOf(
	key: GroupKey,
	people: Selector | null,
	publications: readonly Publication[],
	highlights: HighlightedWorks,
): readonly Part[] {
	if (key === 'person') return peopleOf(highlights.matcher.people, people);
	const groupKey = valueIn(keysOfParts, key) ?? key;
	const groupsOf = (works: readonly Publication[]) =>
		groupBy(groupKey, works, highlights, { sort: [], repeat: true }).filter(({ term }) => term !== 'none');
	const allGroups = groupsOf(highlights.publications.filter(({ hidden }) => !hidden));
	const names = fileNames(allGroups.map(nameOf));
	const ids = new Map(allGroups.map((group, index) => [idOf(group), names[index] ?? '']));
	return groupsOf(publications).map((group) => {
		const value = idOf(group);
		return { key: groupKey, value, id: ids.get(value) ?? '', name: nameOf(group), isTerm: group.title === null };
	});
}

function peopleOf(people: readonly Person[], selector: Selector | null): Part[] {
	const ids = fileNames(
		people.map(({ id }) => id),
		{ keepCase: true },
	);
	const selected = new Set(selectPeople(people, selector));
	return people.flatMap((person, index) => {
		const part = { key: 'person', value: person.id, id: ids[index] ?? '', isTerm: false };
		return selected.has(person) ? [{ ...part, name: givenNameFirst(person.name) }] : [];
	});
}

function nameOf({ title, term }: Group): string {
	return title ?? term ?? '';
}

/** The publications of a part. They are divided once for all parts of a key. */
export function worksIn({ key, value }: Part, publications: readonly Publication[], { counted }: Highlights) {
	return divided(counted, publications)(key).get(value) ?? [];
}

const divided = cacheByIdentity((counted: CountedPeople, publications: readonly Publication[]) =>
	memoize((key): ReadonlyMap<string, readonly Publication[]> => {
		const works = new Map<string, Set<Publication>>();
		const add = (value: string, publication: Publication) => {
			const others = works.get(value);
			if (others) others.add(publication);
			else works.set(value, new Set([publication]));
		};
		const headingsOf = headingsFor(key, { counted }, []);
		for (const publication of publications) {
			if (key === 'person') for (const { id } of counted.peopleIn(publication)) add(id, publication);
			else for (const heading of headingsOf(publication)) add(idOf(heading), publication);
		}
		return new Map([...works].map(([value, set]) => [value, [...set]]));
	}),
);
