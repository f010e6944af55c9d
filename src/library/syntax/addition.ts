import type { Edit } from '../../diagnostics/diagnostic.ts';
import type { Entry } from '../entry.ts';

/**
 * Edits that add fields after the last field of an entry, in its layout: on separate lines with its indent, or on its line.
 * Empty for an entry without fields.
 *
 * @param fields in the form `name = value`
 */
export function addition({ fields: present, source }: Entry, fields: readonly string[]): Edit[] {
	const { text } = source;
	const places = [...present.values()].flatMap(({ assignment, inheritedFrom }) => (inheritedFrom ? [] : [assignment]));
	const last = places.reduce<(typeof places)[number] | null>(
		(latest, place) => (latest && latest.end > place.end ? latest : place),
		null,
	);
	if (!last || fields.length === 0) return [];
	const comma = /^[ \t]*,/.exec(text.slice(last.end))?.[0].length ?? 0;
	const at = last.end + comma;
	const [, lineStart = ''] = /((?:\r\n|\n|\r)[ \t]*)$/.exec(text.slice(0, last.start)) ?? [];
	const lines = fields.map((field) => `${lineStart || ' '}${field}`).join(',');
	return [{ span: { source, start: at, end: at }, text: `${comma ? '' : ','}${lines}${comma ? ',' : ''}` }];
}
