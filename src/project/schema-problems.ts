import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.ts';
import { closestWord } from '../text/closest-word.ts';
import { valueIn } from '../text/value-in.ts';
import type { Yaml } from '../text/yaml.ts';
import type { SchemaIssue } from './project-schema.ts';
import { exampleFor } from './setting-examples.ts';

type Path = readonly (string | number)[];

/**
 * Converts schema issues to diagnostics, one per key or value, at its position. A missing key is not reported beside a
 * misspelling of it.
 */
export function projectProblems(issues: readonly SchemaIssue[], yaml: Yaml, base: Path = []): Diagnostic[] {
	const misspelt = new Set(issues.flatMap((issue) => intendedKeys(issue, base)));
	return issues.flatMap((issue) => {
		const path: Path = [...base, ...issue.path];
		if (misspelt.has(path.join('/')) && valueAt(yaml.value, path) === undefined) return [];
		if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownKey(key, issue.message, path, yaml));
		const inner = issue.code === 'invalid_union' ? closestBranch(issue.errors) : null;
		return inner ? projectProblems(inner, yaml, path) : [wrongValue(issue, path, yaml)];
	});
}

/** The problems of a row of a file. Messages name its keys, not its number, which the position tells. */
export function rowProblems(issues: readonly SchemaIssue[], yaml: Yaml, index: number): Diagnostic[] {
	return projectProblems(issues, yaml, [index]).map((problem) => ({
		...problem,
		message: problem.message.replace(/ in \[\d+\]\./, ' in ').replace(/ in \[\d+\]/, ''),
	}));
}

/** The paths of the keys that unknown keys resemble. */
function intendedKeys(issue: SchemaIssue, base: Path): string[] {
	if (issue.code !== 'unrecognized_keys') return [];
	const allowedKeys = issue.message.split(' ').filter(Boolean);
	return issue.keys.flatMap((key) => {
		const near = closestWord(key, allowedKeys);
		return near === null ? [] : [[...base, ...issue.path, near].join('/')];
	});
}

/** An unknown key; `allowedKeys` are separated by spaces, '' if any other key is allowed. */
function unknownKey(key: string, allowedKeys: string, path: Path, yaml: Yaml): Diagnostic {
	const keys = allowedKeys.split(' ').filter(Boolean);
	const near = closestWord(key, keys);
	// `{name: Müller, Klaus-Robert}` is a mapping of two keys, the second without a value.
	const isSplit = !near && path.length > 0 && valueAt(yaml.value, [...path, key]) === null;
	const others = keys.length ? `Use one of: ${keys.join(', ')}` : 'Use a different key';
	const hint = isSplit ? 'Put text that contains a comma in quotation marks' : others;
	return diagnostic('config/unknown-key', `Unknown key "${key}"${inside(path)}`, {
		span: yaml.spanOf([...path, key], 'key'),
		hint: near ? `Did you mean "${near}"?` : hint,
	});
}

/** The issues of the alternative with the right type that has the fewest; null if no type is right. */
function closestBranch(branches: readonly (readonly SchemaIssue[])[]): readonly SchemaIssue[] | null {
	const sameType = branches.filter((issues) =>
		issues.every((issue) => issue.path.length > 0 || issue.code === 'unrecognized_keys'),
	);
	const [first = null, ...others] = sameType;
	return first && others.reduce((best, other) => (countOf(other) < countOf(best) ? other : best), first);
}

function countOf(issues: readonly SchemaIssue[]): number {
	return issues.reduce((count, issue) => count + (issue.code === 'unrecognized_keys' ? issue.keys.length : 1), 0);
}

function wrongValue(issue: SchemaIssue, path: Path, yaml: Yaml): Diagnostic {
	const value = valueAt(yaml.value, path);
	const name = [...path].reverse().find((step) => typeof step === 'string');
	const options = optionsOf(issue);
	const near = typeof value === 'string' ? closestWord(value, options) : null;
	const example = issue.code === 'invalid_value' ? null : exampleFor(path, value);
	if (value === undefined)
		return diagnostic('config/invalid', `Missing key "${name}"${inside(path.slice(0, -1))}`, {
			span: yaml.spanOf(path),
			hint: example === null ? undefined : `Add it, as in ${example}`,
		});
	return diagnostic('config/invalid', `Expected ${expected(issue)}${inside(path)}, found ${shown(value)}`, {
		span: yaml.spanOf(path),
		hint: near ? `Did you mean "${near}"?` : example === null ? undefined : `Write, for example, ${example}`,
	});
}

/** ' in outputs[0]'; empty at the top level. */
function inside(path: Path): string {
	const steps = path.map((step, index) => (typeof step === 'number' ? `[${step}]` : `${index ? '.' : ''}${step}`));
	return path.length ? ` in ${steps.join('')}` : '';
}

const kinds: Readonly<Record<string, string>> = {
	string: 'text',
	int: 'a whole number',
	number: 'a number',
	boolean: 'true or false',
	array: 'a list',
	object: 'a mapping',
	record: 'a mapping',
	null: 'null',
};

function expected(issue: SchemaIssue): string {
	switch (issue.code) {
		case 'invalid_type':
			return valueIn(kinds, issue.expected) ?? issue.expected;
		case 'invalid_value':
			return issue.values.length === 1 ? String(issue.values[0]) : `one of ${issue.values.join(', ')}`;
		case 'invalid_union':
			return [...new Set(issue.errors.flatMap((branch) => branch.slice(0, 1).map(expected)))].join(' or ');
		case 'too_small':
			return issue.origin === 'string' ? 'some text' : `at least ${issue.minimum}`;
		case 'too_big':
			return `at most ${issue.maximum}`;
		case 'invalid_format':
			return 'a date such as 2016, 2016-05 or 2016-05-01';
		default:
			return 'another value';
	}
}

function optionsOf(issue: SchemaIssue): string[] {
	if (issue.code === 'invalid_value') return issue.values.map(String);
	return issue.code === 'invalid_union' ? issue.errors.flat().flatMap(optionsOf) : [];
}

function shown(value: unknown): string {
	if (value === null) return 'nothing';
	if (Array.isArray(value)) return 'a list';
	if (typeof value === 'object') return 'a mapping';
	return typeof value === 'string' ? `"${value}"` : String(value);
}

/** The value at a path; undefined if the path does not exist. */
export function valueAt(value: unknown, path: Path): unknown {
	let current = value;
	for (const step of path) {
		if (typeof current !== 'object' || current === null) return undefined;
		current = (current as Record<string | number, unknown>)[step];
	}
	return current;
}
