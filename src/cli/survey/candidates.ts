import { type FrequentAuthor, frequentAuthors } from '../../people/frequent-authors.ts';
import { familyAndFirstGiven } from '../../people/name-form.ts';
import { matchPeople } from '../../people/person-matcher.ts';
import type { Name } from '../../publications/names/name.ts';
import type { Publication } from '../../publications/publication.ts';
import type { Scholar } from './site-owner.ts';

/** A possible owner of the lists. */
export interface Candidate {
	/** 'Family, Given'. */
	readonly name: string;
	/** Works with this name; 0 for a person whom only the site names. */
	readonly count: number;
	/** Other names that certainly belong to the same person. */
	readonly aliases: readonly string[];
	readonly orcid: string | null;
}

/** The number of authors proposed, and the number searched for their other names. */
const proposed = 6;
const lookedThrough = 40;

/** The likely owners, best first: the person whom the site names, then the authors with the most works. */
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

/** An author, with the names that have the same ORCID iD. */
function candidateOf({ name, count }: FrequentAuthor, publications: readonly Publication[]): Candidate {
	const written = writtenName(name);
	const matcher = matchPeople([person(written)]);
	const names = publications.flatMap(({ contributors }) => contributors.author?.names ?? []);
	const orcids = new Set(names.flatMap((one) => (one.orcid && matcher.agreeing(one).length ? one.orcid : [])));
	const [orcid = null] = orcids.size === 1 ? orcids : [];
	const others = names.filter((one) => orcid !== null && one.orcid === orcid && matcher.agreeing(one).length === 0);
	return { name: written, count, orcid, aliases: [...new Set(others.map(writtenName))] };
}

/** With fewer works, there is no evidence for another name. */
const fewestWorks = 8;

/**
 * Detects a birth name: another author with the same given name who wrote all the works that this author did not, and
 * none of the others. Only the owner of a library is an author of every work in it.
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

/** The last year: the name of the latest works is the current one. */
function latest(works: ReadonlySet<Publication> = new Set()): number {
	return Math.max(...[...works].map(({ issued }) => issued?.start?.year ?? 0));
}

function sameGiven(one: Name, other: Name): boolean {
	const [left, right] = [familyAndFirstGiven(one).given, familyAndFirstGiven(other).given];
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

/** A name as written under `people:`: 'van der Berg, Anna'. */
export function writtenName({ literal, nonDroppingParticle, droppingParticle, family, suffix, given }: Name): string {
	if (literal !== null) return literal;
	const whole = [nonDroppingParticle, droppingParticle, family].filter(Boolean).join(' ');
	return [whole, suffix, given].filter(Boolean).join(', ');
}

function person(name: string) {
	return { id: 'owner', name, aliases: [], orcid: null, url: null, role: 'owner', from: null, to: null };
}
