import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { stopsBuild } from '../diagnostics/prepare-diagnostics.ts';
import { printDiagnostics } from '../diagnostics/print.ts';
import type { ExitCode } from './command.ts';
import { pluralize } from './pluralize.ts';
import type { Terminal } from './terminal.ts';

/** Diagnostics, by default with the lines of the files, colored as standard error allows. */
export function problemsText(
	diagnostics: readonly Diagnostic[],
	{ colour, version }: Terminal,
	options: { readonly frames?: boolean } = {},
): string {
	const text = { format: 'text', colour: colour.err, toolVersion: version, summary: false } as const;
	return printDiagnostics(diagnostics, { ...text, ...options });
}

/** Prints diagnostics to standard error. */
export function printProblems(diagnostics: readonly Diagnostic[], terminal: Terminal): void {
	terminal.err(problemsText(diagnostics, terminal));
}

/** Prints the errors among the diagnostics to standard error. */
export function printErrors(diagnostics: readonly Diagnostic[], terminal: Terminal): void {
	printProblems(
		diagnostics.filter(({ severity }) => severity === 'error'),
		terminal,
	);
}

/** Number of warnings that a build prints in full. */
const mostWarnings = 5;

/** Prints all errors, the first warnings unless `quiet` is set, and the number of other warnings. */
export function printFindings(diagnostics: readonly Diagnostic[], quiet: boolean, terminal: Terminal): void {
	const errors = diagnostics.filter(({ severity }) => severity === 'error');
	// An empty list may be intended, so it is only an info, but users should see it.
	const warnings = diagnostics.filter(({ severity, code }) => severity === 'warning' || code === 'list/empty');
	printProblems([...errors, ...(quiet ? [] : warnings.slice(0, mostWarnings))], terminal);
	const hidden = warnings.length - mostWarnings;
	if (!quiet && hidden > 0) terminal.err(`\n${pluralize(hidden, 'more warning')}: run bibfolio check\n`);
}

/** Diagnostics as plain data, in the shape of `bibfolio check --format json`. */
export function problemsJson(diagnostics: readonly Diagnostic[], { version }: Terminal): unknown {
	const options = { format: 'json', colour: false, toolVersion: version } as const;
	return JSON.parse(printDiagnostics(diagnostics, options)).diagnostics;
}

/** The exit code for some diagnostics: 2 for errors in the configuration, 1 for errors in the input, else 0. */
export function exitCodeOf(diagnostics: readonly Diagnostic[]): ExitCode {
	if (stopsBuild(diagnostics) === 'configuration') return 2;
	return diagnostics.some(({ severity }) => severity === 'error') ? 1 : 0;
}

/** Prints why the project cannot be used, and returns the exit code for it. */
export function refuse(problems: readonly Diagnostic[], terminal: Terminal): ExitCode {
	printProblems(problems, terminal);
	return 2;
}
