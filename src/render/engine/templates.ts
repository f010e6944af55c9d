import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Report } from '../../diagnostics/diagnostic.ts';
import { type Source, source } from '../../diagnostics/source.ts';
import { unreadable } from '../../diagnostics/unreadable.ts';
import { builtInTemplates } from './template-folders.ts';

/** The templates in force: the built-in ones with a project's own over them, file by file. Immutable. */
export interface TemplateSet {
	/** By name and format: `get('entry', 'html')` is `entry.html.hbs`, else `entry.hbs`, which every format shares. */
	get(name: string, format: string): Source | null;
	/** The names a format has. */
	names(format: string): readonly string[];
	/** A stylesheet or other text file beside the templates, as read; null when there is none. */
	asset(name: string): string | null;
	/** Every file read, absolute. */
	readonly files: readonly string[];
}

const ending = /^(?<name>[\w-]+)(?:\.(?<format>[\w-]+))?\.hbs$/;

/**
 * Reads the templates. The same contents give the same object as last time, so that what was rendered with them
 * stays valid. A file that cannot be read is reported (`file/unreadable`) and the built-in one stands in.
 *
 * @param folder the project's `templates/` (absolute), or null
 */
export function loadTemplates(folder: string | null, report: Report, root: string = folder ?? '/'): TemplateSet {
	const files = new Map<string, { path: string; text: string }>();
	for (const place of folder && folder !== builtInTemplates ? [builtInTemplates, folder] : [builtInTemplates]) {
		for (const [name, path] of filesIn(place, root, report)) {
			try {
				files.set(name, { path, text: readFileSync(path, 'utf8') });
			} catch (error) {
				report(unreadable(relative(root, path), error));
			}
		}
	}
	return intern(folder, makeSet(files, root));
}

function filesIn(folder: string, root: string, report: Report): [name: string, path: string][] {
	if (!existsSync(folder)) return [];
	let names: string[];
	try {
		names = readdirSync(folder);
	} catch (error) {
		report(unreadable(relative(root, folder), error));
		return [];
	}
	return names
		.filter((name) => ending.test(name) || name.endsWith('.css'))
		.sort()
		.map((name) => [name, join(folder, name)]);
}

function makeSet(files: ReadonlyMap<string, { path: string; text: string }>, root: string): TemplateSet {
	const sources = new Map<string, Source>();
	for (const [name, { path, text }] of files) {
		const shown = path.startsWith(builtInTemplates) ? path : relative(root, path);
		sources.set(name, source(shown, text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n')));
	}
	return {
		get: (name, format) => sources.get(`${name}.${format}.hbs`) ?? sources.get(`${name}.hbs`) ?? null,
		names: (format) => {
			const parts = [...sources.keys()].map((file) => ending.exec(file)?.groups ?? {});
			return [...new Set(parts.flatMap((part) => ((part['format'] ?? format) === format ? (part['name'] ?? []) : [])))];
		},
		asset: (name) => files.get(name)?.text ?? null,
		files: [...files.values()].map(({ path }) => path),
	};
}

const interned = new Map<string | null, { readonly content: string; readonly set: TemplateSet }>();

function intern(folder: string | null, set: TemplateSet): TemplateSet {
	const content = JSON.stringify(
		set.files.map((file) => [file, set.asset(file.slice(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1))]),
	);
	const known = interned.get(folder);
	if (known?.content === content) return known.set;
	interned.set(folder, { content, set });
	return set;
}
