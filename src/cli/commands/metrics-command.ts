import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { prepareDiagnostics } from '../../diagnostics/prepare-diagnostics.ts';
import { type MetricName, metricLabels, metricNames } from '../../publications/metrics/metric-names.ts';
import { clientOf } from '../client.ts';
import type { Command, ExitCode, OptionsOf, OptionTable } from '../command.ts';
import { load } from '../load.ts';
import { metricsJson, printMetrics } from '../metrics-summary.ts';
import { exitCodeOf, refuse } from '../problems.ts';
import { progressOf } from '../progress.ts';
import { libraryOptions, messageOptions } from '../shared-options.ts';
import type { Terminal } from '../terminal.ts';
import { type MetricsRequest, updateMetrics } from '../update-metrics.ts';
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

/** Asks services about the works of the library, and writes their answers. */
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
	const request: MetricsRequest = {
		sources: sources ?? project.metrics.asked,
		isWholeLibrary: files.length === 0,
		dryRun: options['dry-run'] ?? false,
		// The progress says more than the host.
		client: clientOf(project, terminal, { at() {}, end() {} }),
		onAnswer: (name, done, works) => progress.at(`Asking ${metricLabels[name]}: ${done} of ${works}`),
	};
	const run = await updateMetrics(project, request, (problem) => reported.push(problem));
	progress.end();
	const diagnostics = prepareDiagnostics(reported, project.checks);
	const code = exitCodeOf(diagnostics);
	if (options.json) terminal.out(metricsJson(run, code, diagnostics, project, terminal));
	else printMetrics(run, diagnostics, options, project, terminal);
	return code;
}

function sourceNamed(name: string): MetricName {
	const found = metricNames.find((each) => each === name.toLowerCase());
	if (found) return found;
	throw new UsageError(`Unknown value "${name}" after --source`, suggestion(name, metricNames, 'Choose from'));
}
