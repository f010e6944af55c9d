import { resolve } from 'node:path';
import type { Diagnostic, Report } from '../../diagnostics/diagnostic.ts';
import { prepareDiagnostics } from '../../diagnostics/prepare-diagnostics.ts';
import { visible } from '../../diagnostics/visible.ts';
import { unifiedDiff } from '../../editing/diff.ts';
import { libraryFiles } from '../../library/files/read-sources.ts';
import { writeOutputs } from '../../output/write-outputs.ts';
import type { Project } from '../../project/project.ts';
import { rememberingClient } from '../../sources/records/remembering-client.ts';
import { clientOf } from '../client.ts';
import type { Command, ExitCode, OptionsOf, OptionTable } from '../command.ts';
import { loadForAdding, withHelpers } from '../load.ts';
import { printMetrics } from '../metrics-summary.ts';
import { countedProgress } from '../online-checker.ts';
import { pluralize } from '../pluralize.ts';
import { exitCodeOf, printProblems, refuse } from '../problems.ts';
import { progressOf } from '../progress.ts';
import { libraryOptions, messageOptions } from '../shared-options.ts';
import { readIgnoredWorks } from '../sync/remember-works.ts';
import { selectedPeople } from '../sync/selected-people.ts';
import { outcomeText, pageOf, profilesText } from '../sync/sync-text.ts';
import type { Terminal } from '../terminal.ts';
import { onlineProblemsOf } from '../update/update-changes.ts';
import { updateJson } from '../update/update-json.ts';
import { type UpdateOutcome, type UpdatePart, updateLibrary, updateParts } from '../update/update-library.ts';
import { updateSummary } from '../update/update-summary.ts';
import { updateTitle } from '../update/update-title.ts';
import { suggestion, UsageError } from '../usage-error.ts';

const options = {
	...libraryOptions,
	skip: {
		type: 'string',
		many: 'commas',
		suggestions: updateParts,
		group: 'Mode:',
		describe: `Omit these parts: ${updateParts.join(', ')}`,
	},
	'dry-run': { type: 'boolean', alias: 'n', group: 'Mode:', describe: 'Write nothing; print the changes as a diff' },
	summary: {
		type: 'string',
		group: 'Output:',
		describe: 'Write a summary as Markdown, for a pull request or a mail; its first line is a title',
	},
	json: { type: 'boolean', group: 'Output:', describe: 'Print a JSON summary to standard output' },
	...messageOptions,
} as const satisfies OptionTable;

type UpdateOptions = OptionsOf<typeof options>;

/** `bibfolio update`: what sync, check --online, metrics and build do, without a question, for a schedule. */
export const updateCommand: Command<typeof options> = {
	name: 'update',
	usage: '[people..]',
	summary: 'Add new works, mark retractions, update citations, and build: for a schedule',
	files: 'People whose profiles are read, by id, name or alias (default: all with the id of a profile)',
	options,
	examples: [
		['bibfolio update', 'make all changes that are certain, and list the rest'],
		['bibfolio update --dry-run', 'show the changes as a diff'],
		['bibfolio update --summary update.md', 'also write what changed in words'],
		['bibfolio update --skip metrics,build', 'only change the library'],
	],
	run: runUpdate,
};

/** Updates the library, its metrics and its lists, and says what changed. */
export async function runUpdate(
	options: UpdateOptions,
	words: readonly string[],
	terminal: Terminal,
): Promise<ExitCode> {
	const { cwd } = terminal;
	const { 'dry-run': dryRun = false, quiet = false, json = false, summary } = options;
	const skip = new Set((options.skip ?? []).map(partNamed));
	if (summary === '-') throw new UsageError('Cannot write to standard output with --summary', 'Name a file');
	const reload = () => withHelpers(loadForAdding(options, cwd));
	const { project, problems } = await reload();
	if (!project) return refuse(problems, terminal);
	const selected = selectedPeople(words, project.people);
	const reported: Diagnostic[] = [];
	const report: Report = (problem) => reported.push(problem);
	const ignored = readIgnoredWorks(project, report);
	if (!ignored) return refuse(prepareDiagnostics(reported, project.checks), terminal);
	const progress = countedProgress(progressOf(terminal, quiet));
	const client = rememberingClient(clientOf(project, terminal, progress));
	const request = { skip, selected, ignored, client, dryRun, cwd, reload, onWork: progress.count };
	const outcome = await updateLibrary(project, request).finally(() => progress.end());
	if (summary !== undefined) {
		const inputs = libraryFiles(project.library, project.root, () => {}).map((file) => resolve(project.root, file));
		writeOutputs([{ path: summary, contents: updateSummary(outcome) }], cwd, report, inputs);
	}
	const diagnostics = prepareDiagnostics([...reported, ...outcome.problems], project.checks);
	const code = exitCodeOf(diagnostics);
	if (json) terminal.out(updateJson({ ...outcome, problems: diagnostics }, code, project, terminal));
	else printOutcome(outcome, diagnostics, project, options, terminal);
	return code;
}

function partNamed(name: string): UpdatePart {
	const part = updateParts.find((each) => each === name.toLowerCase());
	if (part) return part;
	throw new UsageError(`Unknown value "${name}" after --skip`, suggestion(name, updateParts, 'Choose from'));
}

/** Prints what the commands of the parts print, then everything in one line. In a dry run, standard output is the diff. */
function printOutcome(
	outcome: UpdateOutcome,
	diagnostics: readonly Diagnostic[],
	project: Project,
	{ 'dry-run': dryRun = false, quiet = false }: UpdateOptions,
	terminal: Terminal,
): void {
	const { sync, check, metrics, lists } = outcome;
	const stream = dryRun ? 'err' : 'out';
	const print = (text: string) => quiet || terminal[stream](text);
	const files = [
		...(sync ? [...sync.updatedFiles, ...sync.additions].map(({ file }) => file) : []),
		...(check?.files ?? []),
	];
	if (dryRun)
		for (const { path, before, after } of files) terminal.out(unifiedDiff(path, before, after, terminal.colour.out));
	if (sync) {
		const page = pageOf(terminal, stream);
		print(profilesText(sync, page));
		print(outcomeText(sync, project.sync.ignored, page));
	}
	for (const notice of check?.fixed ?? []) print(`${dryRun ? 'Would mark' : 'Marked'}: ${visible(notice.message)}\n`);
	if (metrics) printMetrics(metrics, [], { quiet, 'dry-run': dryRun }, project, terminal);
	const written = lists?.filter(({ status }) => status === 'written' || status === 'removed') ?? [];
	if (written.length > 0)
		print(
			`Built ${written.length > 5 ? pluralize(written.length, 'file') : written.map(({ path }) => visible(path)).join(', ')}\n`,
		);
	const online = check?.remaining.length ? onlineProblemsOf(outcome) : [];
	printProblems(
		[...(quiet ? [] : online), ...diagnostics.filter(({ severity }) => severity === 'error' || !quiet)],
		terminal,
	);
	print(`\n${updateTitle(outcome)}\n`);
}
