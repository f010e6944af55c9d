import type { Report } from '../../diagnostics/diagnostic.ts';
import type { Draft } from '../../editing/drafts/draft.ts';
import { type Dialect, type FileStyle, styleOf } from '../../editing/file-style.ts';
import { workOf } from '../../editing/plan-additions.ts';
import { plainText } from '../../latex/plain-text.ts';
import type { Library } from '../../library/entry.ts';
import type { Reading } from '../../publications/normalize.ts';
import type { Publication } from '../../publications/publication.ts';
import type { Client } from '../../sources/http/client.ts';
import { profileLabel } from '../../sources/profiles/profile-sources.ts';
import { searchCrossref } from '../../sources/records/crossref-search.ts';
import { findRecord } from '../../sources/records/look-up.ts';
import type { WorkRecord } from '../../sources/records/lookup-sources.ts';
import { registryOf } from '../../sources/records/registry-name.ts';
import { appearedStatus } from '../appeared-status.ts';
import type { Proposal } from '../proposals.ts';
import type { FoundWork } from '../sync/found-work.ts';
import { isCertainMatch, mismatchWithDoi } from './accepted-record.ts';
import { hasAppeared, planCompletion } from './plan-completion.ts';
import { canBeCompleted, missingFields } from './wanted-fields.ts';

/** What completions are found for. */
export interface CompletionOptions {
	/** The entries to complete, or all of the library. */
	readonly publications: readonly Publication[];
	readonly library: Library;
	readonly reading: Reading;
	/** The configured dialect; null to detect it. */
	readonly dialect: Dialect | null;
	/** Works of profiles that were compared with the library. */
	readonly found: readonly FoundWork[];
	readonly client: Client;
}

/** The completions, and the entries whose record cannot be used. */
export interface Completions {
	readonly proposals: readonly Proposal[];
	/** `why` follows 'because'. */
	readonly skipped: readonly { readonly entry: Publication; readonly why: string }[];
}

/** A record of an entry's work. */
interface UsableRecord {
	readonly draft: Draft;
	readonly source: string;
	readonly why: string;
}

/**
 * Finds what entries lack: in the record of their DOI; for those without one, in a record that certainly is the same work,
 * from the profiles of people or a search. Asks only for entries that lack something. A failure is reported as `lookup/unavailable`.
 */
export async function findCompletions(options: CompletionOptions, report: Report): Promise<Completions> {
	const { publications, library, reading, dialect, found, client } = options;
	const styles = new Map(library.sources.map((file) => [file, styleOf(file, library, dialect)]));
	const byEntry = new Map(
		found.flatMap(({ verdict, draft, records }) =>
			verdict.kind === 'present' ? [[verdict.entry.entry, { draft, records }] as const] : [],
		),
	);
	const dois = new Set(publications.flatMap(({ identifiers }) => identifiers.doi?.toLowerCase() ?? []));
	const proposals: Proposal[] = [];
	const skipped: Completions['skipped'][number][] = [];
	for (const publication of publications) {
		const style = styleFor(publication, styles);
		if (!style || !isIncomplete(publication, style)) continue;
		const ask = { publication, reading, client, report, profile: byEntry.get(publication.entry) ?? null };
		const record = await recordFor(ask, dois);
		if (record && 'skipped' in record) skipped.push({ entry: publication, why: record.skipped });
		if (!record || 'skipped' in record) continue;
		if (planCompletion(publication, record.draft, style, reading))
			proposals.push(proposalOf(publication, record, reading));
		if (hasAppeared(publication, record.draft) && !appearedStatus(publication, record.draft, reading))
			skipped.push({ entry: publication, why: `"${publication.status.field ?? 'note'}" says more than the status` });
	}
	return { proposals, skipped };
}

function styleFor({ entry }: Publication, styles: ReadonlyMap<unknown, FileStyle>): FileStyle | null {
	return styles.get(entry.source.origin?.source) ?? null;
}

function isIncomplete(publication: Publication, style: FileStyle): boolean {
	if (!canBeCompleted(publication)) return false;
	return publication.status.kind !== 'published' || missingFields(publication, style).length > 0;
}

function proposalOf({ key }: Publication, { draft, source, why }: UsableRecord, reading: Reading): Proposal {
	return {
		...{ key, kind: 'completion', source, why },
		plan: (publication, style) => planCompletion(publication, draft, style, reading),
	};
}

interface Ask {
	readonly publication: Publication;
	readonly reading: Reading;
	readonly client: Client;
	readonly report: Report;
	readonly profile: Pick<FoundWork, 'draft' | 'records'> | null;
}

/** The record that completes an entry, or why its DOI cannot; null if there is none. */
async function recordFor(ask: Ask, dois: ReadonlySet<string>): Promise<UsableRecord | { skipped: string } | null> {
	const { publication, profile } = ask;
	const { doi } = publication.identifiers;
	if (doi !== null) return recordOfDoi(doi, ask);
	// The DOI of another entry is that of another version, or the entry is a duplicate.
	const isUsable = ({ draft }: { readonly draft: Draft }) =>
		!dois.has((draft.fields.get('doi') ?? '').toLowerCase()) && isCertainMatch(publication, workOf(draft, ask.reading));
	const profileDoi = profile?.draft.fields.get('doi');
	const named = profileDoi === undefined ? null : await askRegistry(profileDoi, ask);
	if (named && isUsable(named)) return usable(named, 'a profile names its DOI');
	const [only, ...others] = (await search(ask)).filter(isUsable);
	// Two records of one work, such as a reprint in the same year: a person has to decide.
	if (only && others.length === 0) return usable(only, 'same title, authors, year and kind');
	const isSafe = profile && !profileDoi && isCertainMatch(publication, workOf(profile.draft, ask.reading));
	const [record] = profile?.records ?? [];
	return isSafe && record
		? { draft: profile.draft, source: profileLabel(record), why: 'same title and authors' }
		: null;
}

async function recordOfDoi(doi: string, ask: Ask): Promise<UsableRecord | { skipped: string } | null> {
	const record = await askRegistry(doi, ask);
	if (!record) return null;
	const skipped = mismatchWithDoi(ask.publication, workOf(record.draft, ask.reading));
	return skipped === null ? usable(record, `the record of ${doi}`) : { skipped };
}

function usable(record: WorkRecord, why: string): UsableRecord {
	return { draft: record.draft, source: registryOf(record), why };
}

function askRegistry(doi: string, { client, report }: Ask): Promise<WorkRecord | null> {
	return findRecord({ kind: 'doi', id: doi }, client, report);
}

function search({ publication, client, report }: Ask): Promise<readonly WorkRecord[]> {
	const { title, contributors } = publication;
	const [first] = (contributors.author ?? contributors.editor)?.names ?? [];
	// Without a name, no record can be accepted.
	if (!first || title.length === 0) return Promise.resolve([]);
	const terms = { title: plainText(title), author: first.literal ?? first.family, container: '' };
	return searchCrossref(terms, client, report);
}
