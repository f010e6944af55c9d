import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { PrecompiledTemplate } from './handlebars.ts';

/** The files that Bibfolio brings along, as texts. */
export interface BuiltInTemplates {
	/** By path in `templates/`: `entry.html.hbs`, `page.css`, `locales/de.yaml`. */
	readonly files: Readonly<Record<string, string>>;
	/** The scripts for a reader's browser, compiled from `src/browser/`: `page`. */
	readonly scripts: Readonly<Record<string, string>>;
	/** The templates among them, compiled; null where they are compiled when used. */
	readonly precompiled: Readonly<Record<string, PrecompiledTemplate>> | null;
	/** The terms of the locales among them; null where YAML is read when used. */
	readonly terms: Readonly<Record<string, Readonly<Record<string, string>>>> | null;
}

/**
 * Read from the folders of the package here, where Bibfolio runs from its sources. In `dist/` a module with the same
 * content as code takes the place of this one (`.ci/built-in.mjs`), so that nothing is looked up beside a bundle.
 */
export const builtInTemplates: BuiltInTemplates = {
	files: { ...textsIn('templates', /\.(?:hbs|css)$/), ...textsIn('templates/locales', /\.yaml$/, 'locales/') },
	scripts: textsIn('dist/browser', /\.js$/, '', '.js'),
	precompiled: null,
	terms: null,
};

function textsIn(folder: string, kept: RegExp, prefix = '', extension = ''): Record<string, string> {
	const path = join(dirname(fileURLToPath(import.meta.url)), '../../..', folder);
	const names = existsSync(path) ? readdirSync(path).filter((name) => kept.test(name)) : [];
	return Object.fromEntries(
		names
			.sort()
			.map((name) => [prefix + name.slice(0, name.length - extension.length), readFileSync(join(path, name), 'utf8')]),
	);
}
