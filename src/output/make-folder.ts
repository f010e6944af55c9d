import { mkdirSync, rmdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileStatus } from '../library/files/file-status.ts';

/**
 * Creates a folder and its missing parents, and returns those created, innermost first. Node's own function never returns
 * for a folder in which the system allows none, such as `/proc/x/y`.
 */
export function makeFolder(folder: string): string[] {
	if (fileStatus(folder)?.isDirectory()) return [];
	const parent = dirname(folder);
	const created = parent === folder ? [] : makeFolder(parent);
	try {
		mkdirSync(folder);
		return [folder, ...created];
	} catch (error) {
		// Another process may have created it meanwhile.
		if (fileStatus(folder)?.isDirectory()) return created;
		removeFolders(created);
		throw error;
	}
}

/** Removes folders that {@link makeFolder} created, unless they contain something now. */
export function removeFolders(folders: readonly string[]): void {
	try {
		for (const folder of folders) rmdirSync(folder);
	} catch {
		// Not empty: it is in use.
	}
}
