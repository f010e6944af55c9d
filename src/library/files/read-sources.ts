import { existsSync, lstatSync, readdirSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { type GlobOptions, globSync, isDynamicPattern } from 'tinyglobby';
import { type Diagnostic, diagnostic, type Report } from '../../diagnostics/diagnostic.ts';
import type { Source } from '../../diagnostics/source.ts';
import { unreadableFile } from '../../diagnostics/unreadable-file.ts';
import { closestWord } from '../../text/closest-word.ts';
import { decodeSource } from './decode.ts';
import { fileStatus } from './file-status.ts';
import { namesIn } from './names-in-folder.ts';
import { readFileOrPipe, readRegularFile, readStandardInput } from './read-file.ts';
import { linkTarget, realPlace } from './real-place.ts';

/**
 * Reads the files that patterns name, each once. A pattern is a path, a glob, a folder (for its `*.bib` files), or `-` for
 * standard input; relative paths start from `root`. The files are in the order of the patterns, and by name within one, so
 * that the order is the same on every machine. Reports missing and unreadable files.
 *
 * @param pipes false if pipes must not be read, because they can be read only once
 */
export function readSources(patterns: readonly string[], root: string, report: Report, pipes = true): Source[] {
	return libraryFiles(patterns, root, report).flatMap((path) => {
		const bytes = readBytes(path, root, report, pipes);
		return bytes ? [decodeSource(path === '-' ? '<stdin>' : path, bytes, report)] : [];
	});
}

/**
 * The paths that {@link readSources} would read, as named and in that order. A file reached by several links is listed once.
 */
export function libraryFiles(patterns: readonly string[], root: string, report: Report): string[] {
	const seen = new Set<string>();
	return patterns
		.flatMap((pattern) => expand(pattern, root, report))
		.filter((path) => {
			const place = path === '-' ? '-' : realPlace(resolve(root, path));
			return !seen.has(place) && seen.add(place);
		});
}

/** The paths a pattern names. */
function expand(pattern: string, root: string, report: Report): string[] {
	if (pattern === '-') return ['-'];
	const status = fileStatus(resolve(root, pattern));
	if (status?.isDirectory()) return inFolder(pattern, root, report);
	if (status || !isGlob(pattern)) return [pattern];
	const paths = filesMatching(pattern, root, report);
	if (!paths) return [];
	if (paths.length === 0 && !isUnreadable(pattern, root, report)) {
		const hint = 'Check the pattern, which is relative to bibfolio.yaml or the current folder';
		report(diagnostic('file/missing', `Pattern "${pattern}" matches no files`, { hint }));
	}
	return paths;
}

/** True for a path with wildcards. */
export function isGlob(pattern: string): boolean {
	return /[*?[\]{}()!+@|\\]/.test(pattern) && isDynamicPattern(pattern);
}

/** The files a pattern matches, by name; null if a folder on the way cannot be read, which is reported. */
export function filesMatching(pattern: string, root: string, report: Report): string[] | null {
	try {
		return globSync(pattern, { cwd: root, expandDirectories: false, dot: false, fs: throughLinks }).sort(byCodeUnits);
	} catch (error) {
		report(unreadableFile(pattern, error));
		return null;
	}
}

/** How a glob follows links. A broken link counts as a file, so that it is reported instead of being skipped silently. */
const throughLinks = {
	realpathSync: (place: string) => (fileStatus(place) ? realPlace(place) : place),
	statSync: (place: string) => fileStatus(place) ?? lstatSync(place),
} as NonNullable<GlobOptions['fs']>;

/** Whether the folder that a pattern starts in is unreadable, which is reported. To a glob, it looks empty. */
function isUnreadable(pattern: string, root: string, report: Report): boolean {
	const folder = /^[^*?[\]{}()!+@|\\]*(?=\/)/.exec(pattern)?.[0] ?? '';
	try {
		readdirSync(resolve(root, folder));
		return false;
	} catch (error) {
		if (isMissing(error)) return false;
		report(unreadableFile(folder || root, error));
		return true;
	}
}

function inFolder(folder: string, root: string, report: Report): string[] {
	let names: string[];
	try {
		names = readdirSync(resolve(root, folder)).filter((name) => /\.bib$/i.test(name) && !name.startsWith('.'));
	} catch (error) {
		report(unreadableFile(folder, error));
		return [];
	}
	if (names.length === 0) {
		const hint = 'Name the files themselves if they have another extension';
		report(diagnostic('file/missing', `Folder "${folder}" contains no .bib files`, { hint }));
	}
	return names.sort(byCodeUnits).map((name) => join(folder, name).replaceAll('\\', '/'));
}

function readBytes(path: string, root: string, report: Report, pipes: boolean): Uint8Array | null {
	try {
		if (path === '-') return readStandardInput();
		const read = pipes ? readFileOrPipe : readRegularFile;
		return read(resolve(root, path));
	} catch (error) {
		report(isMissing(error) ? missingFile(path, root) : unreadableFile(path, error));
		return null;
	}
}

/**
 * The problems of library files that do not exist, if their names are mistakes: another file of the
 * library exists, a link is broken, or a file has a similar name. Otherwise, the library is one that a command may create.
 */
export function misnamedFiles(paths: readonly string[], root: string): readonly Diagnostic[] {
	const missing = paths.filter((path) => path !== '-' && !existsSync(resolve(root, path)));
	const isNew = missing.length === paths.length && missing.every((path) => isFree(path, root));
	return isNew ? [] : missing.map((path) => missingFile(path, root));
}

function isFree(path: string, root: string): boolean {
	return linkTarget(resolve(root, path)) === null && similarFile(path, root) === null;
}

function missingFile(path: string, root: string) {
	const target = linkTarget(resolve(root, path));
	if (target !== null) {
		const hint = 'Restore the file, or update or remove the link';
		return diagnostic('file/missing', `Link "${path}" points to "${target}", which does not exist`, { hint });
	}
	const folder = dirname(path);
	const names = libraryNames(path, root);
	const near = similarFile(path, root) ?? (names.length === 1 ? names[0] : null) ?? null;
	const hint = near === null ? 'Check the path' : `Did you mean "${folder === '.' ? near : `${folder}/${near}`}"?`;
	return diagnostic('file/missing', `File "${path}" does not exist`, { hint });
}

function libraryNames(path: string, root: string): string[] {
	return namesIn(resolve(root, dirname(path))).filter((name) => /\.bib$/i.test(name));
}

/** The library file in the folder of a path with a similar name; null if there is none. */
function similarFile(path: string, root: string): string | null {
	const names = libraryNames(path, root);
	return names.find((name) => name === `${basename(path)}.bib`) ?? closestWord(basename(path), names);
}

function isMissing(error: unknown): boolean {
	return isErrno(error) && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
}

function isErrno(error: unknown): error is NodeJS.ErrnoException {
	return error instanceof Error && 'code' in error;
}

/** Unlike a locale's order, this order is the same on every machine. */
function byCodeUnits(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
