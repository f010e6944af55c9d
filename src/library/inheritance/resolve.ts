import { type Diagnostic, diagnostic, type Report } from '../../diagnostics/diagnostic.ts';
import type { Source, Span } from '../../diagnostics/source.ts';
import type { Macros } from '../bib-macros.ts';
import type { Entry, Field } from '../entry.ts';
import type { Assignment, Piece } from '../syntax/assignment.ts';
import type { Gathered } from '../syntax/gather.ts';
import type { WrittenEntry } from '../written-entry.ts';
import { inheritData, inheritFrom } from './inheritance.ts';
import { Parents } from './parents.ts';
import { dataReferences, resolveReferences } from './xdata.ts';

/** An entry and what it was made of. As long as these are the same objects and strings, so is the entry. */
export interface Made {
	readonly entry: Entry;
	readonly macroValues: readonly string[];
	readonly parents: readonly Entry[];
	/** How many entries inherit from each other, one behind the other, up to this one. */
	readonly generation: number;
	/** It names no other entry: then it is the same as long as its macros are. */
	readonly alone: boolean;
}

/** Nobody's parents have so many parents; a chain of thousands would make as many fields for each of thousands. */
const MOST_GENERATIONS = 30;

/** Where an entry's fields come from. */
interface Ancestry {
	readonly crossref: WrittenEntry | null;
	readonly xdata: readonly WrittenEntry[];
	/** What single fields refer to: `publisher = {xdata=springer-publisher}`. */
	readonly references: readonly WrittenEntry[];
}

/**
 * Makes entries of written ones: macros put in, fields inherited. An entry of `before` that would come out the same is
 * taken instead. Reports undefined macros, parents that do not exist and circles.
 */
export function resolveEntries(
	entries: Gathered['entries'],
	byKey: ReadonlyMap<string, WrittenEntry>,
	macros: Macros,
	before: ReadonlyMap<WrittenEntry, Made>,
	report: Report,
): Map<WrittenEntry, Made> {
	const orders = new Map<WrittenEntry, number>();
	const parents = new Parents(byKey);
	const made = new Map<WrittenEntry, Made>();
	const open = new Map<WrittenEntry, Ancestry>();
	for (const { entry, order } of entries) {
		const known = before.get(entry);
		if (known?.alone && hasValues(entry, known.macroValues, order)) made.set(entry, known);
		else orders.set(entry, order);
	}
	for (const entry of orders.keys()) if (!made.has(entry)) resolve(entry);
	return made;

	function resolve(entry: WrittenEntry): void {
		// Depth first, with a stack of our own: a chain of parents may be long.
		const stack = [entry];
		for (let top = stack.at(-1); top; top = stack.at(-1)) {
			if (made.has(top)) {
				stack.pop();
				continue;
			}
			let ancestry = open.get(top);
			if (!ancestry) {
				ancestry = withoutCircles(top, ancestryOf(top, parents, report), open, report);
				if (ancestry === none) {
					made.set(top, make(top, none));
					continue;
				}
				open.set(top, ancestry);
				for (const parent of writtenParents(ancestry)) if (!made.has(parent)) stack.push(parent);
			} else {
				made.set(top, make(top, ancestry));
				open.delete(top);
				stack.pop();
			}
		}
	}

	function make(written: WrittenEntry, ancestry: Ancestry): Made {
		const order = orders.get(written) ?? 0;
		const used = macrosOf(written);
		const macroValues = used.length === 0 ? noNames : valuesOf(used, order);
		const direct = ancestry === none ? noneMade : madeParents(ancestry);
		const known = before.get(written);
		if (known && same(known.macroValues, macroValues) && sameParents(known.parents, direct)) return known;

		const alone = used.length + direct.length === 0;
		const directParents = alone ? noEntries : direct.map(({ entry }) => entry);
		const { source } = written;
		const entry: Entry = {
			key: written.key ?? '',
			type: written.type,
			fields: alone ? written.fields : fieldsOf(written, ancestry, order),
			annotations: written.annotations,
			ids: keysIn(written.fields.get('ids')),
			parents: directParents.length === 0 ? noEntries : withAncestors(directParents),
			span: { source, start: 0, end: endOf(source) },
			keySpan: written.keySpan,
			source,
			macros: usesOf(used),
			macroValues: used.length === 0 ? null : definedOf(used, macroValues),
		};
		const generation = generationBehind(direct);
		return {
			entry,
			macroValues,
			parents: directParents,
			generation,
			alone: direct.length === 0 && !namesOthers(written),
		};
	}

	/** Whether the macros of an entry that was read before are defined and are worth this. */
	function hasValues(written: WrittenEntry, values: readonly string[], order: number): boolean {
		return (
			values.length === 0 || macrosAgain(written).every(({ name }, at) => macros.value(name, order) === values[at])
		);
	}

	function usesOf(used: readonly MacroUse[]): readonly string[] {
		const [first] = used;
		if (!first) return noNames;
		return used.length === 1 ? macros.uses(first.name) : [...new Set(used.flatMap(({ name }) => macros.uses(name)))];
	}

	function valuesOf(used: readonly MacroUse[], order: number): string[] {
		return used.map(({ name, piece, span }) => {
			const value = macros.value(name, order);
			if (value === null) report(macros.undefinedMacro(piece, { ...span, start: piece.start, end: piece.end }));
			return value ?? piece.text;
		});
	}

	/** What was made of the parents, without those that have too many behind them. */
	function madeParents(ancestry: Ancestry): Made[] {
		return writtenParents(ancestry).flatMap((parent) => {
			const one = made.get(parent);
			return one && one.generation < MOST_GENERATIONS ? [one] : [];
		});
	}

	function definedOf(used: readonly MacroUse[], values: readonly string[]): Map<string, string> | null {
		const defined = used.flatMap(({ name }, at) => (macros.all.has(name) ? [[name, values[at] ?? ''] as const] : []));
		return defined.length === 0 ? null : new Map(defined);
	}

	function fieldsOf(
		written: WrittenEntry,
		{ crossref, xdata, references }: Ancestry,
		order: number,
	): Map<string, Field> {
		const fields = new Map<string, Field>();
		for (const [name, field] of written.fields) {
			const { pieces } = field;
			fields.set(name, pieces.length > 0 ? field.withValue(macros.join(pieces, order, () => {})) : field);
		}
		const entryOf = (parent: WrittenEntry) => made.get(parent)?.entry;
		if (references.length > 0) resolveReferences(fields, entryOfKey);
		for (const container of xdata) {
			const data = entryOf(container);
			if (data) inheritData(data, fields);
		}
		const parent = crossref && entryOf(crossref);
		if (parent) inheritFrom(parent, written.type, fields);
		return fields;
	}

	function entryOfKey(key: string): Entry | undefined {
		const written = byKey.get(key);
		return written && made.get(written)?.entry;
	}
}

/** The keys in a field such as `ids`, `xdata` or `entryset`. */
export function keysIn(field: Assignment | undefined): readonly string[] {
	if (!field) return noNames;
	return field.value
		.split(',')
		.map((key) => key.trim())
		.filter((key) => key !== '');
}

// What most entries have of it; one of each is enough.
const none: Ancestry = { crossref: null, xdata: [], references: [] };
const noNames: readonly string[] = [];
const noEntries: readonly Entry[] = [];
const noneMade: readonly Made[] = [];
const noMacros: readonly MacroUse[] = [];

/** The end of the text without white space, which is behind an entry that was never closed. */
function endOf({ text }: Source): number {
	return text.endsWith('}') ? text.length : text.trimEnd().length;
}

/** The nearest first. */
function writtenParents({ crossref, xdata, references }: Ancestry): WrittenEntry[] {
	return crossref ? [crossref, ...xdata, ...references] : [...xdata, ...references];
}

function withAncestors(parents: readonly Entry[]): Entry[] {
	return [...new Set([...parents, ...parents.flatMap((parent) => parent.parents)])];
}

function generationBehind(parents: readonly Made[]): number {
	return parents.reduce((most, { generation }) => Math.max(most, generation + 1), 0);
}

/** Whether an entry names others, be they there or not. */
function namesOthers({ type, fields, source }: WrittenEntry): boolean {
	return (
		type === 'set' || ['xref', 'crossref', 'xdata'].some((name) => fields.has(name)) || source.text.includes('xdata')
	);
}

function ancestryOf(written: WrittenEntry, parents: Parents<WrittenEntry>, report: Report): Ancestry {
	if (!namesOthers(written)) return none;
	const { fields } = written;
	const find = (name: string): WrittenEntry[] => {
		const field = fields.get(name);
		const found = keysIn(field).map((key) => field && parents.find(key, name, field.span, report));
		return found.filter((parent) => !!parent);
	};
	if (fields.has('xref')) find('xref');
	if (written.type === 'set') find('entryset');
	const crossref = fields.has('crossref') ? (find('crossref')[0] ?? null) : null;
	const xdata = fields.has('xdata') ? find('xdata') : [];
	const named = written.source.text.includes('xdata') ? dataReferences(fields) : [];
	if (!crossref && xdata.length + named.length === 0) return none;
	const references = named.flatMap(({ key, name, span }) => parents.find(key, name, span, report) ?? []);
	return { crossref, xdata, references };
}

function withoutCircles(
	written: WrittenEntry,
	ancestry: Ancestry,
	open: ReadonlyMap<WrittenEntry, Ancestry>,
	report: Report,
): Ancestry {
	if (ancestry === none) return none;
	const { crossref, xdata, references } = ancestry;
	const free = (parent: WrittenEntry | null): parent is WrittenEntry => {
		if (parent === null) return false;
		if (parent !== written && !open.has(parent)) return true;
		report(circle(written, parent));
		return false;
	};
	return { crossref: free(crossref) ? crossref : null, xdata: xdata.filter(free), references: references.filter(free) };
}

function circle(child: WrittenEntry, parent: WrittenEntry): Diagnostic {
	const field = child.fields.get('crossref') ?? child.fields.get('xdata');
	return diagnostic(
		'bib/inheritance-cycle',
		`Unexpected circle: “${parent.key}” inherits from “${child.key}” already`,
		{
			span: field?.span ?? child.keySpan,
			hint: 'Take the crossref or xdata out of one of them',
			related: child === parent ? [] : [{ message: 'The other entry', span: parent.keySpan }],
		},
	);
}

/** A macro where a field uses it. */
interface MacroUse {
	/** In lower case. */
	readonly name: string;
	readonly piece: Piece;
	/** The field's value. */
	readonly span: Span;
}

function macrosOf({ fields }: WrittenEntry): readonly MacroUse[] {
	let used: MacroUse[] | null = null;
	for (const { pieces, span } of fields.values()) {
		for (const piece of pieces) {
			if (piece.kind !== 'macro') continue;
			used ??= [];
			used.push({ name: piece.text.toLowerCase(), piece, span });
		}
	}
	return used ?? noMacros;
}

const usedBefore = new WeakMap<WrittenEntry, readonly MacroUse[]>();

/** The same of an entry that is read again and again. */
function macrosAgain(written: WrittenEntry): readonly MacroUse[] {
	const known = usedBefore.get(written) ?? macrosOf(written);
	usedBefore.set(written, known);
	return known;
}

function same(some: readonly string[], others: readonly string[]): boolean {
	return some.length === others.length && some.every((one, i) => one === others[i]);
}

function sameParents(some: readonly Entry[], others: readonly Made[]): boolean {
	return some.length === others.length && some.every((one, i) => one === others[i]?.entry);
}
