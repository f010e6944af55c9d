import { type Diagnostic, diagnostic, type Report } from '../../diagnostics/diagnostic.ts';
import type { Span } from '../../diagnostics/source.ts';
import type { Macros } from '../bib-macros.ts';
import type { Assignment, Blocks, Entry, Field, Piece, WrittenEntry } from '../entry.ts';
import { inheritData, inheritFrom } from './inheritance.ts';
import { Parents } from './parents.ts';
import { dataReferences, resolveReferences } from './xdata.ts';

/** The longest chain of parents. Without a limit, a chain of thousands of entries would give each entry thousands of fields. */
const MOST_GENERATIONS = 30;

/** The entries that an entry's fields come from. */
interface Ancestry {
	readonly crossref: WrittenEntry | null;
	readonly xdata: readonly WrittenEntry[];
	/** The entries that single fields refer to: `publisher = {xdata=springer-publisher}`. */
	readonly references: readonly WrittenEntry[];
}

/**
 * Resolves the macros and the inheritance of written entries. Reports undefined macros, missing parents and cycles.
 *
 * @param earlier the entries of the last reading, which are reused where the result is the same
 */
export function resolveEntries(
	entries: Blocks['entries'],
	byKey: ReadonlyMap<string, WrittenEntry>,
	macros: Macros,
	earlier: ReadonlyMap<WrittenEntry, Entry>,
	report: Report,
): Map<WrittenEntry, Entry> {
	const orders = new Map(entries.map(({ entry, order }) => [entry, order]));
	const parents = new Parents(byKey);
	const resolved = new Map<WrittenEntry, Entry>();
	const generations = new Map<WrittenEntry, number>();
	const open = new Map<WrittenEntry, Ancestry>();
	for (const { entry } of entries) resolve(entry);
	return resolved;

	/** Depth first, with an explicit stack: a chain of parents may be long. */
	function resolve(entry: WrittenEntry): void {
		const stack = [entry];
		for (let top = stack.at(-1); top; top = stack.at(-1)) {
			const ancestry = open.get(top);
			if (resolved.has(top)) stack.pop();
			else if (ancestry) {
				resolved.set(top, createEntry(top, ancestry));
				open.delete(top);
				stack.pop();
			} else {
				const next = withoutCycles(top, ancestryOf(top, parents, report), open, report);
				open.set(top, next);
				stack.push(...parentsIn(next).filter((parent) => !resolved.has(parent)));
			}
		}
	}

	function createEntry(written: WrittenEntry, ancestry: Ancestry): Entry {
		const { source, key, type, keySpan, annotations } = written;
		const used = macrosIn(written);
		const values = valuesOf(used, written);
		const direct = directParents(written, ancestry);
		const entry: Entry = {
			key: key ?? '',
			type,
			fields: used.length + direct.length === 0 ? written.fields : fieldsOf(written, ancestry),
			annotations,
			ids: keysIn(written.fields.get('ids')),
			parents: [...new Set([...direct, ...direct.flatMap((parent) => parent.parents)])],
			// An unclosed entry may end in whitespace.
			span: { source, start: 0, end: source.text.trimEnd().length },
			keySpan,
			source,
			macros: [...new Set(used.map(({ name }) => name))],
			macroValues: values.size === 0 ? null : values,
			written,
		};
		const previous = earlier.get(written);
		return previous && isSame(previous, entry) ? previous : entry;
	}

	/** The values of the macros that a @string defines. Reports undefined ones. */
	function valuesOf(used: readonly MacroUse[], written: WrittenEntry): Map<string, string> {
		const values = new Map<string, string>();
		for (const { name, piece, span } of used) {
			const value = macros.value(name, orders.get(written) ?? 0);
			if (value === null) report(macros.undefinedMacro(piece, { ...span, start: piece.start, end: piece.end }));
			if (macros.all.has(name)) values.set(name, value ?? piece.text);
		}
		return values;
	}

	/** The resolved direct parents, except at the end of a chain that is too long. */
	function directParents(written: WrittenEntry, ancestry: Ancestry): Entry[] {
		const near = parentsIn(ancestry).filter((parent) => (generations.get(parent) ?? 0) < MOST_GENERATIONS);
		generations.set(written, Math.max(0, ...near.map((parent) => (generations.get(parent) ?? 0) + 1)));
		return near.flatMap((parent) => resolved.get(parent) ?? []);
	}

	function fieldsOf(written: WrittenEntry, { crossref, xdata, references }: Ancestry): Map<string, Field> {
		const fields = new Map<string, Field>();
		for (const [name, field] of written.fields) {
			const { pieces } = field;
			const value = pieces.length > 0 ? macros.join(pieces, orders.get(written) ?? 0, () => {}) : field.value;
			fields.set(name, value === field.value ? field : { ...field, value });
		}
		if (references.length > 0) resolveReferences(fields, entryOfKey);
		for (const container of xdata) {
			const data = resolved.get(container);
			if (data) inheritData(data, fields);
		}
		const parent = crossref && resolved.get(crossref);
		if (parent) inheritFrom(parent, written.type, fields);
		return fields;
	}

	function entryOfKey(key: string): Entry | undefined {
		const written = byKey.get(key);
		return written && resolved.get(written);
	}
}

/** The keys in a field such as `ids`, `xdata` or `entryset`. */
export function keysIn(field: Assignment | undefined): readonly string[] {
	const keys = field?.value.split(',').map((key) => key.trim()) ?? [];
	return keys.filter((key) => key !== '');
}

/** Whether two entries made from the same block are equal. */
function isSame(a: Entry, b: Entry): boolean {
	return (
		isEqual(a.parents, b.parents) &&
		isEqual(a.macros, b.macros) &&
		isEqual([...(a.macroValues ?? [])].flat(), [...(b.macroValues ?? [])].flat()) &&
		(a.fields === b.fields || isEqual(partsOf(a.fields), partsOf(b.fields)))
	);
}

function partsOf(fields: Entry['fields']): (string | Entry | null)[] {
	return [...fields.values()].flatMap(({ name, value, inheritedFrom }) => [name, value, inheritedFrom]);
}

function isEqual(a: readonly unknown[], b: readonly unknown[]): boolean {
	return a.length === b.length && a.every((item, index) => item === b[index]);
}

/** The direct parents, nearest first. */
function parentsIn({ crossref, xdata, references }: Ancestry): WrittenEntry[] {
	return [...(crossref ? [crossref] : []), ...xdata, ...references];
}

function ancestryOf({ fields, type }: WrittenEntry, parents: Parents<WrittenEntry>, report: Report): Ancestry {
	const find = (name: string): WrittenEntry[] => {
		const field = fields.get(name);
		return keysIn(field).flatMap((key) => (field && parents.find(key, name, field.span, report)) ?? []);
	};
	find('xref');
	if (type === 'set') find('entryset');
	const [crossref = null] = find('crossref');
	const xdata = find('xdata');
	const references = dataReferences(fields).flatMap(
		({ key, name, span }) => parents.find(key, name, span, report) ?? [],
	);
	return { crossref, xdata, references };
}

function withoutCycles(
	written: WrittenEntry,
	{ crossref, xdata, references }: Ancestry,
	open: ReadonlyMap<WrittenEntry, Ancestry>,
	report: Report,
): Ancestry {
	const isAcyclic = (parent: WrittenEntry) => {
		if (parent !== written && !open.has(parent)) return true;
		report(cycle(written, parent));
		return false;
	};
	return {
		crossref: crossref && isAcyclic(crossref) ? crossref : null,
		xdata: xdata.filter(isAcyclic),
		references: references.filter(isAcyclic),
	};
}

function cycle(child: WrittenEntry, parent: WrittenEntry): Diagnostic {
	const field = child.fields.get('crossref') ?? child.fields.get('xdata');
	return diagnostic(
		'bib/inheritance-cycle',
		`Inheritance cycle: "${parent.key}" already inherits from "${child.key}"`,
		{
			span: field?.span ?? child.keySpan,
			hint: 'Remove the crossref or xdata field from one of them',
			related: child === parent ? [] : [{ message: 'The other entry', span: parent.keySpan }],
		},
	);
}

/** A macro in a field. */
interface MacroUse {
	/** In lower case. */
	readonly name: string;
	readonly piece: Piece;
	/** The field's value. */
	readonly span: Span;
}

function macrosIn({ fields }: WrittenEntry): MacroUse[] {
	return [...fields.values()].flatMap(({ pieces, span }) =>
		pieces.flatMap((piece) => (piece.kind === 'macro' ? [{ name: piece.text.toLowerCase(), piece, span }] : [])),
	);
}
