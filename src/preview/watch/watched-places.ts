import { realpathSync } from 'node:fs';
import { basename, dirname, extname, join, resolve, sep } from 'node:path';
import { fileStatus } from '../../library/files/file-status.ts';
import { patternOf } from '../../lists/part-placeholders.ts';
import type { Project } from '../../project/project.ts';

/** The folders that contain inputs of a build or may get new ones. */
export interface WatchedPlaces {
	/** The top folders to watch, absolute; in them, only paths that pass {@link mayContainInput}. */
	readonly roots: readonly string[];
	/** Every folder that may contain an input, absolute, including missing ones. */
	readonly folders: readonly string[];
	/** Equal keys mean equal places. */
	readonly key: string;
	/** True for a possible input, and for a folder that may contain one; `isFolder` is null if unknown. */
	mayContainInput(path: string, isFolder: boolean | null): boolean;
}

/** A folder in which every file with an extension may be an input. */
interface InputFolder {
	readonly folder: string;
	/** With the dot; '' for any. */
	readonly extension: string;
	/** True if its subfolders count, too. */
	readonly deep: boolean;
}

/**
 * The places of a project's inputs. Watches folders instead of files, because an editor that saves by renaming replaces the
 * watched file. Watches both ends of a link. Files that a build writes do not count.
 *
 * @param files the current inputs, absolute
 */
export function watchedPlacesOf(project: Project, files: readonly string[]): WatchedPlaces {
	const { root } = project;
	const written = project.outputs.map(({ path }) => resolve(root, path));
	const patterns = written.flatMap((path) => patternOf(path) ?? []);
	const isWritten = (path: string) => written.includes(path) || patterns.some((pattern) => pattern.test(path));
	const named = new Set(files.flatMap(bothEnds));
	const inputFolders = inputFoldersOf(project).flatMap((input) =>
		bothEnds(input.folder).map((folder) => ({ ...input, folder })),
	);
	const folders = [
		...new Set([...[...named].map((file) => dirname(file)), ...inputFolders.map(({ folder }) => folder)]),
	];
	const roots = new Set(folders.map((folder) => (isWithin(folder, root) ? root : nearestExisting(folder))));
	const leadsToInput = (path: string) =>
		folders.some((folder) => isWithin(folder, path)) ||
		inputFolders.some(({ folder, deep }) => deep && isWithin(path, folder) && !isIgnored(path.slice(folder.length)));
	const isInput = (path: string) =>
		named.has(path) || (!isWritten(path) && inputFolders.some((folder) => accepts(folder, path)));
	const singleFiles = [...named].filter((file) => !inputFolders.some((folder) => accepts(folder, file)));
	return {
		roots: [...roots],
		folders,
		key: JSON.stringify([singleFiles, inputFolders, written]),
		mayContainInput: (watchedPath, isFolder) => {
			const path = resolve(watchedPath);
			return (isFolder !== true && isInput(path)) || (isFolder !== false && leadsToInput(path));
		},
	};
}

/** Folders in which new files become inputs. */
function inputFoldersOf({ root, file, library, templates, dataFiles }: Project): InputFolder[] {
	const templateFolder = resolve(root, templates);
	return [
		...[...library, ...dataFiles.patterns].flatMap((pattern) =>
			pattern === '-' ? [] : [inputFolderOf(pattern, root)],
		),
		{ folder: templateFolder, extension: '.hbs', deep: false },
		{ folder: templateFolder, extension: '.css', deep: false },
		{ folder: join(templateFolder, 'locales'), extension: '.yaml', deep: false },
		...(file === null ? ['.yaml', '.yml'].map((extension) => ({ folder: root, extension, deep: false })) : []),
	];
}

/** Characters of glob patterns. A plain name with such a character is only watched more widely than necessary. */
const wildcard = /[*?[\]{}()!+@]/;

function inputFolderOf(pattern: string, root: string): InputFolder {
	const path = resolve(root, pattern);
	if (fileStatus(path)?.isDirectory()) return { folder: path, extension: '.bib', deep: false };
	const names = path.split(sep);
	const first = names.findIndex((name) => wildcard.test(name));
	const extension = extname(pattern);
	if (first < 0) return { folder: dirname(path), extension, deep: false };
	const folder = names.slice(0, first).join(sep) || sep;
	return { folder, extension: wildcard.test(extension) ? '' : extension, deep: first < names.length - 1 };
}

function accepts({ folder, extension, deep }: InputFolder, path: string): boolean {
	if (!path.toLowerCase().endsWith(extension.toLowerCase()) || basename(path).startsWith('.')) return false;
	return deep ? isWithin(path, folder) : dirname(path) === folder;
}

/** True for folders that patterns do not search. */
function isIgnored(relativePath: string): boolean {
	return relativePath.split(sep).some((name) => name === 'node_modules' || (name.startsWith('.') && name !== '.'));
}

function isWithin(path: string, folder: string): boolean {
	return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

/** A path, and its target if it is a link or below one. */
function bothEnds(path: string): string[] {
	try {
		const real = realpathSync(path);
		return real === path ? [path] : [path, real];
	} catch {
		return [path];
	}
}

/** The folder, or its nearest existing parent. */
function nearestExisting(folder: string): string {
	for (let place = folder; ; place = dirname(place))
		if (place === dirname(place) || fileStatus(place)?.isDirectory()) return place;
}
