import { lstatSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { namesIn } from '../library/files/names-in-folder.ts';

/** The path of the temporary file that is written next to a file and then renamed over it. */
export function temporaryPath(file: string): string {
	return join(dirname(file), `${prefixOf(file)}${process.pid}~`);
}

function prefixOf(file: string): string {
	return `.${basename(file).slice(0, 100)}.`;
}

/**
 * Removes the temporary files that killed processes left next to our files. Nothing else removes them, so they could end
 * up in a commit. Those of a running process stay.
 *
 * @param files absolute
 */
export function removeAbandonedFiles(files: readonly string[]): void {
	const prefixesByFolder = new Map<string, Set<string>>();
	for (const file of files) {
		const prefixes = prefixesByFolder.get(dirname(file)) ?? new Set();
		prefixesByFolder.set(dirname(file), prefixes.add(prefixOf(file)));
	}
	for (const [folder, prefixes] of prefixesByFolder) {
		for (const name of namesIn(folder)) {
			const [, prefix = '', pid] = /^(.+\.)([1-9]\d{0,6})~$/.exec(name) ?? [];
			if (prefixes.has(prefix) && !isRunning(Number(pid))) remove(join(folder, name));
		}
	}
}

function remove(file: string): void {
	try {
		if (lstatSync(file).isFile()) rmSync(file);
	} catch {
		// Another process removed it, or its permissions forbid that.
	}
}

/** True if a process with this number runs on this machine. */
export function isRunning(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		// EPERM: it belongs to another user.
		return (error as NodeJS.ErrnoException).code === 'EPERM';
	}
}
