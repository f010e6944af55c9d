import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.ts';
import type { Source, Span } from '../diagnostics/source.ts';
import type { Annotation, Assignment, WrittenEntry } from './entry.ts';
import type { Block } from './syntax/blocks.ts';
import { readAnnotations } from './syntax/data-annotations.ts';
import { readBody } from './syntax/read-fields.ts';
import { readKey } from './syntax/read-key.ts';
import { fieldRemoval } from './syntax/removal.ts';

/** Reads an entry. `source` contains only the block; the offsets of `block` refer to its file. */
export function readEntry(source: Source, { type, start, body: bodyStart, close, closed }: Block): WrittenEntry {
	const end = close - start;
	const { key, span: keySpan, next, problem } = readKey(source, bodyStart - start, end);
	const body = readBody(source, next, end, closed);
	const problems = [...(problem ? [problem] : []), ...body.problems];
	const fields = new Map<string, Assignment>();
	const annotations = new Map<string, Annotation[]>();
	for (const assignment of body.assignments) {
		const { name } = assignment;
		const annotated = readAnnotations(assignment);
		if (annotated) {
			const ofField = annotations.get(annotated.field) ?? [];
			for (const annotation of annotated.annotations) ofField.push(annotation);
			annotations.set(annotated.field, ofField);
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
		// A copy has no room for more elements.
		assignments: body.assignments.slice(),
		annotations: annotations.size > 0 ? annotations : noAnnotations,
		problems,
		valid: key !== null && !problems.some(({ code }) => code !== 'bib/duplicate-field'),
		usable: body.intact && (key !== null || fields.size > 0),
	};
}

const noAnnotations: ReadonlyMap<string, readonly Annotation[]> = new Map();

/** Lists that ScienceDirect and Scopus export with one field per item. */
const repeatable: ReadonlySet<string> = new Set(['keywords', 'author_keywords', 'funding_details']);

/** Joins two fields of one list; null if one of them contains a macro. */
function joinedList(first: Assignment, second: Assignment): Assignment | null {
	if (first.pieces.length > 0 || second.pieces.length > 0) return null;
	return { ...second, value: `${first.value}, ${second.value}` };
}

// The last one wins, as in biber, so that a field added at the end takes effect. In BibTeX the first one wins.
function duplicateField({ name, assignment, span }: Assignment, first: Assignment): Diagnostic {
	return diagnostic('bib/duplicate-field', `Duplicate field "${name}"; this one is used`, {
		span: assignment,
		hint: 'Remove one of them',
		related: [{ message: 'First occurrence', span: first.assignment }],
		remedy: textOf(first.span) === textOf(span) ? [fieldRemoval(assignment)] : [],
	});
}

/** `assignments` is empty if it is unclear which fields belong to the entry. Then there is no remedy. */
function unclosed(source: Source, keySpan: Span, assignments: readonly Assignment[]): Diagnostic {
	const end = assignments.at(-1)?.assignment.end ?? 0;
	const insertion = end + (/^\s*,/.exec(source.text.slice(end))?.[0].length ?? 0);
	return diagnostic('bib/unclosed-entry', 'Entry is never closed', {
		span: { source, start: 0, end: keySpan.end },
		hint: `Add "${closing(source)}" at the end of the entry`,
		remedy:
			end > 0
				? [{ span: { source, start: insertion, end: insertion }, text: `${lineEndIn(source)}${closing(source)}` }]
				: [],
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
