import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { printDiagnostics } from '../diagnostics/print.ts';
import { settle, stopsBuild } from '../diagnostics/settle.ts';
import { loadHelpers } from '../project/load-helpers.ts';
import { type CommandLineOptions, loadProject, type Project } from '../project/project.ts';
import type { Helpers } from '../render/engine/helper.ts';
import type { ExitCode } from './command.ts';
import type { Terminal } from './terminal.ts';

/** Options as a person gave them: those that were not given may be undefined. */
export type GivenOptions = { readonly [Name in keyof CommandLineOptions]: CommandLineOptions[Name] | undefined };

/** The project with what was found wrong on the way to it; null for a project that cannot be. */
export function load(
	config: string | undefined,
	options: GivenOptions,
	cwd: string,
): { project: Project | null; problems: readonly Diagnostic[] } {
	const found: Diagnostic[] = [];
	const given = Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
	const project = loadProject(config ?? null, cwd, given as CommandLineOptions, (one) => found.push(one));
	return { project, problems: settle(found, {}) };
}

/** The same with the project's helpers, for commands that render. */
export async function loadWithHelpers(
	config: string | undefined,
	options: GivenOptions,
	cwd: string,
): Promise<{ project: Project | null; helpers: Helpers; problems: readonly Diagnostic[] }> {
	const { project, problems } = load(config, options, cwd);
	const found: Diagnostic[] = [];
	const helpers = project && (await loadHelpers(project, (one) => found.push(one)));
	return { project: helpers && project, helpers: helpers ?? {}, problems: [...problems, ...settle(found, {})] };
}

/** Says why there is no project, and gives the exit code for it. */
export function refuse(problems: readonly Diagnostic[], terminal: Terminal): ExitCode {
	terminal.err(
		printDiagnostics(problems, {
			format: 'text',
			colour: terminal.colour.err,
			toolVersion: terminal.version,
			summary: false,
		}),
	);
	return 2;
}

/** The exit code of what was found: 2 for the configuration, 1 for the input, 0 without an error. */
export function exitCodeOf(found: readonly Diagnostic[]): ExitCode {
	if (stopsBuild(found) === 'configuration') return 2;
	return found.some(({ severity }) => severity === 'error') ? 1 : 0;
}

/** '1 work', '47 works', '2 entries'. */
export function several(count: number, one: string, more = `${one}s`): string {
	return `${count} ${count === 1 ? one : more}`;
}

/** Standard input is read once: there is nothing to watch, and nothing to change. */
export function refuseStandardInput(name: string, terminal: Terminal): ExitCode {
	terminal.err(`bibfolio ${name} takes files, not standard input, which is read once\n`);
	return 2;
}
