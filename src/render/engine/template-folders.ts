import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * The folder of the built-in templates: the `templates/` nearest above this module, which holds for `src/`, for the
 * bundled `dist/` and for an installed package alike.
 */
export const builtInTemplates: string = join(packageFolder(dirname(fileURLToPath(import.meta.url))), 'templates');

/** The folder of the scripts for a reader's browser, compiled from `src/browser/` by `npm run compile`. */
export const browserScripts: string = join(dirname(builtInTemplates), 'dist', 'browser');

function packageFolder(start: string): string {
	for (let folder = start; ; folder = dirname(folder)) {
		if (existsSync(join(folder, 'templates'))) return folder;
		if (folder === dirname(folder)) throw new Error(`No templates above ${start}`);
	}
}
