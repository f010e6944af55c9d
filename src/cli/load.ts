import { delimiter } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { prepareDiagnostics } from '../diagnostics/prepare-diagnostics.ts';
import { libraryFiles, misnamedFiles } from '../library/files/read-sources.ts';
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

/**
 * Loads the project of a command that adds works; in a folder without a library, one with the library to create. A library
 * with a misspelled name is refused: all works would seem to be new.
 */
export function loadForAdding(options: LibraryOptions, cwd: string): ReturnType<typeof load> {
	const loaded = load(options, {}, cwd);
	const isEmpty = loaded.problems.length > 0 && loaded.problems.every(({ code }) => code === 'file/missing');
	if (isEmpty) return load(options, { files: [newLibraryFile] }, cwd);
	const { project } = loaded;
	if (!project) return loaded;
	const files = libraryFiles(project.library, project.root, () => {}).filter((path) => path !== project.add.to);
	const misnamed = misnamedFiles(files, project.root);
	return misnamed.length > 0 ? { project: null, problems: [...loaded.problems, ...misnamed] } : loaded;
}

/** A project with its helpers. `project` is null if one of them is invalid. */
interface LoadedWithHelpers {
	readonly project: Project | null;
	readonly helpers: Helpers;
	readonly problems: readonly Diagnostic[];
}

/** Loads a project and its helpers, for a command that renders. */
export function loadWithHelpers(
	libraryOptions: LibraryOptions,
	options: Omit<ProjectOptions, 'allowOutside'>,
	cwd: string,
): Promise<LoadedWithHelpers> {
	return withHelpers(load(libraryOptions, options, cwd));
}

/** Loads the helpers of a loaded project. */
export async function withHelpers({ project, problems }: ReturnType<typeof load>): Promise<LoadedWithHelpers> {
	const reported: Diagnostic[] = [];
	const helpers = project && (await loadHelpers(project, (diagnostic) => reported.push(diagnostic)));
	return {
		project: helpers && project,
		helpers: helpers ?? {},
		problems: [...problems, ...prepareDiagnostics(reported, {})],
	};
}
