import { extname } from 'node:path';
import { parseWhere } from '../lists/parse-where.ts';
import { namesInBraces, placeholdersOf } from '../lists/part-placeholders.ts';
import { onePersonConditionNames } from '../lists/person-conditions.ts';
import { allSelectors } from '../lists/selector.ts';
import { closestWord } from '../text/closest-word.ts';
import type { OutputFile, WhereFile } from './project-file.ts';
import { formatOfOutput, hasList } from './project-outputs.ts';

type Path = readonly (string | number)[];

/** Reports a problem at a path from the output. */
type Invalid = (message: string, path: Path, hint: string) => void;

/** Reports mistakes in the keys of an output that belong to `for-each`, with paths from the output. */
export function checkRepeat(output: OutputFile, invalid: Invalid): void {
	if (output['for-each'] === undefined) checkSingle(output, invalid);
	else checkRepeated(output, output['for-each'], invalid);
}

/** An output without `for-each` has neither placeholders nor a condition. */
function checkSingle({ path, region, title, where }: OutputFile, invalid: Invalid): void {
	const texts: [string, unknown][] = [
		['path', path],
		['region', region],
		['title', title],
	];
	for (const { name, path } of texts.flatMap(([key, value]) => placedNames(value, [key]))) {
		if (!placeholdersOf('year').includes(name)) continue;
		invalid(`Placeholder "{${name}}" without "for-each"`, path, 'Add "for-each", such as "for-each: person"');
	}
	if (where !== undefined)
		invalid('Key "where" without "for-each"', ['where'], 'Move it to a list under "lists", and name that list here');
}

function checkRepeated(output: OutputFile, key: string, invalid: Invalid): void {
	const { path, region, title, where, options, 'front-matter': frontMatter } = output;
	const format = formatOfOutput(output);
	if (!hasList(format)) invalid(`Format ${format} has no list`, ['for-each'], 'Remove it; all lists share the file');
	const placeholders = placeholdersOf(key);
	const inPaths = [...placedNames(path, ['path']), ...placedNames(region, ['region'])];
	if (inPaths.length === 0)
		invalid(`Missing placeholder in the path ${path}: "for-each" writes several files`, ['path'], examplePath(path));
	const inValues = [...placedNames(frontMatter, ['front-matter']), ...placedNames(options, ['options'])];
	for (const { name, path } of [...inPaths, ...placedNames(title, ['title']), ...inValues]) {
		if (placeholders.includes(name)) continue;
		const near = closestWord(name, placeholders);
		// Other words in braces may be meant for the site generator or a template.
		if (!near && inValues.some((value) => value.path === path)) continue;
		const names = placeholders.map((each) => `{${each}}`).join(', ');
		invalid(
			`Unknown placeholder "{${name}}" for each ${key}`,
			path,
			near ? `Did you mean "{${near}}"?` : `Use one of: ${names}`,
		);
	}
	if (key !== 'person' || where === undefined) return;
	for (const { name, path } of conditionsOnWorks(where, ['where'])) {
		const hint = `Use ${onePersonConditionNames.join(', ')}; conditions on works belong to the list`;
		invalid(`Condition "${name}" does not select people`, path, hint);
	}
}

/** 'Use "people/{id}.html"' for people.html. */
function examplePath(path: string): string {
	const extension = extname(path);
	return `Use, for example, "${path.slice(0, path.length - extension.length)}/{id}${extension}"`;
}

/** The names in braces in the texts of a value, each with its path. */
function placedNames(value: unknown, path: Path): { readonly name: string; readonly path: Path }[] {
	if (typeof value === 'string') return namesInBraces(value).map((name) => ({ name, path }));
	if (typeof value !== 'object' || value === null) return [];
	const entries = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
	return entries.flatMap(([key, inner]) => placedNames(inner, [...path, key]));
}

/** The conditions of a selector that people do not have, each with its path. */
function conditionsOnWorks(where: WhereFile, path: Path): { readonly name: string; readonly path: Path }[] {
	if (typeof where === 'string') {
		const selector = parseWhere(where);
		const names = 'error' in selector ? [] : allSelectors(selector).flatMap(Object.keys);
		return [...new Set(names)].flatMap((name) => (isOnWorks(name) ? [{ name, path }] : []));
	}
	const inner = (key: 'and' | 'or') => (where[key] ?? []).map((each, index) => [each, [key, index]] as const);
	const nested = [...inner('and'), ...inner('or'), ...(where.not === undefined ? [] : [[where.not, ['not']] as const])];
	return [
		...Object.keys(where).flatMap((name) => (isOnWorks(name) ? [{ name, path: [...path, name] }] : [])),
		...nested.flatMap(([each, steps]) => conditionsOnWorks(each, [...path, ...steps])),
	];
}

function isOnWorks(name: string): boolean {
	return ![...onePersonConditionNames, 'and', 'or', 'not'].includes(name);
}
