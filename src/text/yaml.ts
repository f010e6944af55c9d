import { createRequire } from 'node:module';
import type * as YamlPackage from 'yaml';
import type { Node, Pair } from 'yaml';
import type { Code } from '../diagnostics/codes.ts';
import { diagnostic, type Report } from '../diagnostics/diagnostic.ts';
import type { Source, Span } from '../diagnostics/source.ts';

/** A YAML file as plain values, and the way from a value back to its place. */
export interface Yaml {
	/** Plain JavaScript values; null for an empty file. */
	readonly value: unknown;
	/** Where the value at a path stands (or its key); the nearest ancestor that has a place when it has none itself. */
	spanOf(path: readonly (string | number)[], part?: 'value' | 'key'): Span;
}

/**
 * Reads YAML 1.2 (core schema). Whatever does not parse, such as a key given twice, a tag nobody knows or aliases that
 * multiply, is reported under `code` with its place, and null is given.
 */
export function parseYaml(source: Source, report: Report, code: Code): Yaml | null {
	const document = yaml().parseDocument(source.text, {
		prettyErrors: false,
		uniqueKeys: true,
		keepSourceTokens: false,
	});
	const problems = [...document.errors, ...document.warnings];
	for (const problem of problems) {
		const [start, end] = problem.pos;
		report(diagnostic(code, sentence(problem.message), { span: { source, start, end: Math.max(end, start) } }));
	}
	if (problems.length) return null;
	const whole: Span = { source, start: 0, end: source.text.length };
	try {
		const value: unknown = document.toJS({ maxAliasCount: 100 });
		return { value, spanOf: (path, part = 'value') => locate(document.contents, path, part, whole) };
	} catch (error) {
		report(diagnostic(code, sentence(error instanceof Error ? error.message : String(error)), { span: whole }));
		return null;
	}
}

let loaded: typeof YamlPackage | null = null;

/** The package, which is loaded when there is a file to read. */
function yaml(): typeof YamlPackage {
	loaded ??= createRequire(import.meta.url)('yaml') as typeof YamlPackage;
	return loaded;
}

function locate(root: Node | null, path: readonly (string | number)[], part: 'value' | 'key', whole: Span): Span {
	let node: unknown = root;
	let place = spanOfNode(root, whole) ?? whole;
	for (const [index, step] of path.entries()) {
		const last = index === path.length - 1;
		if (yaml().isMap(node)) {
			const pair: Pair | undefined = node.items.find((item) => keyOf(item.key) === String(step));
			if (!pair) return place;
			const key = spanOfNode(pair.key, whole);
			const value = spanOfNode(pair.value, whole);
			place = (last && part === 'key' ? key : value) ?? key ?? place;
			node = pair.value;
		} else if (yaml().isSeq(node)) {
			node = node.items[Number(step)];
			place = spanOfNode(node, whole) ?? place;
		} else return place;
	}
	return place;
}

function keyOf(key: unknown): string {
	return typeof key === 'object' && key !== null && 'value' in key ? String(key.value) : String(key);
}

/** The value's own span without the comment and line end after it; null for an empty value. */
function spanOfNode(node: unknown, { source }: Span): Span | null {
	if (typeof node !== 'object' || node === null || !('range' in node) || !Array.isArray(node.range)) return null;
	const [start, end] = node.range as [number, number, number];
	return start === end && !yaml().isAlias(node) ? null : { source, start, end };
}

function sentence(message: string): string {
	return message.replace(/\s+/g, ' ').replace(/[.:]+\s*$/, '');
}
