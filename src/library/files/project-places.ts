import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Span } from '../../diagnostics/source.ts';
import { realPlace } from './real-place.ts';

/**
 * The places that the configuration of a project may name. A configuration can come with a repository of a stranger, so it
 * must not be able to write or publish other files of the user. Folders include everything in them; absolute, with links
 * resolved.
 */
export interface ProjectPlaces {
	/** Folders and files that may be written. */
	readonly writable: readonly string[];
	/** Folders and files that may be read and shown. A library may be read anywhere, but see `library/empty`. */
	readonly readable: readonly string[];
}

/** Places that a user named on the command line, as absolute paths. */
export interface NamedPlaces {
	/** Folders of `--allow-outside`. */
	readonly allowed: readonly string[];
	/** The folder or files of `--out`. */
	readonly outputs: readonly string[];
	/** The folder of `--templates`, and the files of the library. */
	readonly inputs: readonly string[];
}

/** The places of a project: its tree, and what the user named. */
export function projectPlaces(root: string, { allowed, outputs, inputs }: NamedPlaces): ProjectPlaces {
	const shared = [projectTree(root), ...allowed.map(realPlace)];
	return {
		writable: [...shared, ...outputs.map(realPlace)],
		readable: [...shared, ...inputs.map(realPlace)],
	};
}

/**
 * The tree of a project: the Git work tree that contains its folder, or else the folder. A home folder in Git (for its dot
 * files) is not the tree of a project below it.
 */
export function projectTree(root: string): string {
	const start = realPlace(root);
	const home = realPlace(homedir());
	for (let folder = start; ; folder = dirname(folder)) {
		if (folder !== start && isWithin(home, folder)) return start;
		if (existsSync(join(folder, '.git'))) return folder;
		if (folder === dirname(folder)) return start;
	}
}

/**
 * Why a file may not be used: it is `outside` of the folders, or in a folder of `version-control`, whose hooks and settings
 * run programs. Null if it may be used.
 *
 * @param file absolute; links are followed
 * @param folders see {@link ProjectPlaces}
 */
export function refusalOf(file: string, folders: readonly string[]): 'outside' | 'version-control' | null {
	const place = realPlace(file);
	const containing = folders.filter((folder) => isWithin(place, folder));
	if (containing.length === 0) return 'outside';
	return containing.some((folder) => !isVersionControl(folder, place)) ? null : 'version-control';
}

/** The diagnostic for a path that {@link refusalOf} refuses; null if it may be used. */
export function refusedPlace(
	verb: 'read' | 'write' | 'change',
	path: string,
	root: string,
	folders: readonly string[],
	{ span, cwd = root, isFolder = false }: { span?: Span | undefined; cwd?: string; isFolder?: boolean } = {},
): Diagnostic | null {
	const file = resolve(root, path);
	const refusal = refusalOf(file, folders);
	if (refusal === null) return null;
	if (refusal === 'version-control') {
		const hint = 'Choose another path';
		const reason = 'it is in a folder of version control';
		return diagnostic('config/outside', `Cannot ${verb} ${path}: ${reason}`, { span, hint });
	}
	const place = realPlace(file);
	const withoutLinks = resolve(realPlace(root), relative(root, file));
	const isLink = folders.some((folder) => isWithin(withoutLinks, folder));
	const folder = shownPath(isFolder ? place : dirname(place), cwd);
	const reason = isLink ? 'a link leads outside the project' : 'it is outside the project';
	const hint = `Choose a path in the project, or allow this one with --allow-outside ${/\s/.test(folder) ? `"${folder}"` : folder}`;
	return diagnostic('config/outside', `Cannot ${verb} ${path}: ${reason}`, { span, hint });
}

/**
 * True if a configuration may name a file as a library to be changed: a file of the project, or any file with the extension
 * of BibTeX. So it cannot add text to other files of the user.
 */
export function mayChangeLibrary(file: string, { writable, readable }: ProjectPlaces): boolean {
	const place = realPlace(file);
	if (refusalOf(place, [...writable, ...readable]) === null) return true;
	return /\.bib(?:tex|latex)?$/i.test(place) && !place.split(sep).some(isVersionControlName);
}

/** A path for a message: relative to a folder, or absolute if that is shorter. With forward slashes. */
export function shownPath(file: string, folder: string): string {
	const path = relative(folder, file) || '.';
	return (path.length > file.length ? file : path).replaceAll('\\', '/');
}

/** True for a folder, and for everything in it. */
function isWithin(place: string, folder: string): boolean {
	const path = relative(folder, place);
	return path !== '..' && !path.startsWith(`..${sep}`) && !isAbsolute(path);
}

/** True for a place in a version control folder below a folder, or in a bare Git repository, which may have any name. */
function isVersionControl(folder: string, place: string): boolean {
	const names = relative(folder, place).split(sep);
	if (names.some(isVersionControlName)) return true;
	return names.some((_, index) => index > 0 && isGitFolder(join(folder, ...names.slice(0, index))));
}

function isGitFolder(folder: string): boolean {
	const has = (name: string) => existsSync(join(folder, name));
	return has('HEAD') && ((has('objects') && has('refs')) || has('commondir'));
}

/** Characters that macOS ignores in file names (Git's `core.protectHFS`). */
const ignorable = /[\u200c-\u200f\u202a-\u202e\u206a-\u206f\ufeff]/g;

/** True for `.git` and similar names, also as Windows and macOS spell them (Git's `core.protectNTFS`): `.GIT`, `.git.`, `git~1`. */
function isVersionControlName(name: string): boolean {
	const plain = name
		.replace(ignorable, '')
		.replace(/:.*$/, '')
		.replace(/[. ]+$/, '')
		.toLowerCase();
	return /^(?:\.git|git~\d+|\.hg|\.svn|\.jj)$/.test(plain);
}
