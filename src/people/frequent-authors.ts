import type { Name } from '../publications/names/name.ts';
import type { Publication } from '../publications/publication.ts';
import { familyAndFirstGiven } from './name-form.ts';

/** All spellings of a family name with the same first given name or initial. */
interface Author {
	/** Family name and first letter. */
	readonly initial: string;
	/** True if the given name is not an initial. */
	readonly full: boolean;
	readonly spellings: Spelling[];
	/** Number of publications. */
	count: number;
	/** The last counted publication: a name that occurs twice in it counts once. */
	last: Publication | null;
}

interface Spelling {
	readonly name: Name;
	readonly author: Author;
	count: number;
}

/** An author with the number of their publications. */
export interface FrequentAuthor {
	/** The most frequent spelling, preferably with full given names. */
	readonly name: Name;
	readonly count: number;
}

/** The author with most publications, the first one in a tie; null without authors. */
export function mostFrequentAuthor(publications: readonly Publication[]): FrequentAuthor | null {
	return frequentAuthors(publications)[0] ?? null;
}

/**
 * The authors by number of publications, with all spellings of a name combined; ties are in order of appearance. Authors
 * differ by family name and first given name. Initials count for the most frequent full name that they match.
 * Organizations and names without given names ('Anonymous') are skipped.
 */
export function frequentAuthors(publications: readonly Publication[]): FrequentAuthor[] {
	const authors = new Map<string, Author>();
	const spellings = new Map<string, Spelling>();
	for (const publication of publications) {
		for (const name of publication.contributors.author?.names ?? []) {
			if (name.literal !== null || (name.given === '' && name.givenInitials === null)) continue;
			const written = `${name.droppingParticle}${name.nonDroppingParticle} ${name.family}, ${name.given}`;
			let spelling = spellings.get(written);
			if (!spelling) {
				spelling = { name, author: authorOf(name, authors), count: 0 };
				spelling.author.spellings.push(spelling);
				spellings.set(written, spelling);
			}
			spelling.count++;
			if (spelling.author.last === publication) continue;
			spelling.author.last = publication;
			spelling.author.count++;
		}
	}
	return withInitials([...authors.values()]).flatMap(({ author, count }) => {
		const [first, ...others] = author.spellings;
		return first
			? [
					{
						name: others.reduce((best, spelling) => (spelling.count > best.count ? spelling : best), first).name,
						count,
					},
				]
			: [];
	});
}

function authorOf(name: Name, authors: Map<string, Author>): Author {
	const { family, given } = familyAndFirstGiven(name);
	const full = given?.kind === 'full';
	const initial = `${family.spelt}|${given?.spelt[0] ?? ''}`;
	const key = full ? `${family.spelt}|${given.spelt}` : `${initial}.`;
	const existing = authors.get(key);
	if (existing) return existing;
	const author: Author = { initial, full, spellings: [], count: 0, last: null };
	authors.set(key, author);
	return author;
}

/** The authors with their counts, most publications first; initials count for the full name they match. */
function withInitials(authors: readonly Author[]): { author: Author; count: number }[] {
	const fullNames = new Map<string, Author>();
	for (const author of authors) {
		const fullName = fullNames.get(author.initial);
		if (author.full && (!fullName || author.count > fullName.count)) fullNames.set(author.initial, author);
	}
	const counts = new Map<Author, number>();
	for (const author of authors) {
		const target = author.full ? author : (fullNames.get(author.initial) ?? author);
		counts.set(target, (counts.get(target) ?? 0) + author.count);
	}
	return [...counts].map(([author, count]) => ({ author, count })).sort((one, other) => other.count - one.count);
}
