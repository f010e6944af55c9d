import type { Report } from '../../diagnostics/diagnostic.ts';
import type { Draft } from '../../editing/drafts/draft.ts';
import { workOf } from '../../editing/plan-additions.ts';
import { plainText } from '../../latex/plain-text.ts';
import { certainPairs } from '../../lists/preprint-pairs.ts';
import { withoutVersion } from '../../publications/identifiers/arxiv.ts';
import type { Reading } from '../../publications/normalize.ts';
import { isPreprintDoi } from '../../publications/preprints.ts';
import type { Publication } from '../../publications/publication.ts';
import type { Client } from '../../sources/http/client.ts';
import { profileLabel } from '../../sources/profiles/profile-sources.ts';
import type { ArxivReference } from '../../sources/records/arxiv-atom.ts';
import { arxivReferences } from '../../sources/records/arxiv-references.ts';
import { biorxivDetails } from '../../sources/records/biorxiv-details.ts';
import { relationsOf } from '../../sources/records/crossref-relations.ts';
import { searchCrossref } from '../../sources/records/crossref-search.ts';
import { dataciteVersions } from '../../sources/records/datacite-relations.ts';
import { findRecord } from '../../sources/records/look-up.ts';
import { registryOf } from '../../sources/records/registry-name.ts';
import { type FoundWork, isCertain as isCertainWork, pairingOf } from '../sync/found-work.ts';
import { foundVersion, isAtReference, isWithdrawn, namedVersion } from './preprint-match.ts';
import type { PublishedVersion } from './published-version.ts';

/** What published versions are found for. */
export interface VersionOptions {
	/** All publications of the library, without merged versions. */
	readonly publications: readonly Publication[];
	/** True for a preprint to look for; all preprints if omitted. */
	readonly selects?: (preprint: Publication) => boolean;
	readonly reading: Reading;
	/** Works of profiles that were compared with the library. */
	readonly found: readonly FoundWork[];
	readonly client: Client;
}

/** What a service says about the publication of a preprint. */
interface Clue {
	readonly source: string;
	readonly why: string;
	/** DOIs of the publication. */
	readonly dois: readonly string[];
}

/** A clue that there is no publication to look for. */
const withdrawn = 'withdrawn';

interface Search {
	readonly preprint: Publication;
	readonly client: Client;
	readonly report: Report;
	readonly reading: Reading;
	readonly found: readonly FoundWork[];
	/** Null if arXiv does not know it. */
	readonly arxiv: ArxivReference | null;
	/** The publications of the library by DOI, in lower case. */
	readonly byDoi: ReadonlyMap<string, Publication>;
}

/**
 * The services that know publications of preprints, in the order of requests: those that know of the preprint itself come
 * before a search by title, and those that need no request before the others.
 */
const routes: readonly ((
	search: Search,
) => Promise<Clue | typeof withdrawn | null> | Clue | typeof withdrawn | null)[] = [
	ownDoi,
	profileDois,
	arxivDoi,
	registryRelation,
	biorxivVersion,
];

/**
 * Finds the published versions of the preprints in a library that has none yet: by their DOI, profiles, arXiv, the
 * relations of Crossref and DataCite, bioRxiv, and by title and names. Each preprint has at most one. A failure is reported as
 * `lookup/unavailable`.
 */
export async function findPublishedVersions(options: VersionOptions, report: Report): Promise<PublishedVersion[]> {
	const { publications, selects = () => true, reading, found, client } = options;
	const paired = new Set(certainPairs(publications).map(({ preprint }) => preprint));
	const preprints = publications.filter(
		(each) =>
			each.venue.kind === 'preprint' && !paired.has(each) && !each.hidden && !isWithdrawn(each) && selects(each),
	);
	const ids = [...new Set(preprints.flatMap((preprint) => arxivOf(preprint) ?? []))];
	const references = await arxivReferences(ids, client, report);
	const byDoi = new Map(
		publications.flatMap((each) => {
			const { doi } = each.identifiers;
			return doi && each.venue.kind !== 'preprint' ? [[doi.toLowerCase(), each] as const] : [];
		}),
	);
	const versions: PublishedVersion[] = [];
	for (const preprint of preprints) {
		const arxiv = references.get(arxivOf(preprint) ?? '') ?? null;
		const version = await versionOf({ preprint, client, report, reading, found, arxiv, byDoi });
		if (version) versions.push(version);
	}
	return versions;
}

function arxivOf({ identifiers }: Publication): string | null {
	return identifiers.arxiv === null ? null : withoutVersion(identifiers.arxiv);
}

async function versionOf(search: Search): Promise<PublishedVersion | null> {
	if (search.arxiv?.isWithdrawn) return null;
	let unsure: PublishedVersion | null = null;
	for (const route of routes) {
		const clue = await route(search);
		if (clue === withdrawn) return null;
		const version = clue && (await versionByClue(clue, search));
		if (version?.isCertain) return version;
		unsure ??= version;
	}
	return pairInProfiles(search) ?? unsure ?? (await versionBySearch(search));
}

/** The first DOI of a clue that leads to a publication. */
async function versionByClue({ source, why, dois }: Clue, search: Search): Promise<PublishedVersion | null> {
	const { preprint, client, report, byDoi } = search;
	let unsure: PublishedVersion | null = null;
	for (const doi of dois) {
		const entry = byDoi.get(doi.toLowerCase());
		const record = entry ? null : await findRecord({ kind: 'doi', id: doi }, client, report);
		if (!entry && !record) continue;
		const work = entry ?? workOf((record as NonNullable<typeof record>).draft, search.reading);
		const agreement = namedVersion(preprint, work);
		if (!agreement) continue;
		const isCertain = agreement === 'certain';
		const reason = isCertain ? why : `${why}, but its title or authors differ: "${plainText(work.title)}"`;
		const found = record ? { draft: record.draft, source: registryOf(record) } : { draft: emptyDraft, source };
		const version = versionFrom({ ...found, work, isInLibrary: Boolean(entry), why: reason, isCertain }, search);
		if (isCertain) return version;
		unsure ??= version;
	}
	return unsure;
}

/** The draft of an entry that the library has already. */
const emptyDraft: Draft = {
	...{ type: 'misc', key: null, fields: new Map(), expressions: new Map(), optional: new Set(), notes: [] },
};

function versionFrom(
	version: Omit<PublishedVersion, 'preprint' | 'found'>,
	{ preprint, found }: Search,
): PublishedVersion {
	const doi = version.work.identifiers.doi?.toLowerCase();
	const same = found.find(({ work }) => doi !== undefined && work.identifiers.doi?.toLowerCase() === doi);
	return { ...version, preprint, found: same ?? null };
}

/** INSPIRE and ADS export preprints with the DOI of the publication. */
function ownDoi({ preprint: { identifiers } }: Search): Clue | null {
	const { doi } = identifiers;
	const why = 'its DOI is that of the publication';
	return doi === null || isPreprintDoi(doi) ? null : { source: 'Crossref', why, dois: [doi] };
}

/** The DOIs that profiles give for the publication of the preprint, or for both as one work. */
function profileDois({ preprint, found }: Search): Clue | null {
	const same = found.filter(({ verdict }) => verdict.kind === 'present' && verdict.entry.entry === preprint.entry);
	const dois = same
		.flatMap(({ draft, records }) => [
			...records.flatMap(({ publishedAs }) => publishedAs),
			draft.fields.get('doi') ?? '',
		])
		.filter((doi) => doi !== '' && !isPreprintDoi(doi) && doi !== preprint.identifiers.doi);
	if (dois.length === 0) return null;
	const source = sourceOf(same);
	return { source, why: `${source} names the DOI of its publication`, dois };
}

/** The first service that has a work. */
function sourceOf(works: readonly FoundWork[]): string {
	const [record] = works.flatMap(({ records }) => records);
	return record ? profileLabel(record) : '';
}

function arxivDoi({ arxiv }: Search): Clue | null {
	return arxiv?.doi ? { source: 'arXiv', why: 'arXiv names the DOI of its publication', dois: [arxiv.doi] } : null;
}

/** Crossref's `is-preprint-of`, or the relations of DataCite, in the record of the preprint's DOI. */
async function registryRelation({
	preprint,
	client,
	report,
	reading,
}: Search): Promise<Clue | typeof withdrawn | null> {
	const { doi } = preprint.identifiers;
	// DataCite knows of arXiv's preprints what arXiv knows.
	if (!doi || !isPreprintDoi(doi) || arxivOf(preprint) !== null) return null;
	const record = await findRecord({ kind: 'doi', id: doi }, client, report);
	if (!record) return null;
	if (isWithdrawn(workOf(record.draft, reading))) return withdrawn;
	const registry = registryOf(record);
	const why = `its record at ${registry} names the publication`;
	const dois =
		registry === 'Crossref' ? relationsOf(record.item ?? {}).isPreprintOf : await dataciteVersions(doi, client, report);
	return dois.length > 0 ? { source: registry, why, dois } : null;
}

/** bioRxiv and medRxiv know publications before Crossref does. */
async function biorxivVersion({ preprint, client, report }: Search): Promise<Clue | typeof withdrawn | null> {
	const { doi } = preprint.identifiers;
	if (!doi || !/^10\.(?:1101|64898)\//.test(doi) || !isPreprintDoi(doi)) return null;
	const details = await biorxivDetails(doi, client, report);
	if (details?.isWithdrawn) return withdrawn;
	const dois = details?.published ? [details.published] : [];
	return dois.length > 0 ? { source: 'bioRxiv', why: 'bioRxiv names its publication', dois } : null;
}

/** A new work of a profile that is the publication of the preprint: DBLP has records of both. */
function pairInProfiles(search: Search): PublishedVersion | null {
	const { preprint, found } = search;
	for (const each of found) {
		const { draft, work } = each;
		const pair = pairingOf(each);
		if (pair?.relation !== 'published version' || pair.entry.entry !== preprint.entry) continue;
		const isCertain = isCertainWork(each) && namedVersion(preprint, work) === 'certain';
		const source = sourceOf([each]);
		return { preprint, draft, work, isInLibrary: false, found: each, source, why: pair.why, isCertain };
	}
	return null;
}

/** The publication with the same title and names at Crossref, or at the place that arXiv names in `journal_ref`. */
async function versionBySearch(search: Search): Promise<PublishedVersion | null> {
	const { preprint, client, report, arxiv, byDoi } = search;
	const { title, contributors } = preprint;
	const [first] = contributors.author?.names ?? [];
	if (!first || title.length === 0) return null;
	const reference = arxiv?.journal ?? '';
	const container = reference.replace(/[^\p{L}\s].*$/u, '').trim();
	const terms = { title: plainText(title), author: first.literal ?? first.family, container };
	const candidates = (await searchCrossref(terms, client, report)).flatMap(({ draft }) => {
		const entry = byDoi.get(draft.fields.get('doi')?.toLowerCase() ?? '');
		const work = entry ?? workOf(draft, search.reading);
		const isReferred = isAtReference(reference, preprint, work);
		const agreement = isReferred ? 'certain' : foundVersion(preprint, work);
		return agreement ? [{ draft, work, isInLibrary: Boolean(entry), agreement, isReferred }] : [];
	});
	const certain = candidates.filter(({ agreement }) => agreement === 'certain');
	const chosen = candidates.find(({ isReferred }) => isReferred) ?? certain[0] ?? candidates[0];
	if (!chosen) return null;
	const { agreement, isReferred, ...version } = chosen;
	if (isReferred) {
		const why = `arXiv names the place of its publication: ${reference}`;
		return versionFrom({ ...version, source: 'Crossref', why, isCertain: true }, search);
	}
	const why =
		agreement === 'unsure'
			? `Crossref has a similar title by the same authors: "${plainText(chosen.work.title)}"`
			: certain.length > 1
				? `Crossref has ${certain.length} publications with its title and authors`
				: 'Crossref has a publication with its title and authors';
	const isCertain = agreement === 'certain' && certain.length === 1;
	return versionFrom({ ...version, source: 'Crossref', why, isCertain }, search);
}
