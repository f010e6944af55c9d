import { existsSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Report } from '../../diagnostics/diagnostic.ts';
import { type Source, source } from '../../diagnostics/source.ts';
import { unreadableFile } from '../../diagnostics/unreadable-file.ts';
import { type ProjectFolder, readProjectFile } from '../../library/files/read-project-file.ts';
import { memoize } from '../../text/memoize.ts';
import { valueIn } from '../../text/value-in.ts';
import { builtInTemplates } from './built-in-templates.ts';
import type { PrecompiledTemplate } from './handlebars.ts';

/** The templates of a project: its own files replace built-in ones of the same name. Immutable. */
export interface TemplateSet {
	/** Returns a template: `get('entry', 'html')` is `entry.html.hbs`, or else `entry.hbs`, which all formats share. */
	get(name: string, format: string): Template | null;
	/** Names of the templates of a format. */
	names(format: string): readonly string[];
	/** The text of a stylesheet beside the templates; null if there is none. */
	asset(name: string): string | null;
	/** The files of the project (absolute paths). */
	readonly files: readonly string[];
}

/** One template. */
export interface Template {
	/** The file name: `entry.html.hbs`. */
	readonly file: string;
	readonly source: Source;
	/** Null if the template is compiled when it is used. */
	readonly precompiled: PrecompiledTemplate | null;
}

/** A file of the project: its name, absolute path, path in messages, and text. */
type ProjectFile = readonly [name: string, path: string, shownPath: string, text: string];

const templateName = /^(?<name>[\w-]+)(?:\.(?<format>[\w-]+))?\.hbs$/;

/**
 * Reads the templates. Equal contents give the same object, so that cached results stay valid. Reports a file that cannot
 * be read, as {@link readProjectFile} does, and uses the built-in one instead.
 *
 * @param folder the folder `templates/` of the project (absolute), or null
 */
export function loadTemplates(
	folder: string | null,
	report: Report,
	project: ProjectFolder = { root: folder ?? '/', readable: null },
): TemplateSet {
	const { root } = project;
	const projectFiles: ProjectFile[] = [];
	for (const name of folder ? namesIn(folder, root, report) : []) {
		const path = join(folder ?? '', name);
		const text = readProjectFile(path, project, report);
		if (text !== null) projectFiles.push([name, path, relative(root, path), text]);
	}
	return templateSet(JSON.stringify(projectFiles));
}

function namesIn(folder: string, root: string, report: Report): string[] {
	if (!existsSync(folder)) return [];
	try {
		return readdirSync(folder)
			.filter((name) => templateName.test(name) || name.endsWith('.css'))
			.sort();
	} catch (error) {
		report(unreadableFile(relative(root, folder), error));
		return [];
	}
}

const templateSet = memoize((content) => makeSet(JSON.parse(content) as readonly ProjectFile[]), 20);

function makeSet(projectFiles: readonly ProjectFile[]): TemplateSet {
	const { files } = builtInTemplates;
	const precompiled = builtInTemplates.precompiled ?? {};
	const texts = new Map(Object.entries(files));
	const templates = new Map<string, Template>();
	const add = (file: string, path: string, text: string, compiled: PrecompiledTemplate | null) =>
		templates.set(file, {
			file,
			source: source(path, text.replace(/\r\n?/g, '\n')),
			precompiled: compiled,
		});
	for (const [file, text] of texts)
		if (templateName.test(file)) add(file, `bibfolio/templates/${file}`, text, valueIn(precompiled, file) ?? null);
	for (const [name, , shownPath, text] of projectFiles) {
		texts.set(name, text);
		if (templateName.test(name))
			add(name, shownPath, text, text === valueIn(files, name) ? (valueIn(precompiled, name) ?? null) : null);
	}
	return {
		get: (name, format) => templates.get(`${name}.${format}.hbs`) ?? templates.get(`${name}.hbs`) ?? null,
		names: (format) => {
			const parts = [...templates.keys()].map((file) => templateName.exec(file)?.groups ?? {});
			return [...new Set(parts.flatMap((part) => ((part['format'] ?? format) === format ? (part['name'] ?? []) : [])))];
		},
		asset: (name) => texts.get(name) ?? null,
		files: projectFiles.map(([, path]) => path),
	};
}
