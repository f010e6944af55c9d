import { findPairs } from '../../lists/preprint-pairs.ts';
import { titleKey } from '../../lists/similarity.ts';
import type { Publication } from '../../publications/publication.ts';
import { relationsOf } from '../../sources/records/crossref-relations.ts';
import type { Pairing } from './found-work.ts';
import type { JoinedWork } from './joined-work.ts';
import { identifiersOf } from './work-identity.ts';

/** A preprint and its published version, each an entry of the library or a new work. */
interface Versions extends Pick<Pairing, 'isCertain' | 'why'> {
	readonly preprint: Publication;
	readonly published: Publication;
}

/**
 * The other versions of new works: entries of the library or other new works. A record of a work says so, or they are pairs
 * by the rules of lists (`findPairs`) with the same title.
 *
 * @param present works that the library has, with their entries; their records may name new works
 */
export function pairingsOf(
	works: readonly JoinedWork[],
	present: ReadonlyMap<JoinedWork, Publication>,
	publications: readonly Publication[],
): ReadonlyMap<JoinedWork, Pairing> {
	const newWorks = new Map(works.map((work) => [work.publication, work]));
	if (newWorks.size === 0) return new Map();
	const pairings = new Map<JoinedWork, Pairing>();
	const pair = (one: Publication, other: Publication, rest: Pick<Pairing, 'relation' | 'isCertain' | 'why'>) => {
		const work = newWorks.get(one);
		if (work && one !== other && !pairings.has(work))
			pairings.set(work, { entry: other, isNew: newWorks.has(other), ...rest });
	};
	const { certain, likely } = findPairs([...publications, ...newWorks.keys()]);
	const sameTitle = likely.filter(({ preprint, published }) => titleKey(preprint) === titleKey(published));
	const found = [...certain, ...sameTitle].map(({ preprint, published, reason }): Versions => {
		const isOneAuthor = (preprint.contributors.author?.names.length ?? 0) < 2;
		const isCertain =
			certain.some((each) => each.preprint === preprint) && (!isOneAuthor || shareIdentifier(preprint, published));
		return { preprint, published, isCertain, why: reason };
	});
	for (const { preprint, published, ...rest } of [...declaredVersions(works, present, publications), ...found]) {
		pair(preprint, published, { ...rest, relation: 'preprint' });
		pair(published, preprint, { ...rest, relation: 'published version' });
	}
	return pairings;
}

function shareIdentifier(one: Publication, other: Publication): boolean {
	const values = new Set(identifiersOf(one).map(({ value }) => value));
	return identifiersOf(other).some(({ value }) => values.has(value));
}

/** Versions that a record names by their DOI. */
function declaredVersions(
	works: readonly JoinedWork[],
	present: ReadonlyMap<JoinedWork, Publication>,
	publications: readonly Publication[],
): readonly Versions[] {
	const byDoi = new Map<string, Publication>();
	const add = (publication: Publication, entry: Publication) => {
		for (const { kind, value } of identifiersOf(publication))
			if ((kind === 'doi' || kind === 'arxiv') && !byDoi.has(`${kind}:${value}`)) byDoi.set(`${kind}:${value}`, entry);
	};
	for (const entry of publications) add(entry, entry);
	for (const work of works) for (const each of [work.publication, ...work.descriptions]) add(each, work.publication);
	const find = (doi: string) => {
		const [identifier] = identifiersOf({ identifiers: { ...noIdentifiers, doi } });
		return identifier && byDoi.get(`${identifier.kind}:${identifier.value}`);
	};
	const all = [...works.map((work) => [work, work.publication] as const), ...present];
	return all.flatMap(([{ listings, record }, entry]) => {
		const { isPreprintOf, hasPreprint } = record?.item
			? relationsOf(record.item)
			: { isPreprintOf: [], hasPreprint: [] };
		const publishedAs = [...isPreprintOf, ...listings.flatMap(({ record }) => record.publishedAs)];
		return [
			...publishedAs.flatMap((doi): Versions[] => {
				const published = find(doi);
				return published && published !== entry
					? [{ preprint: entry, published, isCertain: true, why: `its record names the DOI ${doi}` }]
					: [];
			}),
			...hasPreprint.flatMap((doi): Versions[] => {
				const preprint = find(doi);
				return preprint && preprint !== entry
					? [{ preprint, published: entry, isCertain: true, why: `its record names the DOI ${doi}` }]
					: [];
			}),
		];
	});
}

const noIdentifiers: Publication['identifiers'] = {
	...{ doi: null, arxiv: null, arxivClass: null, pmid: null, pmcid: null, hal: null, ssrn: null },
	...{ openreview: null, acl: null, ads: null, dblp: null, isbn: [], issn: [] },
};
