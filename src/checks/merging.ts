import type { Edit } from '../diagnostics/diagnostic.ts';
import type { Entry, Field } from '../library/entry.ts';
import { addition } from '../library/syntax/addition.ts';
import { entryRemoval } from '../library/syntax/removal.ts';
import { fieldOf } from '../publications/entry-fields.ts';
import { fold } from '../text/fold.ts';

/**
 * Makes one entry of two: the first gets the fields it lacks as they are written, and the key of the other one among its
 * `ids`; the other one goes. Nothing where they say different things, which only a person can decide.
 */
export function merged(first: Entry, other: Entry): Edit[] {
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

/** What is left when braces, case and white space do not count. */
function letters({ value }: Field): string {
	return fold(value).replace(/[{}\s]/g, '');
}
