import type { Edit } from '../diagnostics/diagnostic.ts';
import { source as sourceOf } from '../diagnostics/source.ts';
import type { Assignment, Entry, WrittenEntry } from '../library/entry.ts';
import { readLibrary } from '../library/read-library.ts';
import { additionAfter, ownAssignments } from '../library/syntax/addition.ts';
import { fieldRemoval } from '../library/syntax/removal.ts';
import { namesOf } from '../publications/entry-fields.ts';
import { valueIn } from '../text/value-in.ts';
import type { Draft } from './drafts/draft.ts';
import type { FileStyle } from './file-style.ts';
import { cased, entryLayout } from './layout.ts';
import { replacedText } from './replacements.ts';
import { assignmentOf, entryTypeOf, type FormattedField, formattedFields } from './write-entry.ts';

/** The wanted change of an entry. */
export interface WantedChange {
	/** The entry type, and the fields to write: these replace the entry's own fields of that name, or are added. */
	readonly draft: Draft;
	/** The names of the entry's own fields to remove, in lower case. */
	readonly removed: ReadonlySet<string>;
}

/** A change of one field, for review. */
export interface FieldChange {
	/** The name as written. */
	readonly name: string;
	/** The value with its delimiters; null if the field is new. */
	readonly before: string | null;
	/** Null if the field is removed. */
	readonly after: string | null;
}

/** A planned change of an entry that keeps every other byte. */
export interface EntryChange {
	readonly entry: Entry;
	/** The entry types as written; null if it stays. */
	readonly type: { readonly before: string; readonly after: string } | null;
	/** The existing fields in the order of the text, then the new ones. */
	readonly fields: readonly FieldChange[];
	/** In text order, in the source of the entry. */
	readonly edits: readonly Edit[];
	/** The text of the entry after the change. */
	readonly text: string;
}

/**
 * Plans a change of an entry. The new text looks like the rest of the entry, or else like the file. Null if nothing would
 * change, or if the entry has no fields or would not be read again as planned.
 *
 * @param fileStyle the style of the file that contains the entry
 */
export function changeEntry(entry: Entry, wanted: WantedChange, fileStyle: FileStyle): EntryChange | null {
	const style = { ...fileStyle, ...entryLayout(entry.written, fileStyle) };
	const type = newType(entry, wanted.draft, style);
	const formatted = fieldsToWrite(entry, wanted.draft, style);
	const removed = removedFields(entry, wanted.removed, formatted);
	const replaced = formatted.flatMap((field) => {
		const place = ownField(entry, field.name.toLowerCase());
		const isSame = place !== null && textOf(place.span) === field.value;
		return place && !isSame && !removed.includes(place) ? [{ place, value: field.value }] : [];
	});
	const added = formatted.filter(({ name }) => ownField(entry, name.toLowerCase()) === null);
	const edits = [
		...(type ? [type.edit] : []),
		...removed.map(({ assignment }) => fieldRemoval(assignment)),
		...replaced.map(({ place, value }) => ({ span: place.span, text: value })),
		...additions(entry, added, removed, style),
	].sort((one, other) => one.span.start - other.span.start || one.span.end - other.span.end);
	if (edits.length === 0) return null;
	const text = replacedText(
		entry.source.text,
		edits.map(({ span, text }) => ({ start: span.start, end: span.end, text })),
	);
	const changed = [
		...removed.map((place) => ({ ...written(place), after: null })),
		...replaced.map(({ place, value }) => ({ ...written(place), after: value })),
	].sort((one, other) => one.at - other.at);
	const change = {
		entry,
		type: type && { before: type.before, after: type.after },
		fields: [
			...changed.map(({ name, before, after }) => ({ name, before, after })),
			...added.map(({ name, value }) => ({ name, before: null, after: value })),
		],
		edits,
		text,
	};
	return added.length > 0 && ownAssignments(entry).length === 0 ? null : isReadAsPlanned(change) ? change : null;
}

/** The entry's own field with exactly this name. */
function ownField({ written }: Entry, name: string): Assignment | null {
	return written.fields.get(name) ?? null;
}

function textOf({ source, start, end }: Assignment['span']): string {
	return source.text.slice(start, end);
}

function written(place: Assignment): { name: string; before: string; at: number } {
	const { assignment, name, span } = place;
	return {
		name: assignment.source.text.slice(assignment.start, assignment.start + name.length),
		before: textOf(span),
		at: assignment.start,
	};
}

/** The edit of the entry type; null if it stays. */
function newType({ source, type }: Entry, draft: Draft, style: FileStyle) {
	const wanted = entryTypeOf(draft, style);
	const [head, at = '', before = ''] = /^(@\s*)([^\s{(]+)/.exec(source.text) ?? [];
	if (wanted === type || draft.type === type || head === undefined) return null;
	const after = cased(wanted, style.typeCase);
	return { before, after, edit: { span: { source, start: at.length, end: head.length }, text: after } };
}

/** The fields of the draft under the names that the entry has for them, or else those of the file. */
function fieldsToWrite(entry: Entry, draft: Draft, style: FileStyle): FormattedField[] {
	const dates = ownField(entry, 'date') ? 'date' : ownField(entry, 'year') ? 'year' : style.dates;
	return [...draft.fields].flatMap(([name, value]) => {
		const own = name === 'date' ? null : namesOf(name).find((alias) => ownField(entry, alias));
		const single = { ...draft, type: entryTypeOf(draft, style), fields: new Map([[name, value]]) };
		const fields = formattedFields(own ? { ...single, optional: new Set() } : single, { ...style, dates });
		return own ? fields.map((field) => ({ ...field, name: own })) : fields;
	});
}

/** The fields to remove; also the month and the day of a date that is replaced by one without. */
function removedFields(
	entry: Entry,
	names: ReadonlySet<string>,
	formatted: readonly FormattedField[],
): readonly Assignment[] {
	const written = new Set(formatted.map(({ name }) => name.toLowerCase()));
	const parts = written.has('year') ? ['month', 'day'] : [];
	return [...new Set([...names, ...parts])]
		.filter((name) => !written.has(name))
		.flatMap((name) => ownField(entry, name) ?? []);
}

/** The fields that a new field follows, the preferred one first. Other fields go to the end. */
const predecessors: Readonly<Record<string, readonly string[]>> = {
	journaltitle: ['subtitle', 'title'],
	booktitle: ['subtitle', 'title'],
	series: ['booktitle', 'subtitle', 'title'],
	volume: ['series', 'booktitle', 'journaltitle'],
	number: ['volume', 'series', 'booktitle', 'journaltitle'],
	eid: ['number', 'volume', 'journaltitle', 'booktitle'],
	pages: ['eid', 'number', 'volume', 'series', 'booktitle', 'journaltitle'],
	month: ['year'],
	day: ['month', 'year'],
	location: ['publisher'],
	eprinttype: ['eprint'],
	eprintclass: ['eprinttype', 'eprint'],
	relatedtype: ['related'],
};

/** The BibLaTeX names of the fields in the table, by all their names. */
const canonical: ReadonlyMap<string, string> = new Map(
	Object.keys(predecessors).flatMap((name) => namesOf(name).map((alias) => [alias, name])),
);

function additions(
	entry: Entry,
	added: readonly FormattedField[],
	removed: readonly Assignment[],
	style: FileStyle,
): Edit[] {
	const places = ownAssignments(entry).filter(
		(place) => !removed.some(({ assignment }) => assignment.start === place.start),
	);
	const last = places.at(-1) ?? ownAssignments(entry).at(-1);
	if (!last) return [];
	const longest = Math.max(0, ...[...entry.written.fields.keys()].map(({ length }) => length));
	const placeOf = (name: string) => {
		const own = namesOf(name)
			.map((alias) => ownField(entry, alias))
			.find((field) => field !== null && !removed.includes(field));
		return own?.assignment ?? null;
	};
	/** The added fields after each place, in their order; also by the names of these fields. */
	const groups = new Map<number, { readonly place: typeof last; readonly fields: FormattedField[] }>();
	const groupOf = new Map<string, FormattedField[]>();
	for (const field of added) {
		const name = field.name.toLowerCase();
		const group = (valueIn(predecessors, canonical.get(name) ?? name) ?? [])
			.map((before) => {
				const place = placeOf(before);
				return place
					? groupAt(place, groups)
					: namesOf(before)
							.map((alias) => groupOf.get(alias))
							.find(Boolean);
			})
			.find((found) => found !== undefined);
		const fields = group ?? groupAt(last, groups);
		fields.push(field);
		groupOf.set(name, fields);
	}
	return [...groups.values()].flatMap(({ place, fields }) =>
		additionAfter(
			place,
			fields.map((field) => assignmentOf(field, longest, style)),
		),
	);
}

function groupAt(
	place: Assignment['assignment'],
	groups: Map<number, { readonly place: Assignment['assignment']; readonly fields: FormattedField[] }>,
): FormattedField[] {
	const group = groups.get(place.start) ?? { place, fields: [] };
	groups.set(place.start, group);
	return group.fields;
}

/** Whether the changed text is one entry with the same key, the changed fields, and all other fields as before. */
function isReadAsPlanned({ entry, fields, text, type }: EntryChange): boolean {
	const [after, ...others] = readLibrary([sourceOf('<change>', text)], () => {}).blocks.entries;
	if (!after || others.length > 0 || !after.entry.usable) return false;
	if (after.entry.key !== entry.written.key || after.entry.problems.length > entry.written.problems.length)
		return false;
	if (after.entry.type !== (type?.after.toLowerCase() ?? entry.type)) return false;
	const expected = assignmentsOf(entry.written);
	for (const { name, before, after } of fields) {
		if (before !== null) expected.splice(expected.indexOf(`${name.toLowerCase()}=${before}`), 1);
		if (after !== null) expected.push(`${name.toLowerCase()}=${after}`);
	}
	const [planned, read] = [expected, assignmentsOf(after.entry)].map((all) => all.sort().join('\n'));
	return planned === read;
}

function assignmentsOf({ assignments }: WrittenEntry): string[] {
	return assignments.map(({ name, span }) => `${name}=${textOf(span)}`);
}
