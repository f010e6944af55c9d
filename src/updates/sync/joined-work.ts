import { titleKey } from '../../checks/same-work.ts';
import { workOf } from '../../editing/plan-additions.ts';
import type { Reading } from '../../publications/normalize.ts';
import type { Publication } from '../../publications/publication.ts';
import { bestDraft } from './best-draft.ts';
import type { Description, Listing, PublishedRecord } from './listing.ts';
import { identifiersOf } from './work-identity.ts';
import { type ComparedWork, workIndex } from './work-index.ts';

/** One work, with all that was found about it. */
export interface JoinedWork extends Description, ComparedWork {
	readonly listings: readonly Listing[];
	readonly record: PublishedRecord | null;
	/** True if a service that may have the record could not be asked. */
	readonly isUnavailable: boolean;
}

/**
 * Joins the listings of one work: those that share an identifier, and those with the same title and names by the rules of
 * `check`. The result does not depend on the order of the listings.
 */
export function joinListings(listings: readonly Listing[], reading: Reading): readonly JoinedWork[] {
	return joinByTitle(
		joinByIdentifier(listings).map((group) => joined(group, null, false, reading)),
		reading,
	);
}

/** Joins works that turned out to be one after their records were read. */
export function joinWorks(works: readonly JoinedWork[], reading: Reading): readonly JoinedWork[] {
	const groups = grouped(works, ({ descriptions }) => descriptions.flatMap(keysOf));
	return joinByTitle(
		groups.map((group) => merged(group, reading)),
		reading,
	);
}

/** A work of listings and its record. */
export function joined(
	listings: readonly Listing[],
	record: PublishedRecord | null,
	isUnavailable: boolean,
	reading: Reading,
): JoinedWork {
	const sorted = [...listings].sort((one, other) => compare(canonical(one), canonical(other)));
	const all: readonly Description[] = [...(record ? [record] : []), ...sorted];
	const draft = bestDraft(sorted, record);
	const known = all.find((each) => each.draft === draft);
	const publication = known?.publication ?? workOf(draft, reading);
	const descriptions = all.map((each) => each.publication);
	return { listings: sorted, record, isUnavailable, draft, publication, work: publication, descriptions };
}

function merged(works: readonly JoinedWork[], reading: Reading): JoinedWork {
	const [first, ...others] = works;
	if (first && others.length === 0) return first;
	const record = works.find((each) => each.record)?.record ?? null;
	const isUnavailable = !record && works.some((each) => each.isUnavailable);
	return joined([...new Set(works.flatMap(({ listings }) => listings))], record, isUnavailable, reading);
}

function joinByIdentifier(listings: readonly Listing[]): readonly (readonly Listing[])[] {
	return grouped(listings, ({ publication, record: { source, id } }) => [
		...keysOf(publication),
		...(id === '' ? [] : [`record:${source}:${id}`]),
	]);
}

/** A chapter may have the DOI of its book, with all other chapters. */
function keysOf(publication: Publication): readonly string[] {
	return identifiersOf(publication).flatMap(({ kind, value }) => {
		const key = `${kind}:${value}`;
		const withTitle = `${key}|${titleKey(publication)}`;
		return publication.venue.kind === 'chapter' ? [withTitle] : [key, withTitle];
	});
}

/** Joins each work to the first one that is the same by title and names. */
function joinByTitle(works: readonly JoinedWork[], reading: Reading): readonly JoinedWork[] {
	const index = workIndex([]);
	const groups = new Map<Publication, JoinedWork[]>();
	for (const work of [...works].sort(byKnowledge)) {
		const same = index.find({ work: work.publication, descriptions: [] });
		const group = same?.kind === 'same' ? groups.get(same.entry) : undefined;
		if (group) group.push(work);
		else {
			groups.set(work.publication, [work]);
			index.add(work.publication);
		}
	}
	return [...groups.values()].map((group) => merged(group, reading));
}

/** Works with a DOI, names and a container first: works without them join these. Equal works have an order of their own. */
export function byKnowledge(one: JoinedWork, other: JoinedWork): number {
	const knowledge = ({ publication: { identifiers, contributors, containerTitle } }: JoinedWork) =>
		(identifiers.doi ? 4 : 0) + (contributors.author ? 2 : 0) + (containerTitle ? 1 : 0);
	const ids = (work: JoinedWork) => work.listings.map(canonical).join();
	return knowledge(other) - knowledge(one) || compare(ids(one), ids(other));
}

/** The same for the same listing in any order of sources and people. */
function canonical({ person, record: { source, id } }: Listing): string {
	return `${source}:${id}:${person.id}`;
}

function compare(one: string, other: string): number {
	return one < other ? -1 : one > other ? 1 : 0;
}

/** Groups items that share a key, directly or through others. */
function grouped<T>(items: readonly T[], keysOf: (item: T) => readonly string[]): readonly (readonly T[])[] {
	const parents = items.map((_, position) => position);
	const rootOf = (position: number): number => {
		let root = position;
		while (parents[root] !== root) root = parents[root] as number;
		parents[position] = root;
		return root;
	};
	const firstWith = new Map<string, number>();
	for (const [position, item] of items.entries()) {
		for (const key of keysOf(item)) {
			const first = firstWith.get(key);
			if (first === undefined) firstWith.set(key, position);
			else parents[rootOf(position)] = rootOf(first);
		}
	}
	const groups = new Map<number, T[]>();
	for (const [position, item] of items.entries()) {
		const root = rootOf(position);
		groups.set(root, [...(groups.get(root) ?? []), item]);
	}
	return [...groups.values()];
}
