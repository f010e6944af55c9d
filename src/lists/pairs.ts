import type { Publication } from '../publications/publication.ts';
import type { VenueKind } from '../publications/venues.ts';
import { fold } from '../text/fold.ts';
import { plainText } from '../text/plain.ts';
import { yearIn } from './dating.ts';

/** A preprint and what became of it. */
export interface Pair {
	readonly preprint: Publication;
	readonly published: Publication;
	/** What they have in common, for a message: 'the same arXiv id'. */
	readonly reason: string;
}

/** Pairs that are certain, and pairs a person should look at. A preprint is in at most one sure pair. */
export interface Pairs {
	readonly sure: readonly Pair[];
	readonly likely: readonly Pair[];
}

/** Kinds a preprint can become. Talks, posters, theses and software with the title of a paper are works of their own. */
const publishedKinds: ReadonlySet<VenueKind> = new Set(['journal', 'conference', 'workshop', 'chapter', 'book']);

/** Years that may lie between a preprint and its publication. */
const patience = 3;

/**
 * Finds preprints whose published version is there too. Sure is: the library says so (`related` with a
 * `relatedtype` of {@link relations}, or a field of that name holding a key), the arXiv id is the same, or title,
 * family names of all authors and, within three years, the time agree. Likely is: the title without its subtitle
 * and the first author agree, or all authors and most words of the title do.
 */
export function findPairs(publications: readonly Publication[]): Pairs {
	const preprints = publications.filter(({ venue }) => venue.kind === 'preprint');
	const published = publications.filter(({ venue }) => publishedKinds.has(venue.kind));
	const sure = new Map<Publication, Pair>();
	for (const pair of declaredPairs(publications)) if (!sure.has(pair.preprint)) sure.set(pair.preprint, pair);
	for (const { reason, keys, accepts } of sureRules) {
		const index = indexBy(published, keys);
		for (const preprint of preprints) {
			if (sure.has(preprint)) continue;
			const found = lookUp(index, keys(preprint)).filter((each) => accepts(preprint, each));
			const best = closest(preprint, found);
			if (best) sure.set(preprint, { preprint, published: best, reason });
		}
	}
	const open = preprints.filter((preprint) => !sure.has(preprint));
	return { sure: [...sure.values()], likely: likelyPairs(open, published) };
}

interface Rule {
	readonly reason: string;
	readonly keys: (publication: Publication) => readonly string[];
	readonly accepts: (preprint: Publication, published: Publication) => boolean;
}

const sureRules: readonly Rule[] = [
	{
		reason: 'the same arXiv id',
		keys: (publication) => arxivIds(publication),
		accepts: () => true,
	},
	{
		reason: 'the same title and authors',
		keys: (publication) =>
			distinctive(publication) && authorsKey(publication)
				? [`${titleKey(publication)}|${authorsKey(publication)}`]
				: [],
		accepts: near,
	},
];

const likelyRules: readonly Rule[] = [
	{
		reason: 'the same title and first author',
		keys: (publication) => keyed(titleKey(publication), firstAuthor(publication)),
		accepts: near,
	},
	{
		reason: 'the same title before the colon, and the same first author',
		keys: (publication) => keyed(mainTitleKey(publication), firstAuthor(publication)),
		accepts: near,
	},
	{
		reason: 'the same authors and nearly the same title',
		keys: (publication) => (authorCount(publication) > 1 ? keyed(authorsKey(publication)) : []),
		accepts: (preprint, each) => near(preprint, each) && sharedWords(preprint, each) >= 0.6,
	},
];

function likelyPairs(preprints: readonly Publication[], published: readonly Publication[]): Pair[] {
	const found = new Map<Publication, Pair>();
	for (const { reason, keys, accepts } of likelyRules) {
		const index = indexBy(published, keys);
		for (const preprint of preprints) {
			if (found.has(preprint)) continue;
			const best = closest(
				preprint,
				lookUp(index, keys(preprint)).filter((each) => accepts(preprint, each)),
			);
			if (best) found.set(preprint, { preprint, published: best, reason });
		}
	}
	return [...found.values()];
}

/** Values of `relatedtype`, and fields holding a key, that tie a preprint to its publication in either direction. */
const relations = ['preprintof', 'preprint', 'preprintas', 'publishedas', 'publishedin', 'published', 'versionof'];

/** Pairs that the library declares: the preprint is the one of that kind, else the one that points. */
function* declaredPairs(publications: readonly Publication[]): Generator<Pair> {
	const byKey = new Map(publications.flatMap((each) => [each.key, ...each.entry.ids].map((key) => [key, each])));
	for (const publication of publications) {
		for (const key of relatedKeys(publication)) {
			const other = byKey.get(key);
			if (!other || other === publication) continue;
			const turned = other.venue.kind === 'preprint' && publication.venue.kind !== 'preprint';
			const [preprint, published] = turned ? [other, publication] : [publication, other];
			yield { preprint, published, reason: 'the library says so' };
		}
	}
}

function relatedKeys(publication: Publication): string[] {
	const { fields } = publication.entry;
	const type =
		fields
			.get('relatedtype')
			?.value.toLowerCase()
			.replace(/[\s_-]+/g, '') ?? '';
	const named = relations.flatMap((name) => fields.get(name)?.value ?? []);
	const related = relations.includes(type) ? [fields.get('related')?.value ?? ''] : [];
	return [...related, ...named].flatMap((value) => value.split(',')).map((key) => key.trim());
}

/** Without the version; also from arXiv's own DOI. */
function arxivIds({ identifiers }: Publication): string[] {
	const fromDoi = /^10\.48550\/arxiv\.(.+)$/i.exec(identifiers.doi ?? '')?.[1];
	const id = identifiers.arxiv ?? fromDoi;
	return id ? [id.toLowerCase().replace(/v\d+$/, '')] : [];
}

/** Of several published versions the one of the same title, else the first after the preprint's year, else the first. */
function closest(preprint: Publication, found: readonly Publication[]): Publication | null {
	const title = titleKey(preprint);
	return found.find((each) => titleKey(each) === title) ?? found[0] ?? null;
}

function near(one: Publication, other: Publication): boolean {
	const [first, second] = [yearIn(one), yearIn(other)];
	return first === null || second === null || Math.abs(first - second) <= patience;
}

/** 'Introduction' and 'Editorial' are titles of many works. */
function distinctive(publication: Publication): boolean {
	return words(publication).length >= 3 && titleKey(publication).length >= 12;
}

function titleKey(publication: Publication): string {
	return words(publication).join('');
}

function mainTitleKey(publication: Publication): string {
	const [main = ''] = plainText(publication.title).split(/[:?!.]\s/);
	const found = fold(main).match(/[\p{L}\p{N}]+/gu) ?? [];
	return found.length >= 3 ? found.join('') : '';
}

function words(publication: Publication): readonly string[] {
	return fold(plainText(publication.title)).match(/[\p{L}\p{N}]+/gu) ?? [];
}

function sharedWords(one: Publication, other: Publication): number {
	const [left, right] = [new Set(words(one)), new Set(words(other))];
	let shared = 0;
	for (const each of left) if (right.has(each)) shared++;
	return shared / Math.max(1, left.size + right.size - shared);
}

/** Family names of all authors in one text; empty when the list was cut by 'and others'. */
function authorsKey({ contributors: { author } }: Publication): string {
	if (!author || author.etAl) return '';
	return author.names.map(({ family, literal }) => fold(literal ?? family)).join(',');
}

function authorCount({ contributors }: Publication): number {
	return contributors.author?.names.length ?? 0;
}

function firstAuthor({ contributors }: Publication): string {
	const name = contributors.author?.names[0];
	return name ? fold(name.literal ?? name.family) : '';
}

/** One key of several parts; none when a part is missing. */
function keyed(...parts: readonly string[]): string[] {
	return parts.includes('') ? [] : [parts.join('|')];
}

function indexBy(publications: readonly Publication[], keys: Rule['keys']): Map<string, Publication[]> {
	const index = new Map<string, Publication[]>();
	for (const publication of publications) {
		for (const key of keys(publication)) {
			const known = index.get(key);
			if (known) known.push(publication);
			else index.set(key, [publication]);
		}
	}
	return index;
}

function lookUp(index: ReadonlyMap<string, readonly Publication[]>, keys: readonly string[]): readonly Publication[] {
	return keys.flatMap((key) => index.get(key) ?? []);
}
