import { givenNameFirst } from '../people/declared-names.ts';
import type { Highlights } from '../people/highlight.ts';
import type { Matcher } from '../people/person-matcher.ts';
import type { Publication } from '../publications/publication.ts';
import { freeNames } from '../text/free-names.ts';
import { cacheByIdentity } from '../text/identity-cache.ts';
import { memoize } from '../text/memoize.ts';
import { valueIn } from '../text/value-in.ts';
import { groupBy, idOf } from './group-by.ts';
import { headingsFor } from './headings.ts';
import type { GroupKey, Part } from './list.ts';
import { selectPeople } from './select-people.ts';
import { matches, type Selector } from './selector.ts';

/** Keys with another meaning than in `group-by`, where `venue` is the kind of venue. */
const keysOfParts: Readonly<Record<string, GroupKey>> = { venue: 'venue-name' };

/**
 * The parts of publications by a key: one for each value, or for each declared person that the selector matches. Works
 * without the key are in no part.
 *
 * @param where which people, or which works; null for all
 */
export function partsOf(
	key: GroupKey,
	where: Selector | null,
	publications: readonly Publication[],
	highlights: Highlights,
): readonly Part[] {
	if (key === 'person')
		return selectPeople(highlights.matcher.people, where).map(({ id, name }) => ({
			...{ key, value: id, id: fileNameOf(id), name: givenNameFirst(name) },
		}));
	const groupKey = valueIn(keysOfParts, key) ?? key;
	const taken = new Set<string>();
	const freeName = freeNames((name) => taken.has(name));
	const works = where === null ? publications : publications.filter((work) => matches(where, work, highlights));
	return groupBy(groupKey, works, highlights, { sort: [], repeat: true }).flatMap((group) => {
		if (group.term === 'none') return [];
		const name = group.title ?? group.term ?? '';
		const id = freeName(fileNameOf(name));
		taken.add(id);
		return { key: groupKey, value: idOf(group), id, name };
	});
}

/** The publications of a part. They are divided once for all parts of a key. */
export function worksIn({ key, value }: Part, publications: readonly Publication[], { matcher }: Highlights) {
	return divided(matcher, publications)(key).get(value) ?? [];
}

const divided = cacheByIdentity((matcher: Matcher, publications: readonly Publication[]) =>
	memoize((key): ReadonlyMap<string, readonly Publication[]> => {
		const works = new Map<string, Set<Publication>>();
		const add = (value: string, publication: Publication) => {
			const others = works.get(value);
			if (others) others.add(publication);
			else works.set(value, new Set([publication]));
		};
		const headingsOf = headingsFor(key, { matcher }, []);
		for (const publication of publications) {
			if (key === 'person') for (const { id } of matcher.personsIn(publication)) add(id, publication);
			else for (const heading of headingsOf(publication)) add(idOf(heading), publication);
		}
		return new Map([...works].map(([value, set]) => [value, [...set]]));
	}),
);

/** A value as a file name without extension: its letters and digits in any script, in lower case. */
function fileNameOf(value: string): string {
	const name = value
		.normalize('NFC')
		.toLowerCase()
		.replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
		.replace(/^-|-$/g, '');
	return name || 'part';
}
