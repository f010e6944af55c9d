import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { prepareDiagnostics } from '../diagnostics/prepare-diagnostics.ts';
import { loadHelpers } from '../project/load-helpers.ts';
import { type CommandLineOptions, loadProject, type Project } from '../project/project.ts';
import type { Helpers } from '../render/engine/helper.ts';

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
	return { project, problems: prepareDiagnostics(found, {}) };
}

/** Loads the project of a command that renders, with its helpers. `project` is null if one of them is invalid. */
export async function loadWithHelpers(
	config: string | undefined,
	options: GivenOptions,
	cwd: string,
): Promise<{ project: Project | null; helpers: Helpers; problems: readonly Diagnostic[] }> {
	const { project, problems } = load(config, options, cwd);
	const found: Diagnostic[] = [];
	const helpers = project && (await loadHelpers(project, (one) => found.push(one)));
	return {
		project: helpers && project,
		helpers: helpers ?? {},
		problems: [...problems, ...prepareDiagnostics(found, {})],
	};
}
