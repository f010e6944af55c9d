import { resolve } from 'node:path';
import { type Diagnostic, diagnostic, type Report } from '../../diagnostics/diagnostic.ts';
import { prepareDiagnostics } from '../../diagnostics/prepare-diagnostics.ts';
import { source } from '../../diagnostics/source.ts';
import { visible, visibleJson } from '../../diagnostics/visible.ts';
import { unifiedDiff } from '../../editing/diff.ts';
import { reportEmptyLibrary } from '../../library/empty-library.ts';
import { refusalOf } from '../../library/files/project-places.ts';
import { bytesOf } from '../../library/files/read-file.ts';
import type { Project } from '../../project/project.ts';
import { libraryReaderOf, readingOf, readProjectSources } from '../../project/project-reading.ts';
import { type MetricName, metricLabels, metricNames } from '../../publications/metrics/metric-names.ts';
import type { Snapshot } from '../../publications/metrics/metric-snapshot.ts';
import { workId } from '../../publications/metrics/work-id.ts';
import { normalize } from '../../publications/normalize.ts';
import type { Publication } from '../../publications/publication.ts';
import { metricSources } from '../../sources/metrics/metric-sources.ts';
import { changesOf } from '../../updates/metrics/changes-of.ts';
import { type CollectedMetrics, collectMetrics } from '../../updates/metrics/collect-metrics.ts';
import { mergeMetrics } from '../../updates/metrics/merge-metrics.ts';
import { currentSnapshot, type UpdatedSnapshot, updateSnapshot } from '../../updates/metrics/update-snapshot.ts';
import { clientOf, mailtoOf } from '../client.ts';
import type { Command, ExitCode, OptionsOf, OptionTable } from '../command.ts';
import { load } from '../load.ts';
import { pluralize } from '../pluralize.ts';
import { exitCodeOf, printProblems, problemsJson, refuse } from '../problems.ts';
import { type Progress, progressOf } from '../progress.ts';
import { libraryOptions, messageOptions } from '../shared-options.ts';
import type { Terminal } from '../terminal.ts';
import { suggestion, UsageError } from '../usage-error.ts';

const options = {
	...libraryOptions,
	source: {
		type: 'string',
		many: 'commas',
		group: 'Input:',
		suggestions: metricNames,
		describe: `Services to ask: ${metricNames.join(', ')} (default: as configured, or openalex,crossref)`,
	},
	'dry-run': { type: 'boolean', alias: 'n', group: 'Mode:', describe: 'Write nothing; print the change' },
	json: { type: 'boolean', group: 'Output:', describe: 'Print a JSON summary to standard output' },
	...messageOptions,
} as const satisfies OptionTable;

type MetricsOptions = OptionsOf<typeof options>;

/** `bibfolio metrics`: writes citation counts and the state of access of all works to a file. */
export const metricsCommand: Command<typeof options> = {
	name: 'metrics',
	usage: '[files..]',
	summary: 'Update the file with citation counts and open access',
	files: 'Library: .bib files, folders, globs, or - for standard input (overrides the configuration)',
	options,
	examples: [
		['bibfolio metrics', 'ask OpenAlex and Crossref, and write metrics.json'],
		['bibfolio metrics --source openalex,inspire', 'ask these services'],
		['bibfolio metrics --dry-run', 'show what would change'],
	],
	run: runMetrics,
};

/** The result of a run; `update` is null if the file could not be changed or no service answered. */
interface Run {
	readonly works: number;
	/** The entries without an identifier that a service knows. */
	readonly withoutId: number;
	/** Their entry keys by `workId`. */
	readonly keys: ReadonlyMap<string, readonly string[]>;
	readonly collected: readonly CollectedMetrics[];
	/** Services that need a mail address, which is missing. */
	readonly skipped: readonly MetricName[];
	readonly update: UpdatedSnapshot | null;
}

export async function runMetrics(
	options: MetricsOptions,
	files: readonly string[],
	terminal: Terminal,
): Promise<ExitCode> {
	const sources = options.source?.map(sourceNamed) ?? null;
	const { project, problems } = load(options, { files }, terminal.cwd);
	if (!project) return refuse(problems, terminal);
	const reported: Diagnostic[] = [];
	const progress = progressOf(terminal, options.quiet);
	const isWholeLibrary = files.length === 0;
	const run = await updateMetrics(
		project,
		sources ?? project.metrics.asked,
		isWholeLibrary,
		options,
		terminal,
		progress,
		(problem) => reported.push(problem),
	);
	progress.end();
	const diagnostics = prepareDiagnostics(reported, project.checks);
	const code = exitCodeOf(diagnostics);
	if (options.json) terminal.out(runJson(run, code, diagnostics, project, terminal));
	else printRun(run, diagnostics, options, project, terminal);
	return code;
}

function sourceNamed(name: string): MetricName {
	const found = metricNames.find((each) => each === name.toLowerCase());
	if (found) return found;
	throw new UsageError(`Unknown value "${name}" after --source`, suggestion(name, metricNames, 'Choose from'));
}

async function updateMetrics(
	project: Project,
	sources: readonly MetricName[],
	isWholeLibrary: boolean,
	options: MetricsOptions,
	terminal: Terminal,
	progress: Progress,
	report: Report,
): Promise<Run> {
	const { file } = project.metrics;
	const { works, isComplete } = readWorks(project, report);
	const keys = keysById(works);
	const ids = [...keys.keys()];
	const withoutId = works.filter(({ identifiers }) => workId(identifiers) === null).length;
	const run = { works: works.length, withoutId, keys, collected: [], skipped: [], update: null };
	// A file with other contents is found before any service is asked.
	const previous = isComplete || works.length > 0 ? readPrevious(project, report) : null;
	if (previous === null || ids.length === 0) return run;
	const mailto = mailtoOf(project);
	const skipped = sources.filter((name) => metricSources[name].needsMail && mailto === null);
	const client = clientOf(project, terminal, { at() {}, end() {} });
	const asked = [...new Set(sources)].filter((name) => !skipped.includes(name));
	const onAnswer = (name: MetricName, done: number, all: number) =>
		progress.at(`Asking ${metricLabels[name]}: ${done} of ${all}`);
	const collected = await collectMetrics(ids, asked, previous, client, onAnswer);
	const hasAnswers = collected.some(({ known, unknown }) => known.size + unknown > 0);
	reportFailures(collected, hasAnswers, report);
	if (!hasAnswers) return { ...run, collected, skipped };
	// Works of files that were not read now, or that could not be read, keep their numbers.
	const isKept = isWholeLibrary && isComplete ? (id: string) => keys.has(id) : () => true;
	const update = await updateSnapshot(
		file,
		project.root,
		(current) => mergeMetrics(current, collected, today(), isKept),
		report,
		{
			dryRun: options['dry-run'] ?? false,
			mayChange: (place) => refusalOf(place, project.places.writable) === null,
		},
	);
	return { ...run, collected, skipped, update };
}

/** The works of the library that lists can show. `isComplete` is false if a part of it cannot be read. */
function readWorks(project: Project, report: Report): { works: readonly Publication[]; isComplete: boolean } {
	const problems: Diagnostic[] = [];
	const sources = readProjectSources(project, (problem) => problems.push(problem));
	const library = libraryReaderOf(project)(sources, (problem) => problems.push(problem));
	reportEmptyLibrary(library, sources, (problem) => problems.push(problem));
	const errors = prepareDiagnostics(problems, project.checks).filter(({ severity }) => severity === 'error');
	for (const error of errors) if (/^(?:file|library)\//.test(error.code)) report(error);
	const works = normalize(library, readingOf(project, library.preambles), () => {});
	return { works: works.filter(({ hidden }) => !hidden), isComplete: errors.length === 0 };
}

function keysById(works: readonly Publication[]): ReadonlyMap<string, readonly string[]> {
	const keys = new Map<string, string[]>();
	for (const { key, identifiers } of works) {
		const id = workId(identifiers);
		if (id !== null) keys.set(id, [...(keys.get(id) ?? []), key]);
	}
	return keys;
}

/** The numbers of the last run; null, with the reason reported, if the file contains something else. */
function readPrevious({ root, metrics: { file } }: Project, report: Report): Snapshot | null {
	const text = bytesOf(resolve(root, file))?.toString('utf8') ?? '';
	return currentSnapshot(source(file, text), report);
}

/** The date of this machine. */
function today(): string {
	const now = new Date();
	const digits = (number: number) => String(number).padStart(2, '0');
	return [now.getFullYear(), digits(now.getMonth() + 1), digits(now.getDate())].join('-');
}

/** Reports sources that did not answer: as warnings if others did, else as errors, because nothing is new. */
function reportFailures(collected: readonly CollectedMetrics[], hasAnswers: boolean, report: Report): void {
	for (const { name, known, unknown, works, failure } of collected) {
		if (failure === null) continue;
		const missing = works - known.size - unknown;
		const those = missing === works ? pluralize(works, 'work') : `${missing} of ${pluralize(works, 'work')}`;
		const message = `Cannot read the metrics of ${those} from ${metricLabels[name]}: ${failure.host} ${failure.reason}`;
		const hint = `${failure.remedy ?? 'Try again later'}; the last numbers stay`;
		report(diagnostic(hasAnswers ? 'metrics/stale' : 'lookup/unavailable', message, { hint }));
	}
}

function printRun(
	{ works, withoutId, collected, skipped, update }: Run,
	diagnostics: readonly Diagnostic[],
	options: MetricsOptions,
	{ metrics }: Project,
	terminal: Terminal,
): void {
	printProblems(
		diagnostics.filter(({ severity }) => severity === 'error' || !options.quiet),
		terminal,
	);
	const dryRun = options['dry-run'] ?? false;
	if (update && dryRun) {
		const { path, before, after } = update.file;
		terminal.out(unifiedDiff(path, before, after, terminal.colour.out));
	}
	if (options.quiet) return;
	for (const name of skipped)
		terminal.err(
			`Skipped ${metricLabels[name]}, which needs your mail address: set BIBFOLIO_MAILTO, or "mailto" under "lookup"\n`,
		);
	if (works > 0 && withoutId === works) terminal.err('No work has a DOI or an arXiv ID\n');
	else if (withoutId > 0) terminal.err(`${pluralize(withoutId, 'work')} without a DOI or an arXiv ID\n`);
	if (!update) return;
	for (const source of collected) terminal.out(`${sourceLine(source, update)}\n`);
	const path = visible(update.file.path);
	const changes = changesOf(update).length;
	const isSame = update.file.before === update.file.after;
	if (isSame) terminal.out(`${path} is up to date\n`);
	else
		terminal.out(
			`${dryRun ? 'Would write' : 'Wrote'} ${path}: ${changes === 0 ? 'no work' : pluralize(changes, 'work')} changed\n`,
		);
	if (!metrics.isOn) terminal.err('Lists show the numbers with "metrics: true" in bibfolio.yaml\n');
}

/** 'OpenAlex: 28 of 30 works, 412 citations (7 more), 20 open access'. */
function sourceLine({ name, known, works }: CollectedMetrics, { before, after }: UpdatedSnapshot): string {
	const total = (snapshot: Snapshot) =>
		[...known.keys()].reduce((sum, id) => sum + (snapshot.works.get(id)?.get(name)?.citations ?? 0), 0);
	const values = [...known.values()];
	const hasCitations = values.some(({ citations }) => citations !== null);
	const more = total(after) - total(before);
	const isFirst = !before.sources.has(name);
	const change = isFirst || more === 0 ? '' : ` (${Math.abs(more)} ${more > 0 ? 'more' : 'fewer'})`;
	const open = values.filter(({ openAccess }) => openAccess && openAccess.state !== 'closed').length;
	return [
		`${metricLabels[name]}: ${known.size} of ${pluralize(works, 'work')}`,
		...(hasCitations ? [`${pluralize(total(after), 'citation')}${change}`] : []),
		...(values.some(({ openAccess }) => openAccess !== null) ? [`${open} open access`] : []),
	].join(', ');
}

function runJson(
	{ withoutId, keys, collected, skipped, update }: Run,
	exitCode: ExitCode,
	diagnostics: readonly Diagnostic[],
	{ metrics }: Project,
	terminal: Terminal,
): string {
	const summary = {
		version: terminal.version,
		exitCode,
		file: metrics.file,
		written: update?.file.written ?? false,
		sources: collected.map(({ name, known, unknown, works, failure }) => ({
			...{ source: name, works, known: known.size, unknown, unanswered: works - known.size - unknown },
			failure: failure && `${failure.host} ${failure.reason}`,
		})),
		skipped,
		withoutId,
		changed: update ? changesOf(update).map((change) => ({ ...change, keys: keys.get(change.id) ?? [] })) : [],
		diagnostics: problemsJson(diagnostics, terminal),
	};
	return `${visibleJson(summary)}\n`;
}
