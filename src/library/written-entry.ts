import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.ts';
import type { Source, Span } from '../diagnostics/source.ts';
import type { Annotation } from './entry.ts';
import type { Assignment } from './syntax/assignment.ts';
import { type Block, splitBlocks } from './syntax/blocks.ts';
import { readAnnotations } from './syntax/data-annotations.ts';
import { readKey } from './syntax/key-reading.ts';
import { type Body, readBody } from './syntax/read-fields.ts';
import { removal } from './syntax/removal.ts';

/** An entry as it stands in its block: nothing looked up elsewhere. It depends on the block's text alone. */
export interface WrittenEntry {
	readonly source: Source;
	readonly type: string;
	/** Null when the entry has none; then it cannot be used. */
	readonly key: string | null;
	readonly keySpan: Span;
	/** The fields that count, by name: of two with the same name the last, or both as one list. No annotations are among them. */
	readonly fields: ReadonlyMap<string, Assignment>;
	/** All assignments, annotations and repeated ones included, as they stand. */
	readonly assignments: readonly Assignment[];
	readonly annotations: ReadonlyMap<string, readonly Annotation[]>;
	readonly problems: readonly Diagnostic[];
	/** Whether the text is valid BibTeX as it stands. */
	readonly valid: boolean;
	/** Whether it may be shown: it has a key, and no value swallowed the fields behind it. */
	readonly usable: boolean;
}

const known = new WeakMap<Source, WrittenEntry>();

/**
 * Reads an entry from a source that holds just its block; `block`, when it is known already, counts from the `@`.
 * Memoised by source.
 */
export function writtenEntry(source: Source, block?: Block): WrittenEntry {
	const entry = known.get(source) ?? read(source, block ?? splitBlocks(source)[0]);
	known.set(source, entry);
	return entry;
}

function read(source: Source, block: Block | undefined): WrittenEntry {
	const { body: start = 0, close: end = 0, closed = false, type = '', groups = [] } = block ?? {};
	const { key, span: keySpan, next, problem } = readKey(source, start, end);
	const body = key === null ? nothing : readBody(source, next, end, closed, groups);
	const problems = [...(problem ? [problem] : []), ...body.problems];
	const fields = new Map<string, Assignment>();
	let annotations = noAnnotations;
	for (const assignment of body.assignments) {
		const { name } = assignment;
		if (name.includes('+')) {
			const read = readAnnotations(assignment);
			if (read) {
				annotations = new Map(annotations).set(read.field, [
					...(annotations.get(read.field) ?? []),
					...read.annotations,
				]);
				continue;
			}
		}
		const before = fields.get(name);
		const joined = before && repeatable.has(name) ? joinedList(before, assignment) : null;
		if (before && !joined) problems.push(duplicateField(assignment, before));
		fields.set(name, joined ?? assignment);
	}
	if (!closed && body.intact) problems.push(unclosed(source, keySpan, problems.length === 0 ? body.assignments : []));
	return {
		source,
		type,
		key,
		keySpan,
		fields,
		assignments: body.assignments,
		annotations,
		problems,
		valid: !problems.some(({ code }) => code !== 'bib/duplicate-field'),
		usable: key !== null && body.intact,
	};
}

const noAnnotations: ReadonlyMap<string, readonly Annotation[]> = new Map();
const nothing: Body = { assignments: [], problems: [], intact: false };

/** Lists of which ScienceDirect and Scopus write each item to a field of its own. */
const repeatable: ReadonlySet<string> = new Set(['keywords', 'author_keywords', 'funding_details']);

/** Two fields of the same list as one; null where a macro is in them. */
function joinedList(before: Assignment, next: Assignment): Assignment | null {
	if (before.pieces.length > 0 || next.pieces.length > 0) return null;
	return next.withValue(`${before.value}, ${next.value}`);
}

// biber takes the last of two; so do we, since a person who adds a field below sees it win there. BibTeX takes the first.
function duplicateField({ name, assignment, span }: Assignment, before: Assignment): Diagnostic {
	return diagnostic('bib/duplicate-field', `Unexpected second field “${name}”; this one is used`, {
		span: assignment,
		hint: 'Delete one of them',
		related: [{ message: 'The first one', span: before.assignment }],
		remedy: textOf(before.span) === textOf(span) ? [removal(assignment)] : [],
	});
}

/** `assignments` are empty where it is not clear what belongs to the entry. */
function unclosed(source: Source, keySpan: Span, assignments: readonly Assignment[]): Diagnostic {
	const end = assignments.at(-1)?.assignment.end ?? 0;
	const behind = end + (/^\s*,/.exec(source.text.slice(end))?.[0].length ?? 0);
	return diagnostic('bib/unclosed-entry', 'Unexpected end of the entry, expected its closing delimiter', {
		span: { source, start: 0, end: keySpan.end },
		hint: 'Close the entry before the next one begins',
		remedy:
			end > 0 ? [{ span: { source, start: behind, end: behind }, text: `${lineEndIn(source)}${closing(source)}` }] : [],
	});
}

function textOf({ source, start, end }: Span): string {
	return source.text.slice(start, end);
}

function closing({ text }: Source): string {
	return /^@\s*\w+\s*\(/.test(text) ? ')' : '}';
}

function lineEndIn({ text }: Source): string {
	return /\r\n|\n|\r/.exec(text)?.[0] ?? ' ';
}
