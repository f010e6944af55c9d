import { resolve } from 'node:path';
import { type Diagnostic, diagnostic, type Report } from '../diagnostics/diagnostic.ts';
import { prepareDiagnostics } from '../diagnostics/prepare-diagnostics.ts';
import { source } from '../diagnostics/source.ts';
import { reportEmptyLibrary } from '../library/empty-library.ts';
import { refusalOf } from '../library/files/project-places.ts';
import { bytesOf } from '../library/files/read-file.ts';
import type { Project } from '../project/project.ts';
import { libraryReaderOf, readingOf, readProjectSources } from '../project/project-reading.ts';
import { type MetricName, metricLabels } from '../publications/metrics/metric-names.ts';
import type { Snapshot } from '../publications/metrics/metric-snapshot.ts';
import { workId } from '../publications/metrics/work-id.ts';
import { normalize } from '../publications/normalize.ts';
import type { Publication } from '../publications/publication.ts';
import type { Client } from '../sources/http/client.ts';
import { metricSources } from '../sources/metrics/metric-sources.ts';
import { services } from '../sources/services.ts';
import { type CollectedMetrics, collectMetrics } from '../updates/metrics/collect-metrics.ts';
import { mergeMetrics } from '../updates/metrics/merge-metrics.ts';
import { currentSnapshot, updateSnapshot } from '../updates/metrics/update-snapshot.ts';
import { mailtoOf } from './client.ts';
import type { MetricsRun } from './metrics-summary.ts';
import { pluralize } from './pluralize.ts';

/** Which services to ask, and how. */
export interface MetricsRequest {
	readonly sources: readonly MetricName[];
	/** False if only some files of the library are read. */
	readonly isWholeLibrary: boolean;
	readonly dryRun: boolean;
	readonly client: Client;
	/** Called after each answer. */
	onAnswer(name: MetricName, done: number, works: number): void;
}

/** Asks services about the works of the library, and writes their answers to the file with metrics. */
export async function updateMetrics(project: Project, request: MetricsRequest, report: Report): Promise<MetricsRun> {
	const { sources, isWholeLibrary, dryRun, client, onAnswer } = request;
	const { works, isComplete } = readWorks(project, report);
	const keys = keysById(works);
	const withoutId = works.filter(({ identifiers }) => workId(identifiers) === null).length;
	const run = { works: works.length, withoutId, keys, collected: [], skipped: [], update: null };
	// A file with other contents is found before any service is asked.
	const previous = readPrevious(project, report);
	if (previous === null || keys.size === 0) return run;
	const hasMail = mailtoOf(project) !== null;
	const skipped = [...new Set(sources)].filter(
		(name) => !hasMail && services[metricSources[name].address].contact?.required,
	);
	const asked = [...new Set(sources)].filter((name) => !skipped.includes(name));
	const collected = await collectMetrics([...keys.keys()], asked, previous, client, onAnswer);
	const hasAnswers = collected.some(({ known, unknown }) => known.size + unknown > 0);
	reportFailures(collected, hasAnswers, report);
	if (!hasAnswers) return { ...run, collected, skipped };
	// Works of files that were not read now, or that could not be read, keep their numbers.
	const isKept = isWholeLibrary && isComplete ? (id: string) => keys.has(id) : () => true;
	const update = await updateSnapshot(
		project.metrics.file,
		project.root,
		(current) => mergeMetrics(current, collected, today(), isKept),
		report,
		{ dryRun, mayChange: (place) => refusalOf(place, project.places.writable) === null },
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
