import { type FrequentAuthor, frequentAuthors } from '../../people/frequent.ts';
import { matchPeople } from '../../people/match.ts';
import { firstWords } from '../../people/name-form.ts';
import type { Name } from '../../publications/names/name.ts';
import type { Publication } from '../../publications/publication.ts';
import type { Scholar } from './site-owner.ts';

/** Whose list it may be, with what is known of them. */
export interface Candidate {
	/** 'Family, Given'. */
	readonly name: string;
	/** Works with this name; 0 for somebody whom only the site names. */
	readonly count: number;
	/** Other names that are surely theirs. */
	readonly aliases: readonly string[];
	readonly orcid: string | null;
}

/** So many are proposed, and so many more are looked through for their other names. */
const proposed = 6;
const lookedThrough = 40;

/** The likely owners, the likeliest first: whom the site names, then those of most works under all of their names. */
export function candidates(publications: readonly Publication[], scholar: Scholar | null): Candidate[] {
	const frequent = frequentAuthors(publications).slice(0, lookedThrough);
	const works = worksOf(frequent, publications);
	const all = frequent
		.slice(0, proposed)
		.map((author) => withOtherName(candidateOf(author, publications), author, frequent, works, publications.length));
	const ranked = all
		.filter(({ name }, index) => all.findIndex((one) => one.name === name || one.aliases.includes(name)) === index)
		.toSorted((one, other) => other.count - one.count);
	if (scholar?.owner == null) return ranked;
	const named = matchPeople([person(scholar.owner)]);
	const known = frequent.find(({ name }) => named.agreeing(name).length > 0);
	const own = ranked.find(({ name }) => known && name === writtenName(known.name)) ?? {
		...{ name: scholar.owner, count: known?.count ?? 0, aliases: [], orcid: null },
	};
	const aliases = [...new Set([...scholar.aliases, ...own.aliases])].filter((alias) => alias !== own.name);
	return [{ ...own, aliases }, ...ranked.filter((one) => one !== own)];
}

/** An author, and the names that bear the same ORCID iD. */
function candidateOf({ name, count }: FrequentAuthor, publications: readonly Publication[]): Candidate {
	const written = writtenName(name);
	const matcher = matchPeople([person(written)]);
	const names = publications.flatMap(({ contributors }) => contributors.author?.names ?? []);
	const orcids = new Set(names.flatMap((one) => (one.orcid && matcher.agreeing(one).length ? one.orcid : [])));
	const [orcid = null] = orcids.size === 1 ? orcids : [];
	const others = names.filter((one) => orcid !== null && one.orcid === orcid && matcher.agreeing(one).length === 0);
	return { name: written, count, orcid, aliases: [...new Set(others.map(writtenName))] };
}

/** Fewer works are no evidence. */
const fewestWorks = 8;

/**
 * A birth name: somebody with the same given name who stands in all the works this author does not, and in none of
 * theirs. Nobody else than the owner of a library stands in every work of it.
 */
function withOtherName(
	candidate: Candidate,
	author: FrequentAuthor,
	frequent: readonly FrequentAuthor[],
	works: ReadonlyMap<FrequentAuthor, ReadonlySet<Publication>>,
	all: number,
): Candidate {
	const own = works.get(author) ?? new Set();
	if (all < fewestWorks || own.size === all) return candidate;
	const other = frequent.find((one) => {
		const theirs = works.get(one) ?? new Set();
		const fills = theirs.size > 1 && own.size + theirs.size === all && ![...theirs].some((work) => own.has(work));
		return one !== author && fills && sameGiven(author.name, one.name);
	});
	if (!other) return candidate;
	const names = [candidate.name, writtenName(other.name)];
	const [name = '', ...aliases] = latest(works.get(other)) > latest(own) ? names.toReversed() : names;
	return { ...candidate, name, count: all, aliases: [...new Set([...aliases, ...candidate.aliases])] };
}

/** The last year; a person is called by the name they bear now. */
function latest(works: ReadonlySet<Publication> = new Set()): number {
	return Math.max(...[...works].map(({ issued }) => issued?.start?.year ?? 0));
}

function sameGiven(one: Name, other: Name): boolean {
	const [left, right] = [firstWords(one).given, firstWords(other).given];
	if (!left || !right) return false;
	const full = left.kind === 'full' && right.kind === 'full';
	return full ? left.spelt === right.spelt : left.spelt.charAt(0) === right.spelt.charAt(0);
}

function worksOf(
	authors: readonly FrequentAuthor[],
	publications: readonly Publication[],
): ReadonlyMap<FrequentAuthor, ReadonlySet<Publication>> {
	return new Map(
		authors.map((author) => {
			const matcher = matchPeople([person(writtenName(author.name))]);
			const works = publications.filter(({ contributors }) =>
				contributors.author?.names.some((name) => matcher.agreeing(name).length > 0),
			);
			return [author, new Set(works)];
		}),
	);
}

/** A name as `people:` takes it: 'van der Berg, Anna'. */
export function writtenName({ literal, nonDroppingParticle, droppingParticle, family, suffix, given }: Name): string {
	if (literal !== null) return literal;
	const whole = [nonDroppingParticle, droppingParticle, family].filter(Boolean).join(' ');
	return [whole, suffix, given].filter(Boolean).join(', ');
}

function person(name: string) {
	return { id: 'owner', name, aliases: [], orcid: null, url: null, role: 'owner', from: null, to: null };
}
