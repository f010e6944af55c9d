import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { diagnostic, type Report } from '../diagnostics/diagnostic.ts';
import { type Source, type Span, source } from '../diagnostics/source.ts';
import { readProjectFile } from '../library/files/read-project-file.ts';
import type { Helper, Helpers } from '../render/engine/helper.ts';
import { cacheByIdentity } from '../text/identity-cache.ts';
import type { Project } from './project.ts';

/**
 * Loads the `helpers` module of a project; empty without one. Reloads a changed file; an unchanged one yields the same
 * object. Null after reporting a module that fails (`template/helper`) or must not be read (`config/outside`).
 */
export async function loadHelpers(
	{ root, helpers: path, places }: Pick<Project, 'root' | 'helpers'> & Partial<Pick<Project, 'places'>>,
	report: Report,
): Promise<Helpers | null> {
	if (path === null) return noHelpers;
	const file = resolve(root, path);
	const text = readProjectFile(file, { root, readable: places?.readable ?? null }, report);
	if (text === null) return null;
	// Node caches modules by URL, so the URL contains a hash of the text.
	const address = `${pathToFileURL(file)}?${createHash('sha1').update(text).digest('hex')}`;
	let exports: object;
	try {
		exports = await import(/* @vite-ignore */ /* webpackIgnore: true */ address);
	} catch (error) {
		const { message = String(error), stack = '' } = error instanceof Error ? error : {};
		const span = placeIn(stack, file, source(path, text));
		const hint = 'Fix the module; lists do not change until it loads';
		report(diagnostic('template/helper', `Cannot load the helpers in ${path}: ${message}`, { span, hint }));
		return null;
	}
	const { helpers, invalidExports } = helpersIn(exports);
	if (invalidExports.length === 0) return helpers;
	const hint = 'Export functions, or an object of functions as the default export';
	report(diagnostic('template/helper', `Expected a function as export "${invalidExports[0]}" of ${path}`, { hint }));
	return null;
}

const noHelpers: Helpers = {};

/** The exported helpers of a module, and the names of other exports. */
const helpersIn = cacheByIdentity((exports: object) => {
	// For CommonJS modules, Node adds an export 'module.exports' that equals the default export.
	const { default: all, 'module.exports': _, ...named } = exports as Readonly<Record<string, unknown>>;
	const values = Object.entries({ ...(typeof all === 'object' ? all : all && { default: all }), ...named });
	return {
		helpers: Object.fromEntries(values) as Readonly<Record<string, Helper>>,
		invalidExports: values.flatMap(([name, value]) =>
			typeof value === 'function' && name !== 'default' ? [] : [name],
		),
	};
});

/** The first position in the module that a stack trace contains. Syntax errors contain it before the message. */
function placeIn(stack: string, file: string, module: Source): Span | undefined {
	const after = [pathToFileURL(file).href, file].flatMap((name) => stack.split(name).slice(1))[0] ?? '';
	const [, line, column = '1'] = /^(?:\?\w+)?:(\d+)(?::(\d+))?/.exec(after) ?? [];
	if (line === undefined) return undefined;
	const previousLines = module.text.split('\n').slice(0, Number(line) - 1);
	const start = previousLines.reduce((sum, { length }) => sum + length + 1, 0) + Number(column) - 1;
	return { source: module, start, end: start };
}
