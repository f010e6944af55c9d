import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { basename, posix, resolve } from 'node:path';

/** Marks a page that Bibfolio generated for a publication or a frame (`work.html.hbs`, `frame.html.hbs`). */
const generatorMark = /<meta name="generator" content="Bibfolio (?:work|frame)" \/>/;

/**
 * The pages in an output folder that an earlier build generated and this one does not, because their publication was
 * removed, hidden or renamed. Only generated pages count; all other files in the folder belong to the user.
 *
 * @param current the paths of the pages of this build in the folder
 * @returns paths in the form of `current`
 */
export function obsoletePages(folder: string, current: readonly string[], root: string): string[] {
	const names = new Set(current.map((path) => basename(path).toLowerCase()));
	return namesIn(resolve(root, folder))
		.filter((name) => name.endsWith('.html') && !names.has(name.toLowerCase()))
		.map((name) => posix.join(folder, name))
		.filter((path) => isGeneratedPage(resolve(root, path)));
}

/** True if Bibfolio generated the file as a page of an output folder. A link is never such a page. */
export function isGeneratedPage(file: string): boolean {
	try {
		return lstatSync(file).isFile() && generatorMark.test(readFileSync(file, 'utf8'));
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
