import type { Publication } from '../publications/publication.ts';
import { declaredNames } from './declared-names.ts';
import { nearMatch } from './near-match.ts';
import type { Person } from './person.ts';

/**
 * The author whom a person's name nearly is, as 'Family, Given': swapped, with a slip or two. The one with most works
 * of several; null when there is none.
 */
export function nearestAuthor(person: Person, publications: readonly Publication[]): string | null {
	const declared = declaredNames([person]);
	const found = new Map<string, { near: boolean; works: number }>();
	for (const { contributors } of publications) {
		for (const name of contributors.author?.names ?? []) {
			const text = [name.family, name.given].filter(Boolean).join(', ');
			const known = found.get(text) ?? { near: nearMatch(name, declared, false) !== null, works: 0 };
			known.works++;
			found.set(text, known);
		}
	}
	const near = [...found].filter(([, one]) => one.near).sort(([, one], [, other]) => other.works - one.works);
	return near[0]?.[0] ?? null;
}
