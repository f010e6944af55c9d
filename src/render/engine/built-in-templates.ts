import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { PrecompiledTemplate } from './handlebars.ts';

/** The text files that Bibfolio ships with. */
interface BuiltInTemplates {
	/** By path in `templates/`: `entry.html.hbs`, `page.css`, `locales/de.yaml`. */
	readonly files: Readonly<Record<string, string>>;
	/** The browser scripts by name, compiled from `src/browser/`: `page`. */
	readonly scripts: Readonly<Record<string, string>>;
	/** The compiled templates by file name; null if templates are compiled when used. */
	readonly precompiled: Readonly<Record<string, PrecompiledTemplate>> | null;
	/** The terms of the locales by file name; null if the YAML is read when used. */
	readonly terms: Readonly<Record<string, Readonly<Record<string, string>>>> | null;
}

/**
 * The built-in files, read from the package's folders when Bibfolio runs from its sources. In `dist/`, a generated module
 * with the same content replaces this one (`.ci/built-in.mjs`), so that a bundle needs no files beside it.
 */
export const builtInTemplates: BuiltInTemplates = {
	files: { ...textsIn('templates', /\.(?:hbs|css)$/), ...textsIn('templates/locales', /\.yaml$/, 'locales/') },
	scripts: textsIn('dist/browser', /\.js$/, '', '.js'),
	precompiled: null,
	terms: null,
};

function textsIn(folder: string, pattern: RegExp, prefix = '', extension = ''): Record<string, string> {
	const path = join(dirname(fileURLToPath(import.meta.url)), '../../..', folder);
	const names = existsSync(path) ? readdirSync(path).filter((name) => pattern.test(name)) : [];
	return Object.fromEntries(
		names
			.sort()
			.map((name) => [prefix + name.slice(0, name.length - extension.length), readFileSync(join(path, name), 'utf8')]),
	);
}
