import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.ts';
import type { Source, Span } from '../diagnostics/source.ts';
import type { Annotation, Assignment, WrittenEntry } from './entry.ts';
import type { Block } from './syntax/blocks.ts';
import { readAnnotations } from './syntax/data-annotations.ts';
import { readKey } from './syntax/key-reading.ts';
import { type Body, readBody } from './syntax/read-fields.ts';
import { removal } from './syntax/removal.ts';

/** Reads an entry. `source` contains exactly the block; the offsets of `block` count in its file. */
export function readEntry(source: Source, { type, start, body: bodyStart, close, closed }: Block): WrittenEntry {
	const end = close - start;
	const { key, span: keySpan, next, problem } = readKey(source, bodyStart - start, end);
	const body = key === null ? emptyBody : readBody(source, next, end, closed);
	const problems = [...(problem ? [problem] : []), ...body.problems];
	const fields = new Map<string, Assignment>();
	const annotations = new Map<string, readonly Annotation[]>();
	for (const assignment of body.assignments) {
		const { name } = assignment;
		const annotated = readAnnotations(assignment);
		if (annotated) {
			const others = annotations.get(annotated.field) ?? [];
			annotations.set(annotated.field, [...others, ...annotated.annotations]);
			continue;
		}
		const earlier = fields.get(name);
		const joined = earlier && repeatable.has(name) ? joinedList(earlier, assignment) : null;
		if (earlier && !joined) problems.push(duplicateField(assignment, earlier));
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

const emptyBody: Body = { assignments: [], problems: [], intact: false };

/** Lists that ScienceDirect and Scopus export with one field per item. */
const repeatable: ReadonlySet<string> = new Set(['keywords', 'author_keywords', 'funding_details']);

/** Two fields of one list, joined; null if they contain a macro. */
function joinedList(one: Assignment, other: Assignment): Assignment | null {
	if (one.pieces.length > 0 || other.pieces.length > 0) return null;
	return { ...other, value: `${one.value}, ${other.value}` };
}

// The last of two wins, as in biber: a field that somebody adds below takes effect. In BibTeX the first one wins.
function duplicateField({ name, assignment, span }: Assignment, first: Assignment): Diagnostic {
	return diagnostic('bib/duplicate-field', `Unexpected second field “${name}”; this one is used`, {
		span: assignment,
		hint: 'Delete one of them',
		related: [{ message: 'The first one', span: first.assignment }],
		remedy: textOf(first.span) === textOf(span) ? [removal(assignment)] : [],
	});
}

/** `assignments` is empty if it is unclear what belongs to the entry; then there is no remedy. */
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
