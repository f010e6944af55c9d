import type { Report } from '../../diagnostics/diagnostic.ts';
import type { Source } from '../../diagnostics/source.ts';
import type { ChangedFile } from '../../editing/change-file.ts';
import { mayChangeLibrary } from '../../library/files/project-places.ts';
import type { Project } from '../../project/project.ts';
import type { Client } from '../../sources/http/client.ts';
import { findCompletions } from '../../updates/completion/find-completions.ts';
import { firstFailures } from '../../updates/first-failures.ts';
import {
	type PlannedProposal,
	type Proposal,
	planProposals,
	proposalReplacements,
	proposalsParseAsPlanned,
} from '../../updates/proposals.ts';
import { findPublishedVersions } from '../../updates/published-versions/find-published-versions.ts';
import type { PublishedVersion } from '../../updates/published-versions/published-version.ts';
import { versionProposal } from '../../updates/published-versions/version-proposals.ts';
import type { FoundWork } from '../../updates/sync/found-work.ts';
import { changeAsPlanned } from '../change-as-planned.ts';
import { type existingLibrary, libraryWith } from '../write-drafts.ts';

/** Changes of existing entries that options ask for. */
export interface EntryUpdates {
	readonly proposals: readonly Proposal[];
	/** Entries that only a person can change, and why. */
	readonly byHand: readonly { readonly key: string; readonly why: string }[];
	/** The works that become those of existing entries, and are not added in addition. */
	readonly upgraded: ReadonlySet<FoundWork>;
}

/** A file with changed entries; not written in a dry run. */
export interface UpdatedFile {
	readonly file: ChangedFile;
	readonly planned: readonly PlannedProposal[];
}

/** Which changes to make. */
export interface UpdateOptions {
	readonly complete?: boolean;
	readonly upgrade?: boolean;
	readonly 'dry-run'?: boolean;
	readonly check?: boolean;
}

/** Finds the changes of entries that the options ask for. */
export async function findUpdates(
	state: LibraryState,
	found: readonly FoundWork[],
	project: Project,
	options: UpdateOptions,
	client: Client,
	report: Report,
): Promise<EntryUpdates> {
	const shared = { ...state, dialect: project.add.dialect, found, client };
	const reportFirst = firstFailures(report);
	const versions = options.upgrade ? await findPublishedVersions(shared, reportFirst) : [];
	const completions = options.complete ? await findCompletions(shared, reportFirst) : { proposals: [], skipped: [] };
	const certain = versions.filter(({ isCertain }) => isCertain);
	const upgrades = certain.map((version) => versionProposal(version, state.reading));
	const changed = new Set(plannedFiles(upgrades, state, project).flatMap(({ keys }) => keys));
	const isChanged = ({ preprint }: PublishedVersion) => changed.has(preprint.key);
	return {
		proposals: [...upgrades, ...completions.proposals],
		byHand: [
			...versions.filter((version) => !isChanged(version) && !version.isInLibrary).map(upgradeByHand),
			...completions.skipped.map(({ entry, why }) => ({ key: entry.key, why })),
		],
		upgraded: new Set(certain.flatMap((version) => (version.found && isChanged(version) ? [version.found] : []))),
	};
}

type LibraryState = ReturnType<typeof existingLibrary>;

function upgradeByHand({ preprint, work, why, isCertain }: PublishedVersion): EntryUpdates['byHand'][number] {
	const publication = `${isCertain ? 'it has' : 'it may have'} appeared as ${work.identifiers.doi}: ${why}`;
	return { key: preprint.key, why: isCertain ? `${publication}; a field says more than its status` : publication };
}

/** The files that proposals change, with the keys of the entries. */
function plannedFiles(proposals: readonly Proposal[], { library, publications }: LibraryState, project: Project) {
	return library.sources.flatMap((file) => {
		const planned = planProposals(proposals, { file, library, publications, dialect: project.add.dialect });
		return planned.length > 0 ? [{ file, keys: planned.map(({ proposal }) => proposal.key) }] : [];
	});
}

/** Writes the changes of entries. A file that cannot be changed is reported, and the others are written. */
export async function writeUpdates(
	{ proposals }: EntryUpdates,
	state: LibraryState,
	project: Project,
	options: UpdateOptions,
	report: Report,
): Promise<UpdatedFile[]> {
	const updated: UpdatedFile[] = [];
	for (const { file } of plannedFiles(proposals, state, project)) {
		const written = await writeFile(file.path, proposals, state.library.sources, project, options, report);
		if (written) updated.push(written);
	}
	return updated;
}

async function writeFile(
	path: string,
	proposals: readonly Proposal[],
	files: readonly Source[],
	project: Project,
	{ check = false, 'dry-run': dryRun = false }: UpdateOptions,
	report: Report,
): Promise<UpdatedFile | null> {
	const { file, plan } = await changeAsPlanned(
		path,
		project.root,
		{
			planFor: (current) =>
				planProposals(proposals, {
					...{ file: current, dialect: project.add.dialect },
					...libraryWith(current, files, project),
				}),
			replacementsOf: proposalReplacements,
			isWell: proposalsParseAsPlanned,
		},
		report,
		{ dryRun: dryRun || check, mayChange: (place) => mayChangeLibrary(place, project.places) },
	);
	return file && { file, planned: plan ?? [] };
}
