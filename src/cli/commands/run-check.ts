import { build } from '../../build.ts';
import { printDiagnostics } from '../../diagnostics/print.ts';
import type { ExitCode } from '../command.ts';
import { exitCodeOf, loadWithHelpers, several } from '../load.ts';
import { progressOf } from '../progress.ts';
import type { Terminal } from '../terminal.ts';
import type { CheckOptions } from './check-command.ts';

/** Reads everything a build reads, looks over the library as a whole, and prints what it finds. */
export async function runCheck(options: CheckOptions, files: readonly string[], terminal: Terminal): Promise<ExitCode> {
	const { project, helpers, problems } = await loadWithHelpers(options.config, { files }, terminal.cwd);
	const progress = progressOf(terminal, options.quiet ?? false);
	const thisYear = new Date().getFullYear();
	const result = project && build(project, { helpers, checks: true, thisYear, progress: progress.at });
	progress.end();
	const found = result?.diagnostics ?? problems;
	const shown = options.quiet ? found.filter(({ severity }) => severity === 'error') : found;
	const format = options.format ?? 'text';
	terminal.out(printDiagnostics(shown, { format, colour: terminal.colour.out, toolVersion: terminal.version }));
	if (format === 'text' && result && found.length === 0 && !options.quiet)
		terminal.out(`Nothing to report in ${several(result.library.entries.length, 'entry', 'entries')}\n`);
	if (!project) return 2;
	const code = exitCodeOf(found);
	return code === 0 && options.strict && found.some(({ severity }) => severity === 'warning') ? 1 : code;
}
