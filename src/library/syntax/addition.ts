import type { Edit } from '../../diagnostics/diagnostic.ts';
import type { Span } from '../../diagnostics/source.ts';
import type { Entry } from '../entry.ts';

/**
 * Edits that add fields after the last field of an entry, in its layout: on separate lines with its indent, or on its line.
 * Empty for an entry without fields.
 *
 * @param fields in the form `name = value`
 */
export function addition(entry: Entry, fields: readonly string[]): Edit[] {
	const places = ownAssignments(entry);
	const last = places.at(-1);
	const column = alignedColumn(places);
	return last
		? additionAfter(
				last,
				fields.map((field) => field.replace(/^\S+(?= =)/, (name) => name.padEnd(column - 1))),
			)
		: [];
}

/** The column of the equals sign, from the start of a name, if names of different lengths are aligned at it; otherwise 0. */
function alignedColumn(places: readonly Span[]): number {
	const heads = places.map(({ source, start, end }) => /^([^\s=]+)[ ]*(?==)/.exec(source.text.slice(start, end)));
	const [column = 0, ...otherColumns] = new Set(heads.map((head) => head?.[0].length ?? 0));
	const lengths = new Set(heads.map((head) => head?.[1]?.length ?? 0));
	return otherColumns.length === 0 && lengths.size > 1 ? column : 0;
}

/** The places of the fields that an entry itself contains, each `name = value`, in the order of the text. */
export function ownAssignments({ fields }: Entry): Span[] {
	const places = [...fields.values()].flatMap(({ assignment, inheritedFrom }) => (inheritedFrom ? [] : [assignment]));
	return places.sort((one, other) => one.start - other.start);
}

/**
 * Edits that add fields after a field, as in {@link addition}. The rest of the line of that field, such as a comment, stays next to it.
 *
 * @param place the field, `name = value`
 * @param fields in the form `name = value`
 */
export function additionAfter({ source, start, end }: Span, fields: readonly string[]): Edit[] {
	if (fields.length === 0) return [];
	const { text } = source;
	const insert = (at: number, added: string): Edit => ({ span: { source, start: at, end: at }, text: added });
	const [, lineStart = '', leadingComma] = /((?:\r\n|\n|\r)[ \t]*)(,[ \t]*)?$/.exec(text.slice(0, start)) ?? [];
	if (leadingComma !== undefined)
		return [insert(end, fields.map((field) => `${lineStart}${leadingComma}${field}`).join(''))];
	const comma = /^[ \t]*,/.exec(text.slice(end))?.[0].length ?? 0;
	const restOfLine =
		lineStart === '' ? '' : (/^[ \t]*(?:%[^\r\n]*)?(?=[\r\n])/.exec(text.slice(end + comma))?.[0] ?? '');
	const lines = fields.map((field) => `${lineStart || ' '}${field}`).join(',');
	if (comma) return [insert(end + comma + restOfLine.length, `${lines},`)];
	return restOfLine.includes('%')
		? [insert(end, ','), insert(end + restOfLine.length, lines)]
		: [insert(end, `,${lines}`)];
}
