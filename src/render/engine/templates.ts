import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Report } from '../../diagnostics/diagnostic.ts';
import { type Source, source } from '../../diagnostics/source.ts';
import { unreadable } from '../../diagnostics/unreadable.ts';
import { memoize } from '../../text/memoize.ts';
import { builtInTemplates } from './built-in-templates.ts';
import type { PrecompiledTemplate } from './handlebars.ts';

/** The templates of a project: the built-in ones with the project's own over them, file by file. Immutable. */
export interface TemplateSet {
	/** By name and format: `get('entry', 'html')` is `entry.html.hbs`, else `entry.hbs`, which all formats share. */
	get(name: string, format: string): Template | null;
	/** The names a format has. */
	names(format: string): readonly string[];
	/** A stylesheet beside the templates, as read; null when there is none. */
	asset(name: string): string | null;
	/** The project's own files, absolute. */
	readonly files: readonly string[];
}

/** One template. */
export interface Template {
	/** `entry.html.hbs`. */
	readonly file: string;
	readonly source: Source;
	/** Null for a template that is compiled when it is used. */
	readonly precompiled: PrecompiledTemplate | null;
}

/** A file of the project: its name, absolute path, path as shown, and text. */
type OwnFile = readonly [name: string, path: string, shown: string, text: string];

const ending = /^(?<name>[\w-]+)(?:\.(?<format>[\w-]+))?\.hbs$/;

/**
 * Reads the templates. The same contents give the same object, so that what was rendered with them stays valid. A file
 * that cannot be read is reported (`file/unreadable`), and the built-in one is used.
 *
 * @param folder the project's `templates/` (absolute), or null
 */
export function loadTemplates(folder: string | null, report: Report, root: string = folder ?? '/'): TemplateSet {
	const own: OwnFile[] = [];
	for (const name of folder ? namesIn(folder, root, report) : []) {
		const path = join(folder ?? '', name);
		try {
			own.push([name, path, relative(root, path), readFileSync(path, 'utf8')]);
		} catch (error) {
			report(unreadable(relative(root, path), error));
		}
	}
	return templateSet(JSON.stringify(own));
}

function namesIn(folder: string, root: string, report: Report): string[] {
	if (!existsSync(folder)) return [];
	try {
		return readdirSync(folder)
			.filter((name) => ending.test(name) || name.endsWith('.css'))
			.sort();
	} catch (error) {
		report(unreadable(relative(root, folder), error));
		return [];
	}
}

const templateSet = memoize((content) => makeSet(JSON.parse(content) as readonly OwnFile[]), 20);

function makeSet(own: readonly OwnFile[]): TemplateSet {
	const { files, precompiled } = builtInTemplates;
	const texts = new Map(Object.entries(files));
	const templates = new Map<string, Template>();
	const add = (file: string, path: string, text: string, compiled: PrecompiledTemplate | null) =>
		templates.set(file, {
			file,
			source: source(path, text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n')),
			precompiled: compiled,
		});
	for (const [file, text] of texts)
		if (ending.test(file)) add(file, `bibfolio/templates/${file}`, text, precompiled?.[file] ?? null);
	for (const [name, , shown, text] of own) {
		texts.set(name, text);
		if (ending.test(name)) add(name, shown, text, text === files[name] ? (precompiled?.[name] ?? null) : null);
	}
	return {
		get: (name, format) => templates.get(`${name}.${format}.hbs`) ?? templates.get(`${name}.hbs`) ?? null,
		names: (format) => {
			const parts = [...templates.keys()].map((file) => ending.exec(file)?.groups ?? {});
			return [...new Set(parts.flatMap((part) => ((part['format'] ?? format) === format ? (part['name'] ?? []) : [])))];
		},
		asset: (name) => texts.get(name) ?? null,
		files: own.map(([, path]) => path),
	};
}
