import { delimiter } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { prepareDiagnostics } from '../diagnostics/prepare-diagnostics.ts';
import { loadHelpers } from '../project/load-helpers.ts';
import { type CommandLineOptions, loadProject, type Project } from '../project/project.ts';
import type { Helpers } from '../render/engine/helper.ts';
import type { LibraryOptions } from './shared-options.ts';
import { newLibraryFile } from './write-drafts.ts';

/** Options of a command line for the project; an absent option may be undefined. */
export type ProjectOptions = { readonly [Name in keyof CommandLineOptions]: CommandLineOptions[Name] | undefined };

/** Folders for `--allow-outside` from the environment, separated as in PATH. */
function allowedByEnvironment(): string[] {
	return (process.env['BIBFOLIO_ALLOW_OUTSIDE'] ?? '').split(delimiter).filter(Boolean);
}

/** Loads the project of a command. `project` is null if the configuration or an option is invalid. */
export function load(
	{ config, 'allow-outside': allowOutside = [] }: LibraryOptions,
	options: Omit<ProjectOptions, 'allowOutside'>,
	cwd: string,
): { project: Project | null; problems: readonly Diagnostic[] } {
	const reported: Diagnostic[] = [];
	const present = Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
	const project = loadProject(
		config ?? null,
		cwd,
		{ ...(present as CommandLineOptions), allowOutside: [...allowOutside, ...allowedByEnvironment()] },
		(diagnostic) => reported.push(diagnostic),
	);
	return { project, problems: prepareDiagnostics(reported, {}) };
}

/** Loads the project of a command that adds works; in a folder without a library, one with the library to create. */
export function loadForAdding(options: LibraryOptions, cwd: string): ReturnType<typeof load> {
	const loaded = load(options, {}, cwd);
	const isEmpty = loaded.problems.length > 0 && loaded.problems.every(({ code }) => code === 'file/missing');
	return isEmpty ? load(options, { files: [newLibraryFile] }, cwd) : loaded;
}

/** Loads a project and its helpers, for a command that renders. `project` is null if one of them is invalid. */
export async function loadWithHelpers(
	libraryOptions: LibraryOptions,
	options: Omit<ProjectOptions, 'allowOutside'>,
	cwd: string,
): Promise<{ project: Project | null; helpers: Helpers; problems: readonly Diagnostic[] }> {
	const { project, problems } = load(libraryOptions, options, cwd);
	const reported: Diagnostic[] = [];
	const helpers = project && (await loadHelpers(project, (diagnostic) => reported.push(diagnostic)));
	return {
		project: helpers && project,
		helpers: helpers ?? {},
		problems: [...problems, ...prepareDiagnostics(reported, {})],
	};
}
