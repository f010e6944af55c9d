import type { Name } from '../publications/names/name.ts';
import type { Publication } from '../publications/publication.ts';
import { familyAndFirstGiven } from './name-form.ts';

/** An author under all spellings of the name. */
export interface DistinctAuthor {
	/** The most frequent spelling, preferably with full given names. */
	readonly name: Name;
	readonly publications: ReadonlySet<Publication>;
}

/** All spellings of a family name with the same first given name or initial. */
interface Author {
	/** Family name and first letter. */
	readonly initial: string;
	/** True if the given name is not an initial. */
	readonly full: boolean;
	readonly spellings: Spelling[];
	readonly publications: Set<Publication>;
}

interface Spelling {
	readonly name: Name;
	readonly author: Author;
	count: number;
}

/**
 * The authors of publications in the order of appearance, with all spellings of a name combined. Authors differ by family
 * name and first given name. Initials count for the most frequent full name that they match.
 *
 * @param namesOf the names to count; none of an organization
 */
export function distinctAuthors(
	publications: Iterable<Publication>,
	namesOf: (publication: Publication) => readonly Name[],
): DistinctAuthor[] {
	const authors = new Map<string, Author>();
	const spellings = new Map<string, Spelling>();
	for (const publication of publications) {
		for (const name of namesOf(publication)) {
			const written = `${name.droppingParticle}${name.nonDroppingParticle} ${name.family}, ${name.given}`;
			let spelling = spellings.get(written);
			if (!spelling) {
				spelling = { name, author: authorOf(name, authors), count: 0 };
				spelling.author.spellings.push(spelling);
				spellings.set(written, spelling);
			}
			spelling.count++;
			spelling.author.publications.add(publication);
		}
	}
	return withInitials([...authors.values()]).flatMap(({ author, publications }) => {
		const [first, ...others] = author.spellings;
		if (!first) return [];
		const { name } = others.reduce((best, spelling) => (spelling.count > best.count ? spelling : best), first);
		return [{ name, publications }];
	});
}

function authorOf(name: Name, authors: Map<string, Author>): Author {
	const { family, given } = familyAndFirstGiven(name);
	const full = given?.kind === 'full';
	const initial = `${family.spelt}|${given?.spelt[0] ?? ''}`;
	const key = full ? `${family.spelt}|${given.spelt}` : `${initial}.`;
	const existing = authors.get(key);
	if (existing) return existing;
	const author: Author = { initial, full, spellings: [], publications: new Set() };
	authors.set(key, author);
	return author;
}

/** The authors with their publications; those under initials are added to the full name they match. */
function withInitials(authors: readonly Author[]): { author: Author; publications: Set<Publication> }[] {
	const fullNames = new Map<string, Author>();
	for (const author of authors) {
		const fullName = fullNames.get(author.initial);
		if (author.full && (!fullName || author.publications.size > fullName.publications.size))
			fullNames.set(author.initial, author);
	}
	const all = new Map<Author, Set<Publication>>();
	for (const author of authors) {
		const target = author.full ? author : (fullNames.get(author.initial) ?? author);
		all.set(target, new Set([...(all.get(target) ?? []), ...author.publications]));
	}
	return [...all].map(([author, publications]) => ({ author, publications }));
}
