import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { patternOf } from '../lists/part-placeholders.ts';

/**
 * The existing files and folders whose path matches one with placeholders. It follows no links to folders in the place of
 * a placeholder.
 *
 * @param root the folder that the paths are relative to (absolute)
 */
export function pathsLike(path: string, root: string): string[] {
	return path.split('/').reduce<string[]>(
		(folders, segment, index) => {
			const pattern = patternOf(segment);
			const joined = (folder: string, name: string) => (index === 0 ? name : `${folder}/${name}`);
			if (pattern === null) return folders.map((folder) => joined(folder, segment));
			return folders.flatMap((folder) =>
				namesIn(resolve(root, index === 0 ? '.' : folder || '/'))
					.filter((name) => pattern.test(name))
					.map((name) => joined(folder, name)),
			);
		},
		[''],
	);
}

/** The names of the files and folders in a folder, except links; none if it cannot be read. */
export function namesIn(folder: string): string[] {
	try {
		return readdirSync(folder, { withFileTypes: true })
			.flatMap((entry) => (entry.isSymbolicLink() ? [] : entry.name))
			.sort();
	} catch {
		return [];
	}
}
