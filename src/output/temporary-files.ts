import { readdirSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** The path of the temporary file that is written next to a file and then renamed over it. */
export function temporaryPath(file: string): string {
	return join(dirname(file), `${prefixOf(file)}${process.pid}~`);
}

function prefixOf(file: string): string {
	return `.${basename(file).slice(0, 100)}.`;
}

/** Milliseconds after which a temporary file counts as abandoned: no machine writes a file that long. */
const abandonedAge = 60_000;

/**
 * Removes the temporary files that killed processes left next to our files. Nothing else removes them, so they could end
 * up in a commit.
 *
 * @param files absolute
 */
export function removeAbandonedFiles(files: readonly string[]): void {
	const names = new Map<string, string[]>();
	for (const file of files) names.set(dirname(file), [...(names.get(dirname(file)) ?? []), prefixOf(file)]);
	for (const [folder, prefixes] of names) {
		for (const name of namesIn(folder)) {
			const [, prefix = ''] = /^(.+\.)\d+~$/.exec(name) ?? [];
			if (prefixes.includes(prefix)) removeOld(join(folder, name));
		}
	}
}

function namesIn(folder: string): string[] {
	try {
		return readdirSync(folder);
	} catch {
		return [];
	}
}

function removeOld(file: string): void {
	try {
		if (Date.now() - statSync(file).mtimeMs > abandonedAge) rmSync(file);
	} catch {
		// Another process removed it, or its permissions forbid that.
	}
}
