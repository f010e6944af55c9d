import { type FrequentAuthor, frequentAuthors } from '../../people/frequent-authors.ts';
import { always } from '../../people/membership.ts';
import { familyAndFirstGiven } from '../../people/name-form.ts';
import { matchPeople } from '../../people/person-matcher.ts';
import { writtenName } from '../../people/written-name.ts';
import type { Name } from '../../publications/names/name.ts';
import type { Publication } from '../../publications/publication.ts';
import type { MovedSettings } from './moving/moved-settings.ts';

/** A possible owner of the lists. */
export interface Candidate {
	/** 'Family, Given'. */
	readonly name: string;
	/** Number of works with this name; 0 for a person whom only the site names. */
	readonly count: number;
	/** Other names that certainly belong to the same person. */
	readonly aliases: readonly string[];
	readonly orcid: string | null;
}

/** The number of authors to propose. */
const mostCandidates = 6;

/** The number of authors to search for another name of a candidate. */
const mostSearched = 40;

/**
 * The likely owners, best first: the person whom the site names, then the authors with the most works. A person without a
 * work in the library comes last.
 */
export function candidates(
	publications: readonly Publication[],
	site: Pick<MovedSettings, 'owner' | 'aliases' | 'orcid'> | null,
): Candidate[] {
	const frequent = frequentAuthors(publications).slice(0, mostSearched);
	const works = worksOf(frequent, publications);
	const all = frequent
		.slice(0, mostCandidates)
		.map((author) => withFormerName(candidateOf(author, publications), author, frequent, works, publications.length));
	const ranked = all
		.filter(
			({ name }, index) => all.findIndex((author) => author.name === name || author.aliases.includes(name)) === index,
		)
		.toSorted((left, right) => right.count - left.count);
	if (site?.owner == null) return ranked;
	const siteOwner = matchPeople([site.owner, ...site.aliases].map(person));
	const author = frequent.find(({ name }) => siteOwner.agreeing(name).length > 0);
	const owner = ranked.find(({ name }) => author && name === writtenName(author.name)) ?? {
		...{ name: site.owner, count: author?.count ?? 0, aliases: [], orcid: null },
	};
	const aliases = [...new Set([...site.aliases, ...owner.aliases])].filter((alias) => alias !== owner.name);
	const complete = { ...owner, aliases, orcid: site.orcid ?? owner.orcid };
	const others = ranked.filter((candidate) => candidate !== owner);
	// A theme names its author's hero until the user changes it.
	return owner.count === 0 && others.length > 0 ? [...others, complete] : [complete, ...others];
}

/** An author as a candidate. Other names with the same ORCID iD become aliases. */
function candidateOf({ name, count }: FrequentAuthor, publications: readonly Publication[]): Candidate {
	const written = writtenName(name);
	const matcher = matchPeople([person(written)]);
	const names = publications.flatMap(({ contributors }) => contributors.author?.names ?? []);
	const orcids = new Set(names.flatMap((other) => (other.orcid && matcher.agreeing(other).length ? other.orcid : [])));
	const [orcid = null] = orcids.size === 1 ? orcids : [];
	const others = names.filter(
		(other) => orcid !== null && other.orcid === orcid && matcher.agreeing(other).length === 0,
	);
	return { name: written, count, orcid, aliases: [...new Set(others.map(writtenName))] };
}

/** Fewer works than this are no evidence for a second name. */
const fewestWorks = 8;

/**
 * Adds a former name, such as a birth name: the name of another author with the same given name who wrote exactly the
 * works that this author did not write. Only the owner of a library is an author of every work in it.
 */
function withFormerName(
	candidate: Candidate,
	author: FrequentAuthor,
	frequent: readonly FrequentAuthor[],
	works: ReadonlyMap<FrequentAuthor, ReadonlySet<Publication>>,
	total: number,
): Candidate {
	const authored = works.get(author) ?? new Set();
	if (total < fewestWorks || authored.size === total) return candidate;
	const other = frequent.find((second) => {
		const rest = works.get(second) ?? new Set();
		const isComplement =
			rest.size > 1 && authored.size + rest.size === total && ![...rest].some((work) => authored.has(work));
		return second !== author && isComplement && haveSameGiven(author.name, second.name);
	});
	if (!other) return candidate;
	const names = [candidate.name, writtenName(other.name)];
	const [name = '', ...aliases] = latestYear(works.get(other)) > latestYear(authored) ? names.toReversed() : names;
	return { ...candidate, name, count: total, aliases: [...new Set([...aliases, ...candidate.aliases])] };
}

/** The year of the latest work. Its name is the current one. */
function latestYear(works: ReadonlySet<Publication> = new Set()): number {
	return Math.max(...[...works].map(({ issued }) => issued?.start?.year ?? 0));
}

function haveSameGiven(first: Name, second: Name): boolean {
	const [left, right] = [familyAndFirstGiven(first).given, familyAndFirstGiven(second).given];
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

function person(name: string) {
	return { id: 'owner', name, aliases: [], orcid: null, profiles: {}, url: null, image: null, spells: always('owner') };
}
