import { resolve } from 'node:path';
import { type Diagnostic, diagnostic, type Report } from '../diagnostics/diagnostic.ts';
import type { Span } from '../diagnostics/source.ts';
import { fileStatus } from '../library/files/file-status.ts';
import { type ProjectFolder, readProjectTable } from '../library/files/read-project-file.ts';
import { type MetricName, metricNames } from '../publications/metrics/metric-names.ts';
import { readSnapshot } from '../publications/metrics/read-snapshot.ts';
import type { MetricTable } from '../publications/metrics/work-metrics.ts';
import { type MetricsFile, type ProjectFile, type ShownMetric, shownMetrics } from './project-file.ts';
import { asArray } from './project-selectors.ts';

/** The file with metrics of a project. */
export interface ProjectMetrics {
	/** Lists use it. */
	readonly isOn: boolean;
	/** Relative to root. */
	readonly file: string;
	/** The sources that `bibfolio metrics` asks. */
	readonly asked: readonly MetricName[];
	/** It exists, and lists use it. */
	readonly isRead: boolean;
	/** Its contents; null if lists do not use it, or if it cannot be read. */
	readonly table: MetricTable | null;
}

const defaultFile = 'metrics.json';
/** They answer about all works with a DOI, in one request each, without a key. */
const defaultSources: readonly MetricName[] = ['openalex', 'crossref'];

/** The path of the setting that names the file. */
export function metricsFilePath({ metrics }: ProjectFile): readonly string[] {
	return typeof metrics === 'object' && metrics.file !== undefined ? ['metrics', 'file'] : ['metrics'];
}

/** What HTML lists show by default. */
export function shownMetricsIn({ metrics = false }: Pick<ProjectFile, 'metrics'>): readonly ShownMetric[] {
	if (metrics === false) return [];
	const { show = [...shownMetrics] }: MetricsFile = metrics === true ? {} : metrics;
	return show === 'none' ? [] : asArray(show);
}

/**
 * Reads the settings of metrics, and the file if lists use it. Numbers are never worth a list, so all problems of the file
 * are warnings, except that it must be inside the project.
 *
 * @param span where the configuration names the file
 */
export function readMetrics(
	{ metrics = false }: ProjectFile,
	folder: ProjectFolder,
	span: Span | undefined,
	report: Report,
): ProjectMetrics {
	const settings: MetricsFile = typeof metrics === 'object' ? metrics : {};
	const { file = defaultFile, sources } = settings;
	const asked = sources === undefined ? defaultSources : asArray(sources);
	const rest = { file, asked };
	if (metrics === false) return { isOn: false, ...rest, isRead: false, table: null };
	// Without a choice, all sources in the file are shown, whoever was asked for them.
	const isRead = fileStatus(resolve(folder.root, file)) !== null;
	if (!isRead) {
		const hint = 'Run "bibfolio metrics" to create it';
		report(diagnostic('metrics/missing', `File "${file}" with metrics does not exist`, { span, hint }));
		return { isOn: true, ...rest, isRead, table: null };
	}
	const table = readTable(file, sources === undefined ? metricNames : asked, folder, span, report);
	return { isOn: true, ...rest, isRead, table };
}

function readTable(
	path: string,
	sources: readonly MetricName[],
	folder: ProjectFolder,
	span: Span | undefined,
	report: Report,
): MetricTable | null {
	const file = readProjectTable(path, folder, span, (problem) => report(asWarning(problem, span)));
	if (!file) return null;
	const { snapshot, problems } = readSnapshot(file);
	problems.forEach(report);
	return snapshot && { snapshot, sources };
}

/** The problem of a file that cannot be read as a warning; a file outside the project stays an error. */
function asWarning(problem: Diagnostic, span: Span | undefined): Diagnostic {
	const { code, message, hint } = problem;
	return code === 'file/unreadable' ? diagnostic('metrics/invalid', message, { span, hint }) : problem;
}
