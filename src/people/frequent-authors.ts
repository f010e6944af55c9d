import type { Name } from '../publications/names/name.ts';
import type { Publication } from '../publications/publication.ts';
import { familyAndFirstGiven } from './name-form.ts';

/** One author as far as spellings tell: family name and first given name, or its initial. */
interface Author {
	/** Family name and first letter. */
	readonly initial: string;
	/** The given name is written out. */
	readonly full: boolean;
	readonly spellings: Spelling[];
	/** Works. */
	count: number;
	/** The last work counted, so that a name that stands in it twice counts once. */
	last: Publication | null;
}

interface Spelling {
	readonly name: Name;
	readonly author: Author;
	count: number;
}

/** An author and the number of their works. */
export interface FrequentAuthor {
	/** The most frequent spelling, with full given names where there is one. */
	readonly name: Name;
	readonly count: number;
}

/** The author of most works; null when there is no author. A draw goes to the one met first. */
export function mostFrequentAuthor(publications: readonly Publication[]): FrequentAuthor | null {
	return frequentAuthors(publications)[0] ?? null;
}

/**
 * The authors by the number of their works, all spellings of a name taken together; of two with as many, the one met
 * first is first. Full given names are told apart by the first of them; initials go to the most frequent full name they
 * fit. Bodies and names without given names ('Anonymous') are left out.
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
			? [{ name: others.reduce((one, other) => (other.count > one.count ? other : one), first).name, count }]
			: [];
	});
}

function authorOf(name: Name, authors: Map<string, Author>): Author {
	const { family, given } = familyAndFirstGiven(name);
	const full = given?.kind === 'full';
	const initial = `${family.spelt}|${given?.spelt[0] ?? ''}`;
	const key = full ? `${family.spelt}|${given.spelt}` : `${initial}.`;
	const known = authors.get(key);
	if (known) return known;
	const author: Author = { initial, full, spellings: [], count: 0, last: null };
	authors.set(key, author);
	return author;
}

/** The authors with their works, initials counted for the full names they belong to; those of most works first. */
function withInitials(authors: readonly Author[]): { author: Author; count: number }[] {
	const homes = new Map<string, Author>();
	for (const author of authors) {
		const known = homes.get(author.initial);
		if (author.full && (!known || author.count > known.count)) homes.set(author.initial, author);
	}
	const counts = new Map<Author, number>();
	for (const author of authors) {
		const home = author.full ? author : (homes.get(author.initial) ?? author);
		counts.set(home, (counts.get(home) ?? 0) + author.count);
	}
	return [...counts].map(([author, count]) => ({ author, count })).sort((one, other) => other.count - one.count);
}
