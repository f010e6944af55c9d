import type { Publication } from '../publications/publication.ts';
import { closestWord } from '../text/closest-word.ts';
import { declaredNames } from './declared-names.ts';
import { nearMatch } from './near-match.ts';
import type { Person } from './person.ts';
import { writtenName } from './written-name.ts';

/** The author with most publications whose name nearly equals a person's name, as 'Family, Given'; null without one. */
export function nearestAuthor(person: Person, publications: readonly Publication[]): string | null {
	const declared = declaredNames([person]);
	const authors = new Map<string, { near: boolean; works: number }>();
	for (const { contributors } of publications) {
		for (const name of contributors.author?.names ?? []) {
			const text = writtenName(name);
			const author = authors.get(text) ?? { near: nearMatch(name, declared, false) !== null, works: 0 };
			author.works++;
			authors.set(text, author);
		}
	}
	const near = [...authors].filter(([, { near }]) => near).sort(([, one], [, other]) => other.works - one.works);
	return near[0]?.[0] ?? closestFamily(person, publications);
}

/** The author with most publications whose family name is closest to a name without given names. */
function closestFamily({ name }: Person, publications: readonly Publication[]): string | null {
	if (/[\s,]/.test(name.trim())) return null;
	const works = new Map<string, number>();
	const authors = publications.flatMap(({ contributors }) => contributors.author?.names ?? []);
	for (const author of authors) works.set(writtenName(author), (works.get(writtenName(author)) ?? 0) + 1);
	const family = closestWord(name, new Set(authors.map((author) => author.family)));
	const matches = authors.filter((author) => author.family === family).map(writtenName);
	return matches.sort((one, other) => (works.get(other) ?? 0) - (works.get(one) ?? 0))[0] ?? null;
}
