import { readdirSync, readFileSync } from 'node:fs';
import { basename, posix, resolve } from 'node:path';

/** What says of a page that a build made it, and of what kind it is (`work.html.hbs`, `frame.html.hbs`). */
const mark = /<meta name="generator" content="Bibfolio (?:work|frame)" \/>/;

/**
 * The pages in a folder of outputs that an earlier build made and this one does not: of works that are gone, hidden or have
 * another key. Only files with the mark of such a page count; all other files in the folder belong to the user.
 *
 * @param made the files of this build in the folder, as paths
 * @returns paths like those of `made`
 */
export function obsoletePages(folder: string, made: readonly string[], root: string): string[] {
	const names = new Set(made.map((path) => basename(path).toLowerCase()));
	return namesIn(resolve(root, folder))
		.filter((name) => name.endsWith('.html') && !names.has(name.toLowerCase()))
		.map((name) => posix.join(folder, name))
		.filter((path) => isOurs(resolve(root, path)));
}

/** Whether a file is a page of ours by its mark. */
export function isOurs(file: string): boolean {
	try {
		return mark.test(readFileSync(file, 'utf8'));
	} catch {
		return false;
	}
}

function namesIn(folder: string): string[] {
	try {
		return readdirSync(folder).sort();
	} catch {
		return [];
	}
}
