import { readName } from '../people/declared-names.ts';
import type { Highlights } from '../people/highlight.ts';
import type { Publication } from '../publications/publication.ts';
import { freeNames } from '../text/free-names.ts';
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

/** True if a publication is in a part. */
export function isInPart({ key, value }: Part, publication: Publication, highlights: Highlights): boolean {
	if (key === 'person') return highlights.matcher.personsIn(publication).some(({ id }) => id === value);
	return headingsFor(key, highlights, [])(publication).some((heading) => idOf(heading) === value);
}

function givenNameFirst(name: string): string {
	const parts = readName(name);
	if (!parts || parts.literal !== null) return name;
	const { given, droppingParticle, nonDroppingParticle, family, suffix } = parts;
	return [given, droppingParticle, nonDroppingParticle, family, suffix].filter(Boolean).join(' ');
}

/** A value as a file name without extension: its letters and digits in any script, in lower case. */
function fileNameOf(value: string): string {
	const name = value
		.normalize('NFC')
		.toLowerCase()
		.replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
		.replace(/^-|-$/g, '');
	return name || 'part';
}
