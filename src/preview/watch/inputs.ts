import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.ts';
import { libraryFiles } from '../../library/files/read-sources.ts';
import type { Project } from '../../project/project.ts';
import type { Seen, Snapshot } from './snapshot.ts';

/** A project, or why there is none. */
export interface Loaded {
	readonly project: Project | null;
	readonly problems: readonly Diagnostic[];
}

/** The configuration of a project, or those it may come to have. Absolute. */
export function configurationFiles({ root, file }: Project): string[] {
	return (file === null ? ['bibfolio.yaml', 'bibfolio.yml'] : [file]).map((name) => resolve(root, name));
}

/**
 * What a build of the project reads as the disk is now, without its configuration, absolute: the library, templates,
 * locales, styles, helpers, files that a list is put into, and what else builds before have read.
 */
export function inputFiles(project: Project, readBefore: readonly string[]): string[] {
	const { root, library, templates } = project;
	const sources = libraryFiles(library, root, () => {}).filter((path) => path !== '-');
	const read = readBefore.map((path) => resolve(root, path));
	const configuration = configurationFiles(project);
	const named = [...sources, ...stylesOf(project), ...hostsOf(project), ...helpersOf(project)].map((path) =>
		resolve(root, path),
	);
	const all = [...named, ...templatesIn(resolve(root, templates)), ...read.filter(existsSync)];
	return [...new Set(all)].filter((path) => !configuration.includes(path) && !path.endsWith('<stdin>'));
}

/** Styles that are files. A build that one stops has not read it. */
function stylesOf({ lists }: Project): string[] {
	return lists.flatMap(({ style }) => (style?.endsWith('.csl') ? [style] : []));
}

/** The module of helpers. */
function helpersOf({ helpers }: Project): string[] {
	return helpers === null ? [] : [helpers];
}

/** Files of somebody else's that a list is put into. */
function hostsOf({ outputs }: Project): string[] {
	return outputs.flatMap(({ path, region }) => (region === null ? [] : [path]));
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

function namesIn(folder: string): string[] {
	try {
		return readdirSync(folder).sort();
	} catch {
		return [];
	}
}

/**
 * The project to build now. A configuration that is broken, gone or blank leaves the one before in force, and is a
 * problem. One that says what it said gives the same object, so that what was read with it stays valid.
 *
 * @param seen the configuration as it is now, looked at before it was loaded
 * @param then as it was when `before` was loaded; null when that is not known
 */
export function reload(loaded: Loaded, before: Project, seen: Snapshot, then: Snapshot | null) {
	const { project, problems } = loaded;
	const [file = ''] = configurationFiles(before);
	const [now, old] = [seen.get(file) ?? null, then?.get(file) ?? null];
	if (before.file !== null && (!existsSync(file) || (isBlank(now) && old && !isBlank(old)))) {
		const what = now ? 'is empty' : 'is gone';
		const hint = 'What it said last stays in force';
		return {
			project: before,
			problems: [diagnostic('config/missing', `The configuration ${before.file} ${what}`, { hint })],
		};
	}
	if (!project) return { project: before, problems };
	const same =
		now?.hash === old?.hash && project.file === before.file && String(project.library) === String(before.library);
	return { project: then && same ? before : project, problems: [] };
}

function isBlank(seen: Seen | null): boolean {
	return seen !== null && seen.tail === '';
}
