import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { settle } from '../diagnostics/settle.ts';
import { type CommandLineOptions, loadProject, type Project } from '../project/project.ts';

/** Options of a command; those that were not given may be undefined. */
export type GivenOptions = { readonly [Name in keyof CommandLineOptions]: CommandLineOptions[Name] | undefined };

/** Loads the project of a command. `project` is null if the configuration or an option is invalid. */
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
