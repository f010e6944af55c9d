import type { Edit } from '../diagnostics/diagnostic.ts';
import type { Entry, Field } from '../library/entry.ts';
import { addition } from '../library/syntax/addition.ts';
import { entryRemoval } from '../library/syntax/removal.ts';
import { fieldOf } from '../publications/entry-fields.ts';
import { fold } from '../text/fold.ts';

/**
 * The edits that merge two entries: the first receives the fields it lacks, and the key of the other among its `ids`; the
 * other is removed. None if their fields contradict each other, because only a person can decide then.
 */
export function mergeEntries(first: Entry, other: Entry): Edit[] {
	if (first.type !== other.type || first.fields.has('ids') || other.fields.has('ids')) return [];
	if (first.annotations.size + other.annotations.size > 0) return [];
	const own = [...other.fields.values()].filter(({ inheritedFrom }) => !inheritedFrom);
	const lacking: string[] = [];
	for (const field of own) {
		const known = fieldOf(first, field.name);
		if (!known) lacking.push(textOf(field));
		else if (letters(known) !== letters(field)) return [];
	}
	const edits = addition(first, [...lacking, ...(first.key === other.key ? [] : [`ids = {${other.key}}`])]);
	return edits.length ? [...edits, entryRemoval(other.source)] : [];
}

function textOf({ assignment: { source, start, end } }: Field): string {
	return source.text.slice(start, end);
}

/** A value for comparison, without braces, case and whitespace. */
function letters({ value }: Field): string {
	return fold(value).replace(/[{}\s]/g, '');
}
