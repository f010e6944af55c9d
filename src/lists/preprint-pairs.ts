import { arxivOfDoi, withoutVersion } from '../publications/identifiers/arxiv.ts';
import type { Publication } from '../publications/publication.ts';
import type { VenueKind } from '../publications/venues/venues.ts';
import {
	authorsKey,
	firstAuthorKey,
	isCloseInTime,
	isDistinctive,
	mainTitleKey,
	titleKey,
	wordSimilarity,
} from './similarity.ts';

/** A preprint and its published version. */
export interface Pair {
	readonly preprint: Publication;
	readonly published: Publication;
	/** What they share, for a message: 'same arXiv id'. */
	readonly reason: string;
}

/** Certain pairs, and likely pairs, which need a review. A preprint is in at most one pair. */
export interface Pairs {
	readonly certain: readonly Pair[];
	readonly likely: readonly Pair[];
}

/** Kinds of published versions. Talks, posters, theses and software with the title of a paper are separate works. */
export const publishedKinds: ReadonlySet<VenueKind> = new Set(['journal', 'conference', 'workshop', 'chapter', 'book']);

/**
 * Finds preprints with a published version: certain pairs (see `certainPairs`), and likely pairs. A pair is likely if the
 * first author and the title, or the title before its colon, are the same; or all authors and most words of the title.
 */
export function findPairs(publications: readonly Publication[]): Pairs {
	const certain = certainPairs(publications);
	const pairedPreprints = new Set(certain.map(({ preprint }) => preprint));
	const likely = pairsBy(
		likelyRules,
		preprintsIn(publications).filter((preprint) => !pairedPreprints.has(preprint)),
		publications,
	);
	return { certain, likely };
}

/**
 * Pairs that are certain: the library declares them (`related` with a `relatedtype` in `relations`, or a field of that name
 * with a key), or the arXiv id is the same, or the title and the family names of all authors are the same and the dates are
 * at most three years apart.
 */
export function certainPairs(publications: readonly Publication[]): readonly Pair[] {
	const declared = new Map<Publication, Pair>();
	for (const pair of declaredPairs(publications)) if (!declared.has(pair.preprint)) declared.set(pair.preprint, pair);
	const unpaired = preprintsIn(publications).filter((preprint) => !declared.has(preprint));
	return [...declared.values(), ...pairsBy(certainRules, unpaired, publications)];
}

interface Rule {
	readonly reason: string;
	/** Works that share a key are compared. */
	readonly keys: (publication: Publication) => readonly string[];
	readonly accepts: (preprint: Publication, published: Publication) => boolean;
	/** A necessary condition, faster to compute than the keys. */
	readonly prefilter?: (publication: Publication) => string;
}

const certainRules: readonly Rule[] = [
	{
		reason: 'same arXiv id',
		keys: arxivIds,
		accepts: () => true,
	},
	{
		reason: 'same title and authors',
		prefilter: authorsKey,
		keys: (publication) => keyed(titleKey(publication)),
		accepts: (preprint, published) => {
			const authors = authorsKey(preprint);
			return (
				authors !== '' &&
				authors === authorsKey(published) &&
				isDistinctive(preprint) &&
				isCloseInTime(preprint, published)
			);
		},
	},
];

const likelyRules: readonly Rule[] = [
	{
		reason: 'same title and first author',
		keys: (publication) => keyed(titleKey(publication), firstAuthorKey(publication)),
		accepts: isCloseInTime,
	},
	{
		reason: 'same title before the colon and same first author',
		keys: (publication) => keyed(mainTitleKey(publication), firstAuthorKey(publication)),
		accepts: isCloseInTime,
	},
	{
		reason: 'same authors and similar title',
		keys: (publication) => (authorCount(publication) > 1 ? keyed(authorsKey(publication)) : []),
		accepts: (preprint, published) => isCloseInTime(preprint, published) && wordSimilarity(preprint, published) >= 0.6,
	},
];

/** Maximum number of works compared under one key. Otherwise ten thousand similar works would take hours. */
const maxGroupSize = 100;

/** Pairs each preprint by the first rule that finds a published version; of several, the one with the same title. */
function pairsBy(
	rules: readonly Rule[],
	preprints: readonly Publication[],
	publications: readonly Publication[],
): Pair[] {
	const pairs = new Map<Publication, Pair>();
	for (const { reason, keys, accepts, prefilter } of rules) {
		const unpaired = preprints.filter((preprint) => !pairs.has(preprint));
		if (unpaired.length === 0) break;
		const prefilterValues = prefilter && new Set(unpaired.map(prefilter));
		const published = new Map<string, Publication[]>();
		for (const each of unpaired) for (const key of keys(each)) published.set(key, []);
		for (const each of publications) {
			if (!publishedKinds.has(each.venue.kind)) continue;
			if (prefilter && !prefilterValues?.has(prefilter(each))) continue;
			for (const key of keys(each)) {
				const group = published.get(key);
				if (group && group.length < maxGroupSize) group.push(each);
			}
		}
		for (const preprint of unpaired) {
			const candidates = keys(preprint)
				.flatMap((key) => published.get(key) ?? [])
				.filter((each) => accepts(preprint, each));
			const best = candidates.find((each) => titleKey(each) === titleKey(preprint)) ?? candidates[0];
			if (best) pairs.set(preprint, { preprint, published: best, reason });
		}
	}
	return [...pairs.values()];
}

function preprintsIn(publications: readonly Publication[]): Publication[] {
	return publications.filter(({ venue }) => venue.kind === 'preprint');
}

/** Values of `relatedtype`, and fields with a key, that relate a preprint and its publication in either direction. */
const relations = ['preprintof', 'preprint', 'preprintas', 'publishedas', 'publishedin', 'published', 'versionof'];

const referenceFields = ['related', ...relations];

/** Pairs that the library declares. The preprint is the entry of that kind, else the entry with the reference. */
function* declaredPairs(publications: readonly Publication[]): Generator<Pair> {
	const references: { readonly publication: Publication; readonly key: string }[] = [];
	for (const publication of publications)
		for (const key of relatedKeys(publication)) references.push({ publication, key });
	if (references.length === 0) return;
	const byKey = new Map(publications.flatMap((each) => [each.key, ...each.entry.ids].map((key) => [key, each])));
	for (const { publication, key } of references) {
		const other = byKey.get(key);
		if (!other || other === publication) continue;
		const isReversed = other.venue.kind === 'preprint' && publication.venue.kind !== 'preprint';
		const [preprint, published] = isReversed ? [other, publication] : [publication, other];
		yield { preprint, published, reason: 'declared in the library' };
	}
}

function relatedKeys({ entry: { fields } }: Publication): readonly string[] {
	let keys = none;
	for (const name of referenceFields) {
		const field = fields.get(name);
		if (!field || (name === 'related' && !relations.includes(relationOf(fields)))) continue;
		keys = [...keys, ...field.value.split(',').map((key) => key.trim())];
	}
	return keys;
}

/** Shared by the many publications without references, which saves memory. */
const none: readonly string[] = [];

function relationOf(fields: Publication['entry']['fields']): string {
	return (
		fields
			.get('relatedtype')
			?.value.toLowerCase()
			.replace(/[\s_-]+/g, '') ?? ''
	);
}

/** The arXiv id without version, also from a DOI of arXiv. */
function arxivIds({ identifiers }: Publication): string[] {
	const id = identifiers.arxiv ?? arxivOfDoi(identifiers.doi ?? '');
	return id ? [withoutVersion(id.toLowerCase())] : [];
}

function authorCount({ contributors }: Publication): number {
	return contributors.author?.names.length ?? 0;
}

/** Joins parts to one key; empty if a part is missing. */
function keyed(...parts: readonly string[]): string[] {
	return parts.includes('') ? [] : [parts.join('|')];
}
