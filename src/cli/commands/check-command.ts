import { build } from '../../build.ts';
import { diagnosticFormats, printDiagnostics } from '../../diagnostics/print.ts';
import type { Command, ExitCode, OptionsOf, OptionTable } from '../command.ts';
import { loadWithHelpers } from '../load.ts';
import { onlineCheckerOf, onlineDiagnostics } from '../online-checker.ts';
import { pluralize } from '../pluralize.ts';
import { exitCodeOf } from '../problems.ts';
import { progressOf } from '../progress.ts';
import { libraryOptions, messageOptions } from '../shared-options.ts';
import type { Terminal } from '../terminal.ts';

const options = {
	...libraryOptions,
	format: {
		type: 'string',
		alias: 'f',
		choices: diagnosticFormats,
		group: 'Output:',
		describe: 'Format of the report (default: text)',
	},
	online: {
		type: 'boolean',
		group: 'Mode:',
		describe: 'Also ask web services: retractions, DOIs, years, pages, dead links',
	},
	strict: { type: 'boolean', group: 'Mode:', describe: 'Also exit with 1 on warnings' },
	...messageOptions,
} as const satisfies OptionTable;

/** `bibfolio check`: reports mistakes in the library with hints. */
export const checkCommand: Command<typeof options> = {
	name: 'check',
	usage: '[files..]',
	summary: 'Find mistakes: syntax, missing fields, names, dates, duplicates, links',
	files: 'Library: .bib files, folders, globs, or - for standard input (overrides the configuration)',
	options,
	examples: [
		['bibfolio check papers.bib', 'show every problem with its line and a hint'],
		['bibfolio check --online', 'also find retractions, wrong DOIs and dead links'],
		['bibfolio check --format github', 'annotate lines in GitHub Actions'],
		['bibfolio check --format sarif > bibfolio.sarif', 'write a report for code scanning'],
	],
	run: runCheck,
};

/** Builds without writing, checks the library as a whole, with `--online` also with what services say, and prints the diagnostics. */
export async function runCheck(
	{ quiet = false, strict = false, online = false, format = 'text', ...shared }: OptionsOf<typeof options>,
	files: readonly string[],
	terminal: Terminal,
): Promise<ExitCode> {
	const { project, helpers, problems } = await loadWithHelpers(shared, { files }, terminal.cwd);
	const progress = progressOf(terminal, quiet);
	const thisYear = new Date().getFullYear();
	const result = project && build(project, { helpers, checks: true, thisYear, progress: progress.at });
	const checker = result && online ? onlineCheckerOf(result.project, result.reading, terminal, progress) : null;
	const found = result && checker ? await onlineDiagnostics(checker, result) : [];
	progress.end();
	const diagnostics = [...(result?.diagnostics ?? problems), ...found];
	const shown = quiet ? diagnostics.filter(({ severity }) => severity === 'error') : diagnostics;
	terminal.out(printDiagnostics(shown, { format, colour: terminal.colour.out, toolVersion: terminal.version }));
	if (format === 'text' && result && diagnostics.length === 0 && !quiet)
		terminal.out(`No problems in ${pluralize(result.library.entries.length, 'entry', 'entries')}\n`);
	if (!project) return 2;
	const code = exitCodeOf(diagnostics);
	return code === 0 && strict && diagnostics.some(({ severity }) => severity === 'warning') ? 1 : code;
}
