import type { Annotation, Assignment } from '../entry.ts';

// BibLaTeX manual § 3.7.1: field+an = {…} and field+an:name = {…}. The marker `an` is BibLaTeX's default.
const fieldName = /^(.+)\+an(?::(.+))?$/;
// `2:family=student, corresponding`, `=highlight`, `1="any text; with = and ,"`.
const specification = /^(\d+)?(?::([^=]+))?\s*=(.*)$/s;

/** Reads a data annotation and the name of the field it annotates; null for any other field. */
export function readAnnotations(assignment: Assignment): { field: string; annotations: Annotation[] } | null {
	const match = fieldName.exec(assignment.name);
	if (!match) return null;
	const [, field = '', name = 'default'] = match;
	const parts = splitOutsideQuotes(assignment.value, ';').filter((part) => part !== '');
	return { field, annotations: parts.map((part) => readAnnotation(part, name, assignment)) };
}

function readAnnotation(text: string, name: string, { span }: Assignment): Annotation {
	const [, item, part, rest = ''] = specification.exec(text) ?? [null, undefined, undefined, text];
	const value = rest.trim();
	const literal = value.length > 1 && value.startsWith('"') && value.endsWith('"');
	return {
		name,
		item: item === undefined ? null : Number(item),
		part: part?.trim().toLowerCase() ?? null,
		values: literal ? [value.slice(1, -1)] : splitOutsideQuotes(value, ',').filter((word) => word !== ''),
		literal,
		span,
	};
}

function splitOutsideQuotes(text: string, separator: string): string[] {
	const parts: string[] = [];
	let start = 0;
	let quoted = false;
	for (let i = 0; i <= text.length; i++) {
		if (text[i] === '"') quoted = !quoted;
		if (i < text.length && (quoted || text[i] !== separator)) continue;
		parts.push(text.slice(start, i).trim());
		start = i + 1;
	}
	return parts;
}
