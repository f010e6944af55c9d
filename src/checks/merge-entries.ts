import type { Edit } from '../diagnostics/diagnostic.ts';
import type { Entry, Field } from '../library/entry.ts';
import { addition } from '../library/syntax/addition.ts';
import { entryRemoval } from '../library/syntax/removal.ts';
import { fieldOf } from '../publications/entry-fields.ts';
import { fold } from '../text/fold.ts';

/**
 * The edits that merge two entries: the first one gets the missing fields and the key of the other one in `ids`; the other
 * one is removed. Empty if fields contradict each other, because only a person can decide then.
 */
export function mergeEntries(first: Entry, other: Entry): Edit[] {
	if (first.type !== other.type || first.fields.has('ids') || other.fields.has('ids')) return [];
	if (first.annotations.size + other.annotations.size > 0) return [];
	const fields = [...other.fields.values()].filter(({ inheritedFrom }) => !inheritedFrom);
	const missing: string[] = [];
	for (const field of fields) {
		const existing = fieldOf(first, field.name);
		if (!existing) missing.push(textOf(field));
		else if (letters(existing) !== letters(field)) return [];
	}
	const edits = addition(first, [...missing, ...(first.key === other.key ? [] : [`ids = {${other.key}}`])]);
	return edits.length ? [...edits, entryRemoval(other.source)] : [];
}

function textOf({ assignment: { source, start, end } }: Field): string {
	return source.text.slice(start, end);
}

/** A value for comparison, without braces, case and whitespace. */
function letters({ value }: Field): string {
	return fold(value).replace(/[{}\s]/g, '');
}
