import type { Diagnostic, Report } from '../../diagnostics/diagnostic.ts';
import { prepareDiagnostics } from '../../diagnostics/prepare-diagnostics.ts';
import { unifiedDiff } from '../../editing/diff.ts';
import type { SyncResult } from '../../updates/sync/find-works.ts';
import { isProposed } from '../../updates/sync/found-work.ts';
import { clientOf } from '../client.ts';
import type { Command, ExitCode, OptionsOf, OptionTable } from '../command.ts';
import { loadForAdding } from '../load.ts';
import { exitCodeOf, printFindings, refuse } from '../problems.ts';
import { progressOf } from '../progress.ts';
import { libraryOptions, messageOptions } from '../shared-options.ts';
import { askedDecision } from '../sync/asked-decision.ts';
import { certainDecision, type Decision, namedDecision, namesWorks } from '../sync/decision.ts';
import { readIgnoredWorks } from '../sync/remember-works.ts';
import { noProfilesText, selectedPeople } from '../sync/selected-people.ts';
import { syncJson } from '../sync/sync-json.ts';
import { syncLibrary } from '../sync/sync-library.ts';
import type { SyncOutcome } from '../sync/sync-outcome.ts';
import { outcomeText, pageOf, profilesText } from '../sync/sync-text.ts';
import type { Terminal } from '../terminal.ts';

const options = {
	...libraryOptions,
	take: {
		type: 'string',
		many: 'repeat',
		group: 'Works:',
		describe: 'Add this work, by DOI, arXiv ID, PubMed ID or record (repeatable)',
	},
	'not-mine': {
		type: 'string',
		many: 'repeat',
		group: 'Works:',
		describe: 'Remember that this work is by another person with that name (repeatable)',
	},
	ignore: {
		type: 'string',
		many: 'repeat',
		group: 'Works:',
		describe: 'Remember that this work does not belong in the library (repeatable)',
	},
	complete: { type: 'boolean', group: 'Entries:', describe: 'Add missing fields to entries: DOI, pages, volume …' },
	upgrade: {
		type: 'boolean',
		group: 'Entries:',
		describe: 'Turn preprints that have appeared into their publications',
	},
	to: { type: 'string', group: 'Output:', describe: 'Target .bib file (created if missing)' },
	json: { type: 'boolean', group: 'Output:', describe: 'Print a JSON summary to standard output' },
	yes: { type: 'boolean', alias: 'y', group: 'Mode:', describe: 'Add what is certain without asking' },
	'dry-run': { type: 'boolean', alias: 'n', group: 'Mode:', describe: 'Write nothing; print the change as a diff' },
	check: { type: 'boolean', group: 'Mode:', describe: 'Write nothing; exit with 1 if there is something to write' },
	...messageOptions,
} as const satisfies OptionTable;

/** Options of `bibfolio sync`. */
export type SyncCommandOptions = OptionsOf<typeof options>;

/** `bibfolio sync`: adds the works that the profiles of people have and the library has not. */
export const syncCommand: Command<typeof options> = {
	name: 'sync',
	usage: '[people..]',
	summary: 'Find new works in ORCID, DBLP, OpenAlex … and add them to the library',
	files: 'Ids, names or aliases of people (default: all with the id of a profile)',
	options,
	examples: [
		['bibfolio sync', 'ask which new works to add'],
		['bibfolio sync --yes', 'add what is certain, list the rest'],
		['bibfolio sync ada --dry-run', 'show the change for one person as a diff'],
		['bibfolio sync --complete --upgrade', 'also complete entries, and upgrade preprints that have appeared'],
		['bibfolio sync --not-mine 10.1371/journal.pone.0130140', 'remember a work of another person'],
	],
	run: runSync,
};

/** Reads the profiles of people, decides which works to add, and writes them. */
export async function runSync(
	options: SyncCommandOptions,
	words: readonly string[],
	terminal: Terminal,
): Promise<ExitCode> {
	const { project, problems } = loadForAdding(options, terminal.cwd);
	if (!project) return refuse(problems, terminal);
	const selected = selectedPeople(words, project.people);
	const changesEntries = options.complete === true || options.upgrade === true;
	if (selected.length === 0 && !changesEntries) {
		terminal.err(noProfilesText(project.people, project.file));
		return 2;
	}
	const reported: Diagnostic[] = [];
	const report: Report = (diagnostic) => reported.push(diagnostic);
	const ignored = readIgnoredWorks(project, report);
	if (!ignored) return refuse(prepareDiagnostics(reported, project.checks), terminal);
	const progress = progressOf(terminal, options.quiet);
	const client = clientOf(project, terminal, progress);
	const { cwd } = terminal;
	const decide = (result: SyncResult) => {
		progress.end();
		if (isTalkative(options)) printerOf(options, terminal)(profilesText(result, pageOf(terminal, streamOf(options))));
		return decisionFor(result, options, terminal);
	};
	const outcome = await syncLibrary(project, { ...options, selected, ignored, client, cwd, decide }, report).finally(
		() => progress.end(),
	);
	if (!outcome) return 1;
	const diagnostics = prepareDiagnostics(reported, project.checks);
	const code = exitCode(outcome, diagnostics, options);
	if (options.json) terminal.out(syncJson(outcome, code, diagnostics, terminal));
	else printOutcome(outcome, project.sync.ignored, diagnostics, options, terminal);
	return code;
}

/** What to write: as options say, as the user answers, or what is certain. Null if the user cancels. */
async function decisionFor(
	{ works }: SyncResult,
	options: SyncCommandOptions,
	terminal: Terminal,
): Promise<Decision | null> {
	if (namesWorks(options)) return namedDecision(works, options, options.yes === true);
	const { yes, json, quiet, check, 'dry-run': dryRun } = options;
	const asks = terminal.asks && !yes && !json && !quiet && !check && !dryRun && works.some(isProposed);
	return asks ? askedDecision(works, terminal) : certainDecision(works);
}

function exitCode(
	{ additions, updatedFiles }: SyncOutcome,
	diagnostics: readonly Diagnostic[],
	{ check }: SyncCommandOptions,
): ExitCode {
	const isMissing = additions.some(({ added }) => added.length > 0) || updatedFiles.length > 0;
	return check && isMissing ? 1 : exitCodeOf(diagnostics);
}

/** True if more than errors is printed as text. */
function isTalkative({ json, quiet }: SyncCommandOptions): boolean {
	return !json && !quiet;
}

/** In a dry run, the standard output is the diff. */
function streamOf({ 'dry-run': dryRun }: SyncCommandOptions): 'out' | 'err' {
	return dryRun ? 'err' : 'out';
}

function printerOf(options: SyncCommandOptions, terminal: Terminal): (text: string) => void {
	return terminal[streamOf(options)];
}

function printOutcome(
	outcome: SyncOutcome,
	ignoredFile: string,
	diagnostics: readonly Diagnostic[],
	options: SyncCommandOptions,
	terminal: Terminal,
): void {
	if (options['dry-run'])
		for (const { file } of [...outcome.updatedFiles, ...outcome.additions])
			terminal.out(unifiedDiff(file.path, file.before, file.after, terminal.colour.out));
	if (options['dry-run'] && outcome.ignoredFile) {
		const { path, before, after } = outcome.ignoredFile;
		terminal.out(unifiedDiff(path, before, after, terminal.colour.out));
	}
	// Notes about new entries are below them.
	printFindings(diagnostics, options.quiet === true, terminal);
	if (isTalkative(options))
		printerOf(options, terminal)(outcomeText(outcome, ignoredFile, pageOf(terminal, streamOf(options))));
}
