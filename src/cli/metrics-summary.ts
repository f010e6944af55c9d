import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { visible, visibleJson } from '../diagnostics/visible.ts';
import { unifiedDiff } from '../editing/diff.ts';
import type { Project } from '../project/project.ts';
import { type MetricName, metricLabels } from '../publications/metrics/metric-names.ts';
import type { Snapshot } from '../publications/metrics/metric-snapshot.ts';
import { changesOf } from '../updates/metrics/changes-of.ts';
import type { CollectedMetrics } from '../updates/metrics/collect-metrics.ts';
import type { UpdatedSnapshot } from '../updates/metrics/update-snapshot.ts';
import type { ExitCode } from './command.ts';
import { pluralize } from './pluralize.ts';
import { printProblems, problemsJson } from './problems.ts';
import type { Terminal } from './terminal.ts';

/** The result of `bibfolio metrics`; `update` is null if the file could not be changed or no service answered. */
export interface MetricsRun {
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

/** Prints what a run read and changed, with the diff of a dry run. */
export function printMetrics(
	{ works, withoutId, collected, skipped, update }: MetricsRun,
	diagnostics: readonly Diagnostic[],
	options: { readonly quiet?: boolean; readonly 'dry-run'?: boolean },
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
	const asked = collected.filter(({ works }) => works > 0);
	if (collected.length > 0 && asked.length === 0) terminal.err('These services know none of the works\n');
	if (!update) return;
	for (const source of asked) terminal.out(`${sourceLine(source, update)}\n`);
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

/** The same as JSON. */
export function metricsJson(
	run: MetricsRun,
	exitCode: ExitCode,
	diagnostics: readonly Diagnostic[],
	project: Project,
	terminal: Terminal,
): string {
	const summary = {
		version: terminal.version,
		exitCode,
		...metricsFacts(run, project),
		diagnostics: problemsJson(diagnostics, terminal),
	};
	return `${visibleJson(summary)}\n`;
}

/** What a run read and changed, as plain data. */
export function metricsFacts(
	{ withoutId, keys, collected, skipped, update }: MetricsRun,
	{ metrics }: Pick<Project, 'metrics'>,
): object {
	return {
		file: metrics.file,
		written: update?.file.written ?? false,
		sources: collected.map(({ name, known, unknown, works, failure }) => ({
			...{ source: name, works, known: known.size, unknown, unanswered: works - known.size - unknown },
			failure: failure && `${failure.host} ${failure.reason}`,
		})),
		skipped,
		withoutId,
		changed: update ? changesOf(update).map((change) => ({ ...change, keys: keys.get(change.id) ?? [] })) : [],
	};
}
