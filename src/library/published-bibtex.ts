import type { Source } from '../diagnostics/source.ts';
import { cacheByIdentity } from '../text/identity-cache.ts';
import { endOfMatch } from '../text/match-at.ts';
import { macroNames, withUsedMacros } from './bib-macros.ts';
import type { Assignment, Definition, Entry, Library } from './entry.ts';

/**
 * The source text of one entry without its private fields, including their annotations, commas and lines. The result is
 * valid BibTeX: an invalid entry is rewritten from its fields.
 */
export function publishedSource(entry: Entry, privateFields: readonly string[]): string {
	const { written } = entry;
	const hidden = lowerCased(privateFields);
	const isHidden = ({ name }: Assignment) =>
		hidden.has(name) || (name.includes('+') && hidden.has(name.replace(/\+.*$/, '')));
	if (!written.valid) return rewritten(entry, hidden);
	const { text } = entry.source;
	let published = '';
	let copied = entry.span.start;
	for (const assignment of written.assignments) {
		if (!isHidden(assignment)) continue;
		const { start, end } = rangeToCut(entry.source, assignment);
		published += text.slice(copied, Math.max(start, copied));
		copied = Math.max(end, copied);
	}
	return published + text.slice(copied, entry.span.end);
}

const lowerCased = cacheByIdentity(
	(names: readonly string[]): ReadonlySet<string> => new Set(names.map((name) => name.toLowerCase())),
);

/**
 * The published source of one entry as self-contained blocks: the macros that its published fields use, with their values;
 * the entry; and then the entries it inherits from, because BibTeX requires parents after their children.
 */
export function publishedBlocks(entry: Entry, privateFields: readonly string[]): readonly string[] {
	if (!entry.macroValues && !entry.parents.length) return [publishedSource(entry, privateFields)];
	const hidden = lowerCased(privateFields);
	const strings = new Map([entry, ...entry.parents].flatMap((member) => macrosIn(member, hidden)));
	return [
		...[...strings].map(([name, value]) => `@string{${name} = {${value}}}`),
		...[entry, ...entry.parents].map((member) => publishedSource(member, privateFields)),
	];
}

/** The macros that an entry's published fields use. A rewritten entry contains none. */
function macrosIn({ macroValues, written }: Entry, hidden: ReadonlySet<string>): [name: string, value: string][] {
	if (!macroValues || !written.valid) return [];
	const pieces = [...written.fields.values()].flatMap((field) => (hidden.has(field.name) ? [] : field.pieces));
	const used = new Set(macroNames(pieces));
	return [...macroValues].filter(([name]) => used.has(name));
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
			...[...needed.values()].flatMap(({ macros }) => macros),
			...blocks.preambles.flatMap(({ pieces }) => macroNames(pieces)),
		],
		blocks.definitions,
	);
	const definitions = blocks.definitions.filter(({ name }) => used.has(name));
	const counts = new Map<string, number>();
	for (const { name } of definitions) counts.set(name, (counts.get(name) ?? 0) + 1);
	const parts: { order: number; text: string }[] = [];
	for (const { name, span, order } of dependenciesFirst(definitions)) {
		const text = `@string{${span.source.text.slice(span.start, span.end)}}`;
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

function rewritten(entry: Entry, hidden: ReadonlySet<string>): string {
	const fields = [...entry.fields.values()].filter(({ inheritedFrom, name }) => !inheritedFrom && !hidden.has(name));
	return [`@${entry.type}{${entry.key},`, ...fields.map(({ name, value }) => `  ${name} = {${value}},`), '}'].join(
		'\n',
	);
}

function isSpaceOrTab(c: string | undefined): boolean {
	return c === ' ' || c === '\t';
}

function isLineEnd(c: string | undefined): boolean {
	return c === '\n' || c === '\r';
}
