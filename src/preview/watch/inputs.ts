import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.ts';
import { namesIn } from '../../library/files/names-in-folder.ts';
import { libraryFiles } from '../../library/files/read-sources.ts';
import type { Project } from '../../project/project.ts';
import type { FileState, Snapshot } from './snapshot.ts';

/** A project; null with the reasons if it cannot be loaded. */
export interface LoadResult {
	readonly project: Project | null;
	readonly problems: readonly Diagnostic[];
}

/** The configuration file of a project, or the possible ones if it has none. Absolute. */
export function configurationFiles({ root, file }: Project): string[] {
	return (file === null ? ['bibfolio.yaml', 'bibfolio.yml'] : [file]).map((name) => resolve(root, name));
}

/** The files with people and ranks that were read with the configuration. Absolute. */
export function dataFilesOf({ root, dataFiles }: Project): string[] {
	return dataFiles.files.map((path) => resolve(root, path));
}

/**
 * The files that a build of the project reads, except its configuration: the library, templates, locales, styles, helpers,
 * files with regions, and other files that previous builds read. Absolute.
 */
export function inputFiles(project: Project, previousInputs: readonly string[]): string[] {
	const { root, library, templates, dataFiles } = project;
	const sources = libraryFiles(library, root, () => {}).filter((path) => path !== '-');
	const read = previousInputs.map((path) => resolve(root, path));
	const configuration = configurationFiles(project);
	const named = [...sources, ...dataFiles.files, ...stylesOf(project), ...hostsOf(project), ...helpersOf(project)].map(
		(path) => resolve(root, path),
	);
	const all = [...named, ...templatesIn(resolve(root, templates)), ...read.filter(existsSync)];
	return [...new Set(all)].filter((path) => !configuration.includes(path) && !path.endsWith('<stdin>'));
}

/** Citation styles that are files. A build that fails on a broken style does not list it as an input. */
function stylesOf({ lists }: Project): string[] {
	return lists.flatMap(({ style }) => (style?.endsWith('.csl') ? [style] : []));
}

/** The helper module. */
function helpersOf({ helpers }: Project): string[] {
	return helpers === null ? [] : [helpers];
}

/** Users' files that lists are inserted into. A build returns those of repeated outputs as files that it read. */
function hostsOf({ outputs }: Project): string[] {
	return outputs.flatMap(({ path, region, forEach }) => (region === null || forEach !== null ? [] : [path]));
}

function templatesIn(folder: string): string[] {
	const locales = join(folder, 'locales');
	return [
		...namesIn(folder)
			.filter((name) => /\.(?:hbs|css)$/.test(name))
			.map((name) => join(folder, name)),
		...namesIn(locales)
			.filter((name) => name.endsWith('.yaml'))
			.map((name) => join(locales, name)),
	];
}

/**
 * The project to build. If the configuration is broken, missing or empty, the previous project stays, with a problem. If
 * the configuration is unchanged, the same object is returned, so that data read with it stays valid.
 *
 * @param current the configuration, as it was just before loading
 * @param previousState the configuration when `previous` was loaded; null if unknown
 */
export function reload(loaded: LoadResult, previous: Project, current: Snapshot, previousState: Snapshot | null) {
	const { project, problems } = loaded;
	const [file = ''] = configurationFiles(previous);
	const [newFile, oldFile] = [current.get(file) ?? null, previousState?.get(file) ?? null];
	if (previous.file !== null && (!existsSync(file) || (isEmpty(newFile) && oldFile && !isEmpty(oldFile)))) {
		const problem = newFile ? 'Empty' : 'Missing';
		const hint = 'Restore it; the previous configuration stays in use';
		return {
			project: previous,
			problems: [diagnostic('config/missing', `${problem} configuration ${previous.file}`, { hint })],
		};
	}
	if (!project) return { project: previous, problems };
	const isSame =
		[file, ...dataFilesOf(previous)].every((path) => current.get(path)?.hash === previousState?.get(path)?.hash) &&
		project.file === previous.file &&
		String(project.dataFiles.files) === String(previous.dataFiles.files) &&
		String(project.library) === String(previous.library);
	return { project: previousState && isSame ? previous : project, problems: [] };
}

function isEmpty(file: FileState | null): boolean {
	return file !== null && file.tail === '';
}
