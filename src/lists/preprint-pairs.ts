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

/** A preprint and what became of it. */
export interface Pair {
	readonly preprint: Publication;
	readonly published: Publication;
	/** What they have in common, for a message: 'same arXiv id'. */
	readonly reason: string;
}

/** Pairs that are certain, and pairs a person should look at. A preprint is in at most one of them. */
export interface Pairs {
	readonly certain: readonly Pair[];
	readonly likely: readonly Pair[];
}

/** Kinds a preprint can become. Talks, posters, theses and software with the title of a paper are works of their own. */
const publishedKinds: ReadonlySet<VenueKind> = new Set(['journal', 'conference', 'workshop', 'chapter', 'book']);

/**
 * Finds preprints whose published version is there too: the certain pairs (see `certainPairs`), and likely ones, where the
 * title or what stands before its colon and the first author agree, or all authors and most words of the title do.
 */
export function findPairs(publications: readonly Publication[]): Pairs {
	const certain = certainPairs(publications);
	const paired = new Set(certain.map(({ preprint }) => preprint));
	const likely = pairsBy(
		likelyRules,
		preprintsIn(publications).filter((preprint) => !paired.has(preprint)),
		publications,
	);
	return { certain, likely };
}

/**
 * Pairs that are certain: the library says so (`related` with a `relatedtype` of `relations`, or a field of that name
 * holding a key), the arXiv id is the same, or title, family names of all authors and, within three years, the time.
 */
export function certainPairs(publications: readonly Publication[]): readonly Pair[] {
	const declared = new Map<Publication, Pair>();
	for (const pair of declaredPairs(publications)) if (!declared.has(pair.preprint)) declared.set(pair.preprint, pair);
	const open = preprintsIn(publications).filter((preprint) => !declared.has(preprint));
	return [...declared.values(), ...pairsBy(certainRules, open, publications)];
}

interface Rule {
	readonly reason: string;
	/** Works with a key in common are compared. */
	readonly keys: (publication: Publication) => readonly string[];
	readonly accepts: (preprint: Publication, published: Publication) => boolean;
	/** What both must have in common to be accepted, and costs less to tell than the keys. */
	readonly common?: (publication: Publication) => string;
}

const certainRules: readonly Rule[] = [
	{
		reason: 'same arXiv id',
		keys: arxivIds,
		accepts: () => true,
	},
	{
		reason: 'same title and authors',
		common: authorsKey,
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

/** So many works with one key are compared, and no more: it keeps a library of ten thousand alike from taking hours. */
const maxGroupSize = 100;

/** For each preprint the published work by the first rule that finds one; of several that of the same title. */
function pairsBy(
	rules: readonly Rule[],
	preprints: readonly Publication[],
	publications: readonly Publication[],
): Pair[] {
	const found = new Map<Publication, Pair>();
	for (const { reason, keys, accepts, common } of rules) {
		const open = preprints.filter((preprint) => !found.has(preprint));
		if (open.length === 0) break;
		const wanted = common && new Set(open.map(common));
		const published = new Map<string, Publication[]>();
		for (const each of open) for (const key of keys(each)) published.set(key, []);
		for (const each of publications) {
			if (!publishedKinds.has(each.venue.kind)) continue;
			if (common && !wanted?.has(common(each))) continue;
			for (const key of keys(each)) {
				const alike = published.get(key);
				if (alike && alike.length < maxGroupSize) alike.push(each);
			}
		}
		for (const preprint of open) {
			const fitting = keys(preprint)
				.flatMap((key) => published.get(key) ?? [])
				.filter((each) => accepts(preprint, each));
			const best = fitting.find((each) => titleKey(each) === titleKey(preprint)) ?? fitting[0];
			if (best) found.set(preprint, { preprint, published: best, reason });
		}
	}
	return [...found.values()];
}

function preprintsIn(publications: readonly Publication[]): Publication[] {
	return publications.filter(({ venue }) => venue.kind === 'preprint');
}

/** Values of `relatedtype`, and fields holding a key, that tie a preprint to its publication in either direction. */
const relations = ['preprintof', 'preprint', 'preprintas', 'publishedas', 'publishedin', 'published', 'versionof'];

const pointers = ['related', ...relations];

/** Pairs that the library declares: the preprint is the one of that kind, else the one that points. */
function* declaredPairs(publications: readonly Publication[]): Generator<Pair> {
	const pointing: { readonly publication: Publication; readonly key: string }[] = [];
	for (const publication of publications)
		for (const key of relatedKeys(publication)) pointing.push({ publication, key });
	if (pointing.length === 0) return;
	const byKey = new Map(publications.flatMap((each) => [each.key, ...each.entry.ids].map((key) => [key, each])));
	for (const { publication, key } of pointing) {
		const other = byKey.get(key);
		if (!other || other === publication) continue;
		const turned = other.venue.kind === 'preprint' && publication.venue.kind !== 'preprint';
		const [preprint, published] = turned ? [other, publication] : [publication, other];
		yield { preprint, published, reason: 'declared in the library' };
	}
}

function relatedKeys({ entry: { fields } }: Publication): readonly string[] {
	let keys = none;
	for (const name of pointers) {
		const field = fields.get(name);
		if (!field || (name === 'related' && !relations.includes(relationOf(fields)))) continue;
		keys = [...keys, ...field.value.split(',').map((key) => key.trim())];
	}
	return keys;
}

/** What most works point at. */
const none: readonly string[] = [];

function relationOf(fields: Publication['entry']['fields']): string {
	return (
		fields
			.get('relatedtype')
			?.value.toLowerCase()
			.replace(/[\s_-]+/g, '') ?? ''
	);
}

/** Without the version; also from arXiv's own DOI. */
function arxivIds({ identifiers }: Publication): string[] {
	const fromDoi = identifiers.doi?.startsWith('10.48550/') && /^10\.48550\/arxiv\.(.+)$/i.exec(identifiers.doi)?.[1];
	const id = identifiers.arxiv ?? fromDoi;
	return id ? [id.toLowerCase().replace(/v\d+$/, '')] : [];
}

function authorCount({ contributors }: Publication): number {
	return contributors.author?.names.length ?? 0;
}

/** One key of several parts; none when a part is missing. */
function keyed(...parts: readonly string[]): string[] {
	return parts.includes('') ? [] : [parts.join('|')];
}
