import { Document, isAlias, isMap, isSeq, type Node, type Pair, parseDocument, visit } from 'yaml';
import type { Code } from '../diagnostics/codes.ts';
import { diagnostic, type Report } from '../diagnostics/diagnostic.ts';
import type { Source, Span } from '../diagnostics/source.ts';
import { describeProblem } from './yaml-problems.ts';

/** A YAML file as plain values, with the span of each value. */
export interface Yaml {
	/** Plain JavaScript values; null for an empty file. */
	readonly value: unknown;
	/** The span of the value at a path, or of its key; if it has none, the span of its nearest ancestor. */
	spanOf(path: readonly (string | number)[], part?: 'value' | 'key'): Span;
}

/**
 * Parses YAML 1.2 (core schema). If there are problems, such as a duplicate key, an unknown tag or aliases that multiply,
 * reports each under `code` with its position and returns null.
 */
export function parseYaml(source: Source, report: Report, code: Code): Yaml | null {
	const document = parseDocument(source.text, {
		prettyErrors: false,
		uniqueKeys: true,
		keepSourceTokens: false,
	});
	const problems = [...document.errors, ...document.warnings];
	const reported = new Set<number>();
	for (const problem of problems) {
		const [start, end] = problem.pos;
		// The package may report a problem twice.
		if (reported.has(start)) continue;
		reported.add(start);
		const { message, hint } = describeProblem({ code: problem.code, message: problem.message, start }, source.text);
		report(diagnostic(code, message, { span: { source, start, end: Math.max(end, start) }, hint }));
	}
	if (problems.length) return null;
	const whole: Span = { source, start: 0, end: source.text.length };
	try {
		const value: unknown = document.toJS({ maxAliasCount: 100 });
		return { value, spanOf: (path, part = 'value') => locate(document.contents, path, part, whole) };
	} catch (error) {
		const message = error instanceof Error ? error.message : String(error);
		// A value such as *ICML* looks like an alias; only here the package notices that no anchor exists.
		const alias = /^Unresolved alias .*: (\S+)$/.exec(message)?.[1];
		const start = alias ? source.text.indexOf(`*${alias}`) : 0;
		const problem = describeProblem({ code: alias ? 'BAD_ALIAS' : '', message, start }, source.text);
		const span = alias ? { source, start, end: start + alias.length + 1 } : whole;
		report(diagnostic(code, problem.message, { span, hint: problem.hint }));
		return null;
	}
}

function locate(root: Node | null, path: readonly (string | number)[], part: 'value' | 'key', whole: Span): Span {
	let node: unknown = root;
	let place = spanOfNode(root, whole) ?? whole;
	for (const [index, step] of path.entries()) {
		const last = index === path.length - 1;
		if (isMap(node)) {
			const pair: Pair | undefined = node.items.find((item) => keyOf(item.key) === String(step));
			if (!pair) return place;
			const key = spanOfNode(pair.key, whole);
			const value = spanOfNode(pair.value, whole);
			place = (last && part === 'key' ? key : value) ?? key ?? place;
			node = pair.value;
		} else if (isSeq(node)) {
			node = node.items[Number(step)];
			place = spanOfNode(node, whole) ?? place;
		} else return place;
	}
	return place;
}

function keyOf(key: unknown): string {
	return typeof key === 'object' && key !== null && 'value' in key ? String(key.value) : String(key);
}

/** The span of a value without the comment and line end after it; null for an empty value. */
function spanOfNode(node: unknown, { source }: Span): Span | null {
	if (typeof node !== 'object' || node === null || !('range' in node) || !Array.isArray(node.range)) return null;
	const [start, end] = node.range as [number, number, number];
	return start === end && !isAlias(node) ? null : { source, start, end };
}

/** Writes values as YAML that means the same in YAML 1.1 and 1.2: a string such as `yes`, `012` or a date is quoted. */
export function writeYaml(values: unknown): string {
	const document = new Document(values, { version: '1.1' });
	visit(document, {
		Scalar(_, node) {
			if (typeof node.value === 'string' && needsQuotes.test(node.value)) node.type = 'QUOTE_DOUBLE';
		},
	});
	return document.toString({ lineWidth: 0, directives: false }).replace(/[\u0085\u2028\u2029\ufeff]/g, (character) => {
		return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
	});
}

/** Numbers and symbols of Ruby or YAML 1.2 only, and characters that some parsers drop or treat as a line end. */
const needsQuotes = /^:|^[-+.]?\d[\d,._:e+xo-]*$|[\u0085\u2028\u2029\ufeff]/;
