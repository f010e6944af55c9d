import { build } from '../../build.ts';
import type { Code } from '../../diagnostics/codes.ts';
import type { Diagnostic, Report } from '../../diagnostics/diagnostic.ts';
import { prepareDiagnostics } from '../../diagnostics/prepare-diagnostics.ts';
import type { Person } from '../../people/person.ts';
import type { Project } from '../../project/project.ts';
import type { Publication } from '../../publications/publication.ts';
import type { RememberingClient } from '../../sources/records/remembering-client.ts';
import { createOnlineChecker } from '../../updates/online-checks/index.ts';
import type { IgnoredWork } from '../../updates/sync/work-identity.ts';
import type { FileStatus } from '../build-summary.ts';
import { type FixedLibrary, fixLibrary } from '../fix-library.ts';
import type { withHelpers } from '../load.ts';
import type { MetricsRun } from '../metrics-summary.ts';
import { certainDecision } from '../sync/decision.ts';
import { syncLibrary } from '../sync/sync-library.ts';
import type { SyncOutcome } from '../sync/sync-outcome.ts';
import { updateMetrics } from '../update-metrics.ts';
import { existingLibrary } from '../write-drafts.ts';
import { writeLists } from '../write-lists.ts';

/** The parts of an update, in their order. */
export const updateParts = ['sync', 'check', 'metrics', 'build'] as const;
/** A part of an update. */
export type UpdatePart = (typeof updateParts)[number];

/** How to update. */
export interface UpdateRequest {
	/** Parts that do not run. */
	readonly skip: ReadonlySet<UpdatePart>;
	/** The people whose profiles are read. */
	readonly selected: readonly Person[];
	readonly ignored: readonly IgnoredWork[];
	readonly client: RememberingClient;
	readonly dryRun: boolean;
	readonly cwd: string;
	/** Loads the project again, because files that its settings name have changed. */
	reload(): ReturnType<typeof withHelpers>;
	/** Shows the number of the work that is checked, and null for the other requests. */
	onWork(number: number | null, count: number): void;
}

/** What an update found and did. A part is null if it did not run. */
export interface UpdateOutcome {
	readonly sync: SyncOutcome | null;
	/** What services say about entries: the notices that were written, and the problems that remain. */
	readonly check: FixedLibrary | null;
	readonly metrics: MetricsRun | null;
	/** The files of the lists. */
	readonly lists: readonly FileStatus[] | null;
	/** The library after the update, by key. */
	readonly publications: ReadonlyMap<string, Publication>;
	/** Services that failed, and files that could not be changed. */
	readonly problems: readonly Diagnostic[];
	/** The files that were written or removed, relative to the root of the project. */
	readonly changed: readonly string[];
	/** False in a dry run. */
	readonly writes: boolean;
}

/** Notices about works, which are written into their entries: otherwise every update would report them again. */
export const noticeCodes: readonly Code[] = ['online/retracted', 'online/concern', 'online/corrected'];

/** Does what `sync`, `check --online`, `metrics` and `build` do, and asks for each record once. */
export async function updateLibrary(project: Project, request: UpdateRequest): Promise<UpdateOutcome> {
	const { skip, client, dryRun } = request;
	const reported: Diagnostic[] = [];
	const report: Report = (problem) => reported.push(problem);
	const sync = skip.has('sync') ? null : await syncCertain(project, request, report);
	const check = skip.has('check') ? null : await checkOnline(project, request, report);
	const hasMetrics = project.metrics.isOn && !skip.has('metrics');
	const metrics = hasMetrics ? await updateMetrics(project, metricsRequest(project, request), report) : null;
	// In a dry run, the lists would be those of the old library.
	const lists = skip.has('build') || dryRun ? null : await buildLists(request, report);
	const failures = check?.remaining.filter(isServiceFailure) ?? [];
	const problems = prepareDiagnostics([...reported, ...failures], project.checks);
	const files = [
		...(sync ? [...sync.updatedFiles, ...sync.additions].map(({ file }) => file) : []),
		...(check?.files ?? []),
	];
	const written = [...files, ...(metrics?.update ? [metrics.update.file] : [])].filter(({ written }) => written);
	const built = lists?.filter(({ status }) => status === 'written' || status === 'removed') ?? [];
	return {
		...{ sync, metrics, lists, writes: !dryRun },
		check: check && { ...check, remaining: check.remaining.filter((problem) => !isServiceFailure(problem)) },
		publications: publicationsByKey(project),
		problems: client.answered() ? distinct(problems.map(asWarning)) : withoutRepetitions(problems),
		changed: [...new Set([...written, ...built].map(({ path }) => path))],
	};
}

/** Adds the works that are certain, and changes the entries whose change is certain. */
async function syncCertain(
	project: Project,
	{ selected, ignored, client, dryRun, cwd }: UpdateRequest,
	report: Report,
): Promise<SyncOutcome | null> {
	const decide: Parameters<typeof syncLibrary>[1]['decide'] = ({ works }) => certainDecision(works);
	const changes = { complete: true, upgrade: true, 'dry-run': dryRun };
	return syncLibrary(project, { ...changes, selected, ignored, client, cwd, decide }, report);
}

/** Writes the notices about works, and finds the other differences from what services say. */
async function checkOnline(
	project: Project,
	{ client, dryRun, onWork }: UpdateRequest,
	report: Report,
): Promise<FixedLibrary> {
	const request = {
		only: noticeCodes,
		dryRun,
		createChecker: (reading: Parameters<typeof createOnlineChecker>[1]) => createOnlineChecker(client, reading, onWork),
	};
	const { files, fixed, remaining } = await fixLibrary(project, request, report);
	return { files, fixed, remaining: remaining.filter(({ code }) => code.startsWith('online/')) };
}

function metricsRequest(project: Project, { client, dryRun }: UpdateRequest): Parameters<typeof updateMetrics>[1] {
	return { sources: project.metrics.asked, isWholeLibrary: true, dryRun, client, onAnswer: () => {} };
}

/** Builds the lists that the configuration names. Problems of the library itself are for `bibfolio check`. */
async function buildLists({ reload }: UpdateRequest, report: Report): Promise<readonly FileStatus[] | null> {
	const { project, helpers, problems } = await reload();
	if (!project) {
		problems.forEach(report);
		return null;
	}
	if (![...project.outputSpans.values()].some((span) => span !== undefined)) return null;
	const result = build(project, { helpers });
	if (result.stops === null) return writeLists(result, false, report, () => {});
	result.diagnostics.filter(({ severity }) => severity === 'error').forEach(report);
	return [];
}

function publicationsByKey(project: Project): ReadonlyMap<string, Publication> {
	const { publications } = existingLibrary(project, () => {});
	return new Map(publications.toReversed().map((work) => [work.key, work]));
}

/** True for the problem of a service that did not answer. */
function isServiceFailure({ code }: Diagnostic): boolean {
	return /^(?:lookup\/unavailable|online\/unavailable|online\/offline|metrics\/stale)$/.test(code);
}

/** What one service does not say, others do. */
function asWarning(problem: Diagnostic): Diagnostic {
	return isServiceFailure(problem) && problem.severity === 'error' ? { ...problem, severity: 'warning' } : problem;
}

/** Problems without those that another part has reported in the same words. */
function distinct(problems: readonly Diagnostic[]): readonly Diagnostic[] {
	const messages = problems.map(({ message }) => message);
	return problems.filter((problem, index) => !isServiceFailure(problem) || messages.indexOf(problem.message) === index);
}

/** The problems if no service answered: each part says so in its own words, and the first one is enough. */
function withoutRepetitions(problems: readonly Diagnostic[]): readonly Diagnostic[] {
	const [first] = problems.filter(isServiceFailure);
	return problems
		.filter((problem) => problem === first || !isServiceFailure(problem))
		.map((problem) => (problem === first ? { ...problem, severity: 'error' } : problem));
}
