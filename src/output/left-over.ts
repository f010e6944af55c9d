import { readdirSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** The file that is written beside another, to take its place. */
export function besideOf(file: string): string {
	return join(dirname(file), `${prefixOf(file)}${process.pid}~`);
}

function prefixOf(file: string): string {
	return `.${basename(file).slice(0, 100)}.`;
}

/** Milliseconds after which nobody writes a file any more, on whatever machine. */
const abandoned = 60_000;

/**
 * Removes the temporary files that killed processes left beside our files. Nothing else would remove them, and they would be
 * committed.
 *
 * @param files absolute
 */
export function removeLeftOvers(files: readonly string[]): void {
	const names = new Map<string, string[]>();
	for (const file of files) names.set(dirname(file), [...(names.get(dirname(file)) ?? []), prefixOf(file)]);
	for (const [folder, prefixes] of names) {
		const known = new Set(prefixes);
		for (const name of namesIn(folder)) {
			const [, prefix = ''] = /^(.+\.)\d+~$/.exec(name) ?? [];
			if (known.has(prefix)) removeOld(join(folder, name));
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
		if (Date.now() - statSync(file).mtimeMs > abandoned) rmSync(file);
	} catch {
		// Somebody else removed it, or nobody may.
	}
}
