import type { Draft } from '../../editing/drafts/draft.ts';
import { nameList, namePartsOf } from '../../editing/drafts/draft-names.ts';
import type { Person } from '../../people/person.ts';
import { isGivenName } from '../../publications/names/given-names.ts';
import type { Name } from '../../publications/names/name.ts';
import { parseNames } from '../../publications/names/read-names.ts';
import type { Publication } from '../../publications/publication.ts';
import { fold } from '../../text/fold.ts';

/**
 * Makes a function that splits the names of a draft as the library and `people` do. Many services do not split names, so that
 * only the last word of 'Regino Zamora Rodríguez' is read as the family name.
 */
export function withKnownFamilyNames(
	publications: readonly Publication[],
	people: readonly Person[],
): (draft: Draft) => Draft {
	/** The first letters of the given names of people with a family name of several words. */
	const initials = new Map<string, Set<string>>();
	const declared = people.flatMap(({ name, aliases }) => [name, ...aliases.map((alias) => alias.name)]);
	const names = [
		...publications.flatMap(({ contributors }) => Object.values(contributors).flatMap((list) => list?.names ?? [])),
		...declared.flatMap((name) => parseNames(name).names),
	];
	for (const { literal, family, given } of names) {
		if (literal !== null || given === '' || !/\S\s\S/.test(family)) continue;
		const known = initials.get(fold(family)) ?? new Set();
		initials.set(fold(family), known.add(initialOf(given)));
	}

	function split(name: Name): Name {
		const words = name.given.split(' ');
		if (name.literal !== null || name.droppingParticle || name.nonDroppingParticle) return name;
		for (let first = 1; first < words.length; first++) {
			const family = [...words.slice(first), name.family].join(' ');
			// An entry may have 'Jon Chapman, S.' for S. Jon Chapman.
			if (isGivenName(words[first] ?? '') || words[first]?.includes('.')) continue;
			if (initials.get(fold(family))?.has(initialOf(name.given)))
				return { ...name, family, given: words.slice(0, first).join(' ') };
		}
		return name;
	}

	return (draft) => {
		if (initials.size === 0) return draft;
		const fields = new Map(draft.fields);
		for (const role of ['author', 'editor']) {
			const { names, etAl } = parseNames(fields.get(role) ?? '');
			const known = names.map(split);
			if (known.some((name, index) => name !== names[index]))
				fields.set(role, nameList([...known.map(namePartsOf), ...(etAl ? [{ literal: 'others' }] : [])]));
		}
		return { ...draft, fields };
	};
}

function initialOf(given: string): string {
	return fold(given).charAt(0);
}
