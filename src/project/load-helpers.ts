import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { diagnostic, type Report } from '../diagnostics/diagnostic.ts';
import { type Source, type Span, source } from '../diagnostics/source.ts';
import { unreadable } from '../diagnostics/unreadable.ts';
import type { Helper, Helpers } from '../render/engine/helper.ts';
import { cacheByIdentity } from '../text/identity-cache.ts';
import type { Project } from './project.ts';

/**
 * Loads the module of a project's `helpers`; none for a project without one. A file that changed is loaded again, one that
 * did not gives the same object. Null, with the reason reported (`template/helper`), for a module that fails.
 */
export async function loadHelpers(
	{ root, helpers: path }: Pick<Project, 'root' | 'helpers'>,
	report: Report,
): Promise<Helpers | null> {
	if (path === null) return noHelpers;
	const file = resolve(root, path);
	let text: string;
	try {
		text = readFileSync(file, 'utf8');
	} catch (error) {
		report(unreadable(path, error));
		return null;
	}
	// Node keeps modules by their address: that of another text is another one.
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
	const { helpers, others } = helpersIn(exports);
	if (others.length === 0) return helpers;
	const hint = 'Export functions, or an object of functions as the default export';
	report(diagnostic('template/helper', `Expected a function as export "${others[0]}" of ${path}`, { hint }));
	return null;
}

const noHelpers: Helpers = {};

/** The helpers that a module exports, and the names of other values. */
const helpersIn = cacheByIdentity((exports: object) => {
	// Node adds 'module.exports' to what a CommonJS module exports; that is its default as well.
	const { default: all, 'module.exports': _, ...named } = exports as Readonly<Record<string, unknown>>;
	const values = Object.entries({ ...(typeof all === 'object' ? all : all && { default: all }), ...named });
	return {
		helpers: Object.fromEntries(values) as Readonly<Record<string, Helper>>,
		others: values.flatMap(([name, value]) => (typeof value === 'function' && name !== 'default' ? [] : [name])),
	};
});

/** The line of the module that a stack of Node's names first; a syntax error names it before its message. */
function placeIn(stack: string, file: string, module: Source): Span | undefined {
	const after = [pathToFileURL(file).href, file].flatMap((name) => stack.split(name).slice(1))[0] ?? '';
	const [, line, column = '1'] = /^(?:\?\w+)?:(\d+)(?::(\d+))?/.exec(after) ?? [];
	if (line === undefined) return undefined;
	const before = module.text.split('\n').slice(0, Number(line) - 1);
	const start = before.reduce((sum, { length }) => sum + length + 1, 0) + Number(column) - 1;
	return { source: module, start, end: start };
}
