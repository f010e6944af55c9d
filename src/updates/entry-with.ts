import type { Entry, Field } from '../library/entry.ts';

/** An entry with other values of fields, to find out how a library would read it. Null removes a field. */
export function entryWith(entry: Entry, values: ReadonlyMap<string, string | null>): Entry {
	const fields = new Map(entry.fields);
	for (const [name, value] of values) {
		if (value === null) fields.delete(name);
		else fields.set(name, { ...(fields.get(name) ?? placeless(entry)), name, value, inheritedFrom: null });
	}
	return { ...entry, fields };
}

function placeless(entry: Entry): Field {
	return { name: '', value: '', span: entry.keySpan, assignment: entry.keySpan, inheritedFrom: null };
}
