import type { Edit } from '../../diagnostics/diagnostic.ts';
import type { Entry } from '../entry.ts';

/**
 * Edits that add fields after the last one of an entry, in its layout: on lines of their own with its indent, or on its
 * line. Empty for an entry without fields.
 *
 * @param fields each as `name = value`
 */
export function addition({ fields: own, source }: Entry, fields: readonly string[]): Edit[] {
	const { text } = source;
	const places = [...own.values()].flatMap(({ assignment, inheritedFrom }) => (inheritedFrom ? [] : [assignment]));
	const last = places.reduce<(typeof places)[number] | null>(
		(one, other) => (one && one.end > other.end ? one : other),
		null,
	);
	if (!last || fields.length === 0) return [];
	const comma = /^[ \t]*,/.exec(text.slice(last.end))?.[0].length ?? 0;
	const at = last.end + comma;
	const [, before = ''] = /((?:\r\n|\n|\r)[ \t]*)$/.exec(text.slice(0, last.start)) ?? [];
	const lines = fields.map((field) => `${before || ' '}${field}`).join(',');
	return [{ span: { source, start: at, end: at }, text: `${comma ? '' : ','}${lines}${comma ? ',' : ''}` }];
}
