import type { Source } from '../diagnostics/source.ts';
import { cacheByIdentity } from '../text/identity-cache.ts';
import { endOfMatch } from '../text/match-at.ts';
import { macroNames, withUsedMacros } from './bib-macros.ts';
import type { Assignment, Definition, Entry, Field, Library } from './entry.ts';
import { privateNames } from './private-fields.ts';
import { isPrivateValue, nameFields, withoutMail } from './private-values.ts';

/** What published BibTeX omits of an assignment; null if it is published as it is. */
export type Omission = 'field' | 'path' | 'mail' | null;

/** What is omitted of an assignment of an entry, or of one of its fields. */
export function omissionOf(field: Field, entry: Entry, privateFields: readonly string[]): Omission {
	const isPrivate = privateNames(privateFields);
	// An annotation `author+an:email` is private like the field `author` or a field `email`.
	const [name = '', , annotation] = field.name.includes('+') ? field.name.split(/\+|:/) : [field.name];
	if (isPrivate(name) || (annotation !== undefined && isPrivate(annotation))) return 'field';
	// The value of an assignment contains the names of macros; that of the field their values.
	const resolved = entry.fields.get(field.name);
	if ([field, ...(resolved ? [resolved] : [])].some(({ value }) => isPrivateValue(value))) return 'path';
	return nameFields.has(name) && withoutMail(field.value) !== field.value ? 'mail' : null;
}

/**
 * The source text of one entry without its private fields, including their annotations, commas and lines, and without
 * comments, paths and mail addresses. The result is valid BibTeX: an invalid entry is rewritten from its fields.
 */
export function publishedSource(entry: Entry, privateFields: readonly string[]): string {
	const { written } = entry;
	if (!written.valid) return rewritten(entry, privateFields);
	const { text } = entry.source;
	const bodyStart = Math.max(entry.span.start, entry.keySpan.end);
	let published = '';
	let copied = bodyStart;
	for (const assignment of written.assignments) {
		const omission = omissionOf(assignment, entry, privateFields);
		if (omission === null) continue;
		const value = omission === 'mail' ? withoutMail(text.slice(assignment.span.start, assignment.span.end)) : '';
		const isEmpty = !/[^\s{}"]/.test(value);
		const { start, end } = isEmpty ? rangeToCut(entry.source, assignment) : assignment.span;
		published += text.slice(copied, Math.max(start, copied)) + (isEmpty ? '' : value);
		copied = Math.max(end, copied);
	}
	return text.slice(entry.span.start, bodyStart) + withoutComments(published + text.slice(copied, entry.span.end));
}

/**
 * The body of an entry without comments: from `%`, or from a `#` after a comma, to the end of the line. A line that contains
 * only a comment is removed.
 */
function withoutComments(body: string): string {
	if (!/[%#]/.test(body)) return body;
	let result = '';
	let copied = 0;
	let depth = 0;
	let isQuoted = false;
	/** The last character that is not whitespace, outside comments. */
	let last = ',';
	for (let i = 0; i < body.length; i++) {
		const c = body[i] as string;
		if (c === '{') depth++;
		else if (c === '}') depth--;
		else if (c === '"' && depth === 0) isQuoted = !isQuoted;
		else if (depth === 0 && !isQuoted && (c === '%' || (c === '#' && last === ','))) {
			let end = i;
			while (end < body.length && !isLineEnd(body[end])) end++;
			let start = i;
			while (start > copied && isSpaceOrTab(body[start - 1])) start--;
			if (start > 0 && isLineEnd(body[start - 1])) end += body.startsWith('\r\n', end) ? 2 : 1;
			result += body.slice(copied, start);
			copied = end;
			i = end - 1;
			continue;
		}
		if (c.trim() !== '') last = c;
	}
	return result + body.slice(copied);
}

/**
 * The published source of one entry as self-contained blocks: the macros that its published fields use, with their values;
 * the entry; and then the entries it inherits from, because BibTeX requires parents after their children.
 */
export const publishedBlocks = cacheByIdentity((entry: Entry, privateFields: readonly string[]): readonly string[] => {
	if (!entry.macroValues && !entry.parents.length) return [publishedSource(entry, privateFields)];
	const strings = new Map([entry, ...entry.parents].flatMap((member) => macrosIn(member, privateFields)));
	return [
		...[...strings].map(([name, value]) => `@string{${name} = {${withoutMail(value)}}}`),
		...[entry, ...entry.parents].map((member) => publishedSource(member, privateFields)),
	];
});

/** The macros that an entry's published fields use. A rewritten entry contains none. */
function macrosIn(entry: Entry, privateFields: readonly string[]): [name: string, value: string][] {
	const { macroValues, written } = entry;
	if (!macroValues || !written.valid) return [];
	const fields = written.assignments.filter((field) => isPublished(omissionOf(field, entry, privateFields)));
	const used = new Set(macroNames(fields.flatMap((field) => field.pieces)));
	return [...macroValues].filter(([name]) => used.has(name));
}

/** Without a mail address, most of a value is published. */
function isPublished(omission: Omission): boolean {
	return omission === null || omission === 'mail';
}

/**
 * A library that contains only these entries, in file order, and the macros, preambles and parents they need. A macro that
 * is defined more than once keeps its place among the entries, so that each entry keeps its value.
 */
export function publishedLibrary(
	entries: readonly Entry[],
	library: Library,
	privateFields: readonly string[],
): string {
	const needed = new Map(entries.flatMap((entry) => [entry, ...entry.parents]).map((entry) => [entry.source, entry]));
	const { blocks } = library;
	const orders = new Map(blocks.entries.map(({ entry, order }) => [entry.source, order]));
	const used = withUsedMacros(
		[
			...[...needed.values()].flatMap((entry) => macrosIn(entry, privateFields).map(([name]) => name)),
			...blocks.preambles.flatMap(({ pieces }) => macroNames(pieces)),
		],
		blocks.definitions,
	);
	const definitions = blocks.definitions.filter(({ name }) => used.has(name));
	const counts = new Map<string, number>();
	for (const { name } of definitions) counts.set(name, (counts.get(name) ?? 0) + 1);
	const parts: { order: number; text: string }[] = [];
	for (const { name, span, order } of dependenciesFirst(definitions)) {
		const text = `@string{${withoutMail(span.source.text.slice(span.start, span.end))}}`;
		parts.push({ order: counts.get(name) === 1 ? 0 : order, text });
	}
	for (const { span } of blocks.preambles) parts.push({ order: 0, text: span.source.text.slice(span.start, span.end) });
	for (const entry of needed.values()) {
		parts.push({ order: orders.get(entry.source) ?? Infinity, text: publishedSource(entry, privateFields) });
	}
	return parts
		.sort((a, b) => a.order - b.order)
		.map(({ text }) => `${text}\n`)
		.join('\n');
}

/** Sorts the definitions so that each macro is defined before another uses it, as BibTeX requires. */
function dependenciesFirst(definitions: readonly Definition[]): Set<Definition> {
	const sorted = new Set<Definition>();
	const byName = new Map(definitions.map((definition) => [definition.name, definition]));
	const open = new Set<Definition>();
	const add = (definition: Definition, depth: number) => {
		if (sorted.has(definition) || open.has(definition)) return;
		open.add(definition);
		for (const name of macroNames(definition.pieces)) {
			const dependency = byName.get(name);
			if (dependency && depth > 0) add(dependency, depth - 1);
		}
		open.delete(definition);
		sorted.add(definition);
	};
	for (const definition of definitions) add(definition, 100);
	return sorted;
}

const comma = /\s*,/y;

/** The range to cut for a field: with its comma, and with its line if nothing else is on it. */
function rangeToCut({ text }: Source, { assignment }: Assignment): { start: number; end: number } {
	let { start, end } = assignment;
	end = endOfMatch(comma, text, end) ?? end;
	let lineStart = start;
	while (lineStart > 0 && isSpaceOrTab(text[lineStart - 1])) lineStart--;
	let lineEnd = end;
	while (isSpaceOrTab(text[lineEnd])) lineEnd++;
	const startsLine = lineStart === 0 || isLineEnd(text[lineStart - 1]);
	if (startsLine && isLineEnd(text[lineEnd])) {
		lineEnd += text.startsWith('\r\n', lineEnd) ? 2 : 1;
		return { start: lineStart, end: lineEnd };
	}
	if (startsLine && lineEnd >= text.trimEnd().length - 1) return { start: lineStart, end: lineEnd };
	// One of several fields on a line: cut the space before it, or after it at the start of the line.
	if (startsLine) end = lineEnd;
	else start = lineStart;
	return { start, end };
}

function rewritten(entry: Entry, privateFields: readonly string[]): string {
	const lines = [...entry.fields.values()].flatMap((field) => {
		const omission = field.inheritedFrom ? 'field' : omissionOf(field, entry, privateFields);
		const written = field.citing ?? field.value;
		const value = omission === 'mail' ? withoutMail(written) : written;
		return isPublished(omission) && (omission === null || value.trim() !== '') ? [`  ${field.name} = {${value}},`] : [];
	});
	return [`@${entry.type}{${entry.key},`, ...lines, '}'].join('\n');
}

function isSpaceOrTab(c: string | undefined): boolean {
	return c === ' ' || c === '\t';
}

function isLineEnd(c: string | undefined): boolean {
	return c === '\n' || c === '\r';
}
