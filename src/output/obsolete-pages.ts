import { lstatSync, readFileSync } from 'node:fs';
import { basename, posix, resolve } from 'node:path';
import { namesIn } from './pattern-files.ts';

/** Mark a page that Bibfolio generated for a publication or a frame (`work.html.hbs`, `frame.html.hbs`). */
const pageMarks = ['work', 'frame'].map((kind) => `<meta name="generator" content="Bibfolio ${kind}" />`);

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
		.filter((path) => isGenerated(resolve(root, path)));
}

/** True if Bibfolio generated the file, which has one of the marks. A link is never such a file. */
export function isGenerated(file: string, marks: readonly string[] = pageMarks): boolean {
	try {
		if (!lstatSync(file).isFile()) return false;
		const text = readFileSync(file, 'utf8');
		return marks.some((mark) => text.includes(mark));
	} catch {
		return false;
	}
}
