import { realpathSync } from 'node:fs';
import { basename, dirname, extname, join, resolve, sep } from 'node:path';
import { fileStatus } from '../../library/files/file-status.ts';
import type { Project } from '../../project/project.ts';

/** Where the inputs of a build stand and may yet appear: what to watch, and what in it to care about. */
export interface Places {
	/** The folders to watch, absolute; in them only what {@link mayHold} tells. */
	readonly tops: readonly string[];
	/** Every folder an input stands or may stand in, absolute, whether it is there or not. */
	readonly folders: readonly string[];
	/** Two of equal keys are the same places. */
	readonly key: string;
	/** Whether a path may be an input, or a folder on the way to one; `isFolder` is null while that is not known. */
	mayHold(path: string, isFolder: boolean | null): boolean;
}

/** A folder in which every file of an ending may be an input; in the folders below it, too, when it is `deep`. */
interface Stretch {
	readonly folder: string;
	/** With its dot; '' for any. */
	readonly ending: string;
	readonly deep: boolean;
}

/**
 * The places of a project's inputs. Folders are watched, not files: an editor that saves by renaming takes the file
 * away from under a watch. Of a link, both ends are watched. What a build writes is no input of it.
 *
 * @param files the inputs known, absolute
 */
export function placesOf(project: Project, files: readonly string[]): Places {
	const { root } = project;
	const written = new Set(project.outputs.map(({ path }) => resolve(root, path)));
	const named = new Set(files.flatMap(bothEnds));
	const stretches = stretchesOf(project).flatMap((one) => bothEnds(one.folder).map((folder) => ({ ...one, folder })));
	const folders = [...new Set([...[...named].map((file) => dirname(file)), ...stretches.map(({ folder }) => folder)])];
	const tops = new Set(folders.map((folder) => (isWithin(folder, root) ? root : nearestThere(folder))));
	const leadsTo = (path: string) =>
		folders.some((folder) => isWithin(folder, path)) ||
		stretches.some(({ folder, deep }) => deep && isWithin(path, folder) && !isLeftOut(path.slice(folder.length)));
	const isInput = (path: string) =>
		named.has(path) || (!written.has(path) && stretches.some((stretch) => isOf(stretch, path)));
	const alone = [...named].filter((file) => !stretches.some((stretch) => isOf(stretch, file)));
	return {
		tops: [...tops],
		folders,
		key: JSON.stringify([alone, stretches, [...written]]),
		mayHold: (given, isFolder) => {
			const path = resolve(given);
			return (isFolder !== true && isInput(path)) || (isFolder !== false && leadsTo(path));
		},
	};
}

/** Where files that nobody has named yet become inputs. */
function stretchesOf({ root, file, library, templates }: Project): Stretch[] {
	const own = resolve(root, templates);
	return [
		...library.flatMap((pattern) => (pattern === '-' ? [] : [stretchOf(pattern, root)])),
		{ folder: own, ending: '.hbs', deep: false },
		{ folder: own, ending: '.css', deep: false },
		{ folder: join(own, 'locales'), ending: '.yaml', deep: false },
		...(file === null ? ['.yaml', '.yml'].map((ending) => ({ folder: root, ending, deep: false })) : []),
	];
}

/** What may make a word of a path a pattern; a name that merely has such a letter is watched a little too widely. */
const wildcard = /[*?[\]{}()!+@]/;

function stretchOf(pattern: string, root: string): Stretch {
	const place = resolve(root, pattern);
	if (fileStatus(place)?.isDirectory()) return { folder: place, ending: '.bib', deep: false };
	const words = place.split(sep);
	const first = words.findIndex((word) => wildcard.test(word));
	const ending = extname(pattern);
	if (first < 0) return { folder: dirname(place), ending, deep: false };
	const folder = words.slice(0, first).join(sep) || sep;
	return { folder, ending: wildcard.test(ending) ? '' : ending, deep: first < words.length - 1 };
}

function isOf({ folder, ending, deep }: Stretch, path: string): boolean {
	if (!path.toLowerCase().endsWith(ending.toLowerCase()) || basename(path).startsWith('.')) return false;
	return deep ? isWithin(path, folder) : dirname(path) === folder;
}

/** Patterns do not look into these. */
function isLeftOut(below: string): boolean {
	return below.split(sep).some((word) => word === 'node_modules' || (word.startsWith('.') && word !== '.'));
}

function isWithin(path: string, folder: string): boolean {
	return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

/** A path, and where it leads when it is a link or stands behind one. */
function bothEnds(path: string): string[] {
	try {
		const real = realpathSync(path);
		return real === path ? [path] : [path, real];
	} catch {
		return [path];
	}
}

/** The folder, or the nearest one above it that exists. */
function nearestThere(folder: string): string {
	for (let place = folder; ; place = dirname(place))
		if (place === dirname(place) || fileStatus(place)?.isDirectory()) return place;
}
