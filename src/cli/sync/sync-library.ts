import type { Diagnostic, Report } from '../../diagnostics/diagnostic.ts';
import type { Person } from '../../people/person.ts';
import type { Project } from '../../project/project.ts';
import type { Client } from '../../sources/http/client.ts';
import { draftsOf } from '../../updates/sync/drafts-to-write.ts';
import { findWorks, type SyncResult } from '../../updates/sync/find-works.ts';
import type { FoundWork } from '../../updates/sync/found-work.ts';
import type { IgnoredWork } from '../../updates/sync/work-identity.ts';
import { addedWorks } from '../added-works.ts';
import { existingLibrary, writeToFiles } from '../write-drafts.ts';
import type { Decision } from './decision.ts';
import { profileProblems } from './profile-problems.ts';
import { rememberWorks } from './remember-works.ts';
import type { SyncOutcome } from './sync-outcome.ts';
import { findUpdates, type UpdateOptions, writeUpdates } from './update-entries.ts';

/** What to compare with the library, and what to write. */
export interface SyncRequest extends UpdateOptions {
	/** The people whose profiles are read. */
	readonly selected: readonly Person[];
	readonly ignored: readonly IgnoredWork[];
	readonly client: Client;
	/** The folder of the command line, to which `to` is relative. */
	readonly cwd: string;
	/** The target file for new entries. */
	readonly to?: string | undefined;
	/** Decides which works to write, after all services have been asked. Null to write nothing at all. */
	decide(result: SyncResult): Promise<Decision | null> | Decision;
}

/**
 * Reads the profiles of people, compares their works with the library, and writes what is decided. Null if the decision is
 * to cancel.
 */
export async function syncLibrary(project: Project, request: SyncRequest, report: Report): Promise<SyncOutcome | null> {
	const { selected, ignored, client, decide } = request;
	const problems: Diagnostic[] = [];
	const collect: Report = (problem) => problems.push(problem);
	const library = existingLibrary(project, collect);
	const all = await findWorks({ people: project.people, selected, ignored, client, ...library }, collect);
	const updates = await findUpdates(library, all.works, project, request, client, collect);
	// The entries of their preprints have become these works.
	const result = { ...all, works: all.works.filter((work) => !updates.upgraded.has(work)) };
	const decision = await decide(result);
	const updatedFiles = decision && (await writeUpdates(updates, library, project, request, collect));
	const outcome = decision && (await carryOut(decision, result, project, request, collect));
	profileProblems(problems, result).forEach(report);
	return outcome && updatedFiles && { ...outcome, updates, updatedFiles };
}

/** Writes the works that were taken, and remembers those that are not wanted. */
async function carryOut(
	decision: Decision,
	result: SyncResult,
	project: Project,
	{ to, cwd, check = false, 'dry-run': dryRun = false }: SyncRequest,
	report: Report,
): Promise<Omit<SyncOutcome, 'updates' | 'updatedFiles'>> {
	const { taken, ignored } = decision;
	const writes = !check && !dryRun;
	const drafts = draftsOf(taken);
	const foundOf = new Map(drafts.map((draft, index) => [draft, taken[index]]));
	// Another sync may have added a work meanwhile.
	const reportOthers: Report = (problem) => problem.code !== 'add/duplicate' && report(problem);
	const target = { cwd, 'dry-run': !writes, ...(to !== undefined && { to }) };
	const additions = drafts.length > 0 ? await writeToFiles(drafts, project, target, reportOthers) : [];
	const added = additions.flatMap((addition) => addition.added);
	const written = additions.filter(({ file }) => file.written);
	const ignoredFile = ignored.length > 0 ? await rememberWorks(ignored, project, !writes, report) : null;
	return {
		...result,
		decision,
		additions,
		foundByKey: new Map(
			added.flatMap(({ key, given }): [string, FoundWork][] => {
				const found = foundOf.get(given);
				return found ? [[key, found]] : [];
			}),
		),
		addedWorks: addedWorks(
			project,
			written.map(({ file }) => file.path),
			written.flatMap((addition) => addition.added.map(({ key }) => key)),
			new Date().getFullYear(),
		),
		remembered: ignoredFile ? ignored : [],
		ignoredFile,
		writes,
	};
}
