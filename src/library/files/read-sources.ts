import { lstatSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { type GlobOptions, globSync, isDynamicPattern } from 'tinyglobby';
import { diagnostic, type Report } from '../../diagnostics/diagnostic.ts';
import type { Source } from '../../diagnostics/source.ts';
import { unreadable } from '../../diagnostics/unreadable.ts';
import { nearest } from '../../text/closest-word.ts';
import { decodeSource } from './decode.ts';
import { fileStatus } from './file-status.ts';
import { realPlace } from './real-place.ts';

export { decodeSource } from './decode.ts';

/**
 * Reads the files that patterns name, each once: paths, globs, folders (their `*.bib`), and `-` for standard input.
 * `root` is the folder that relative ones start from. In the order of the patterns, and by name within one, so that the
 * order is the same on every machine. Reports what does not exist or cannot be read.
 */
export function readSources(patterns: readonly string[], root: string, report: Report): Source[] {
	return libraryFiles(patterns, root, report).flatMap((path) => {
		const bytes = readBytes(path, root, report);
		return bytes ? [decodeSource(path === '-' ? '<stdin>' : path, bytes, report)] : [];
	});
}

/**
 * The files that patterns name, as {@link readSources} would read them: as named, in that order, each once, by whichever
 * link it is reached.
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
	const found = fileStatus(resolve(root, pattern));
	if (found?.isDirectory()) return inFolder(pattern, root, report);
	if (found || !/[*?[\]{}()!+@|\\]/.test(pattern) || !isDynamicPattern(pattern)) return [pattern];
	const paths = matching(pattern, root, report);
	if (!paths) return [];
	if (paths.length === 0 && !isClosed(pattern, root, report)) {
		const hint = 'Check the pattern; it starts from the folder of the configuration or the one you are in';
		report(diagnostic('file/missing', `Unexpected pattern “${pattern}”, expected one that a file matches`, { hint }));
	}
	return paths;
}

/** The files a pattern matches, by name; null when a folder on the way cannot be read, which is reported. */
function matching(pattern: string, root: string, report: Report): string[] | null {
	try {
		return globSync(pattern, { cwd: root, expandDirectories: false, dot: false, fs: throughLinks }).sort(byCodeUnits);
	} catch (error) {
		report(unreadable(pattern, error));
		return null;
	}
}

/** How a glob follows links. One that leads nowhere is a file to it: works behind it are missed, not passed over. */
const throughLinks = {
	realpathSync: realPlace,
	statSync: (place: string) => fileStatus(place) ?? lstatSync(place),
} as NonNullable<GlobOptions['fs']>;

/** Whether the folder that a pattern starts in may not be looked into, which is reported: a glob finds it empty. */
function isClosed(pattern: string, root: string, report: Report): boolean {
	const folder = /^[^*?[\]{}()!+@|\\]*(?=\/)/.exec(pattern)?.[0] ?? '';
	try {
		readdirSync(resolve(root, folder));
		return false;
	} catch (error) {
		if (isMissing(error)) return false;
		report(unreadable(folder || root, error));
		return true;
	}
}

function inFolder(folder: string, root: string, report: Report): string[] {
	let names: string[];
	try {
		names = readdirSync(resolve(root, folder)).filter((name) => /\.bib$/i.test(name) && !name.startsWith('.'));
	} catch (error) {
		report(unreadable(folder, error));
		return [];
	}
	if (names.length === 0) {
		const hint = 'Name the files themselves if they end in something else';
		report(diagnostic('file/missing', `Unexpected folder “${folder}”, expected one with *.bib files`, { hint }));
	}
	return names.sort(byCodeUnits).map((name) => join(folder, name).replaceAll('\\', '/'));
}

function readBytes(path: string, root: string, report: Report): Uint8Array | null {
	try {
		return readFileSync(path === '-' ? 0 : resolve(root, path));
	} catch (error) {
		report(isMissing(error) ? missing(path, root) : unreadable(path, error));
		return null;
	}
}

function missing(path: string, root: string) {
	const target = targetOf(resolve(root, path));
	if (target !== null) {
		const hint = 'Bring the file back, point the link to where it is now, or remove the link';
		return diagnostic('file/missing', `“${path}” is a link to “${target}”, which does not exist`, { hint });
	}
	const folder = dirname(path);
	let near: string | null = null;
	try {
		const names = readdirSync(resolve(root, folder)).filter((name) => /\.bib$/i.test(name));
		const alone = names.length === 1 ? (names[0] ?? null) : null;
		near = names.find((name) => name === `${basename(path)}.bib`) ?? nearest(basename(path), names) ?? alone;
	} catch {
		// The folder does not exist either; there is nothing near.
	}
	const hint = near === null ? 'Check the path' : `Did you mean “${folder === '.' ? near : `${folder}/${near}`}”?`;
	return diagnostic('file/missing', `The file “${path}” does not exist`, { hint });
}

/** Where a link leads, as it says; null when it is none. */
function targetOf(place: string): string | null {
	try {
		return readlinkSync(place);
	} catch {
		return null;
	}
}

function isMissing(error: unknown): boolean {
	return isErrno(error) && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
}

function isErrno(error: unknown): error is NodeJS.ErrnoException {
	return error instanceof Error && 'code' in error;
}

/** The same on every machine; a locale's order is not. */
function byCodeUnits(one: string, other: string): number {
	return one < other ? -1 : one > other ? 1 : 0;
}
