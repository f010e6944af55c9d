import { type BuildResult, build } from '../../build.ts';
import type { Report } from '../../diagnostics/diagnostic.ts';
import { visible } from '../../diagnostics/visible.ts';
import { staleOutputs } from '../../output/stale-outputs.ts';
import { buildJson } from '../build-json.ts';
import { type FileStatus, summaryLines } from '../build-summary.ts';
import type { Command, ExitCode, OptionsOf, OptionTable } from '../command.ts';
import { loadWithHelpers } from '../load.ts';
import { exitCodeOf, printFindings, refuse } from '../problems.ts';
import { progressOf } from '../progress.ts';
import type { Terminal } from '../terminal.ts';
import { UsageError } from '../usage-error.ts';
import { writeLists } from '../write-lists.ts';
import { listOptions, projectOptions } from './list-options.ts';

const options = {
	...listOptions,
	stdout: {
		type: 'boolean',
		group: 'Output:',
		describe: 'Print one list (the first, or the one named by --list) instead of writing files',
	},
	check: { type: 'boolean', group: 'Mode:', describe: 'Write nothing; exit with 1 if a file is out of date' },
	strict: { type: 'boolean', group: 'Mode:', describe: 'Write nothing if the library has errors' },
	json: { type: 'boolean', group: 'Output:', describe: 'Print a JSON summary to standard output' },
} as const satisfies OptionTable;

type BuildOptions = OptionsOf<typeof options>;

/** `bibfolio build`: write the lists of a library to files or to standard output. */
export const buildCommand: Command<typeof options> = {
	name: 'build',
	usage: '[files..]',
	summary: 'Build publication lists from a BibTeX or BibLaTeX library',
	files: 'Library: .bib files, folders, globs, or - for standard input (overrides the configuration)',
	options,
	examples: [
		['bibfolio build', 'use bibfolio.yaml, or every .bib file in this folder'],
		['bibfolio build papers.bib --highlight "Lapuschkin, Sebastian" --out site/', 'work without a configuration'],
		['bibfolio build --stdout --format markdown --where "year>=2020" > recent.md', 'print one list'],
		['bibfolio build papers.bib --pdf --out cv.pdf', 'make a PDF'],
		['bibfolio build --check', 'fail if a list is out of date (for CI)'],
	],
	run: runBuild,
};

/** Builds the lists, then writes, prints or compares them. */
export async function runBuild(options: BuildOptions, files: readonly string[], terminal: Terminal): Promise<ExitCode> {
	refuseContradictions(options);
	const formats = options.stdout ? (options.format ?? ['markdown']) : options.format;
	const loaded = await loadWithHelpers(options, { ...projectOptions(options, files), formats }, terminal.cwd);
	const { project, helpers, problems } = loaded;
	if (!project && options.json) {
		terminal.out(buildJson(null, [], problems, 2, terminal));
		return 2;
	}
	if (!project) return refuse(problems, terminal);
	const progress = progressOf(terminal, options.quiet);
	const result = build(project, { helpers, progress: progress.at });
	progress.end();
	const reported = [...result.diagnostics];
	const isStopped = result.stops !== null || (options.strict && reported.some(({ severity }) => severity === 'error'));
	const statuses = isStopped
		? []
		: deliver(result, options, (diagnostic) => reported.push(diagnostic), terminal, progress.at);
	progress.end();
	const code = exitCodeOf(reported);
	if (options.json) terminal.out(buildJson(result, statuses, reported, code, terminal));
	else {
		printFindings(reported, options.quiet ?? false, terminal);
		const print = options.stdout ? terminal.err : terminal.out;
		if (!options.quiet) for (const line of summaryLines(result, statuses, options)) print(`${visible(line)}\n`);
	}
	return code;
}

function refuseContradictions({ stdout, check, json, out, format, pdf }: BuildOptions): void {
	const pairs = [
		['--stdout', '--check', stdout && check],
		['--stdout', '--pdf', stdout && pdf],
		['--check', '--pdf', check && pdf],
		['--stdout', '--json', stdout && json],
		['--stdout', '--out', stdout && out !== undefined],
	] as const;
	for (const [first, second, isUsed] of pairs)
		if (isUsed) throw new UsageError(`Cannot combine ${first} with ${second}`, 'Remove one of them');
	if (stdout && format && format.length > 1)
		throw new UsageError('--stdout prints one list, but --format names several', 'Name one format');
}

/** Prints, compares or writes the outputs, and returns what happened to each file. */
function deliver(
	result: BuildResult,
	options: BuildOptions,
	report: Report,
	terminal: Terminal,
	progress: (stage: string) => void,
): FileStatus[] {
	const { outputs, project } = result;
	if (options.stdout) {
		// Without a whole list, the first part is printed.
		const first = outputs.find(({ row }) => row.forEach === null) ?? outputs[0];
		if (first) terminal.out(String(first.contents));
		return first ? [{ path: first.path, status: 'printed' }] : [];
	}
	if (options.check) {
		const stale = new Set(staleOutputs(outputs, project.root, report));
		const paths = [...new Set(outputs.map(({ path }) => path))];
		return paths.map((path) => ({ path, status: stale.has(path) ? 'stale' : 'unchanged' }));
	}
	return writeLists(result, options.pdf ?? false, report, progress);
}
