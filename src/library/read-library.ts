import { type Diagnostic, diagnostic, type Report } from '../diagnostics/diagnostic.ts';
import { attemptAll } from '../diagnostics/internal-errors.ts';
import type { Source } from '../diagnostics/source.ts';
import { readMacros } from './bib-macros.ts';
import type { Blocks, Entry, Library, WrittenEntry } from './entry.ts';
import { keysIn, resolveEntries } from './inheritance/resolve.ts';
import { readBlocks } from './read-blocks.ts';
import { entryRemoval } from './syntax/removal.ts';

/**
 * Reads all files as one library. Reports every problem with its position.
 *
 * If two entries have the same key, an identical copy is dropped. Two different entries are both kept, and the key refers to
 * the first.
 */
export function readLibrary(sources: readonly Source[], report: Report): Library {
	return read(sources, null, report);
}

/**
 * Creates a function that reads one library repeatedly, with the results of {@link readLibrary}. It keeps its last
 * result: an entry whose block has the same path and text, and whose macros and parents have not changed, is the same
 * object, and only the `origin` of its source moves. So the origins in an earlier result refer to the latest files.
 */
export function libraryReader(): typeof readLibrary {
	let last: Library | null = null;
	return (sources, report) => {
		last = read(sources, last, report);
		return last;
	};
}

function read(sources: readonly Source[], last: Library | null, report: Report): Library {
	const blocks = readBlocks(sources, last?.blocks.entries ?? [], report);
	const macros = readMacros(blocks.definitions, report);
	const preambles = blocks.preambles.map(({ pieces, span, order }) =>
		macros.join(pieces, order, (piece) =>
			report(macros.undefinedMacro(piece, { ...span, start: piece.start, end: piece.end })),
		),
	);
	const usable = blocks.entries.filter(({ entry }) => entry.usable);
	const { distinct, byKey: written } = withoutCopies(usable, report);
	const earlier = new Map(last ? entriesOf(last).map((entry) => [entry.written, entry]) : []);
	const resolved = attemptAll(
		distinct,
		({ entry }) => entry,
		report,
		(entries, report) => resolveEntries(entries, written, macros, earlier, report),
	);
	const entries = distinct.flatMap(({ entry }) => resolved.get(entry) ?? []);
	const byKey = new Map<string, Entry>();
	for (const [key, entry] of written) {
		const target = resolved.get(entry);
		if (target) byKey.set(key, target);
	}
	return {
		sources,
		entries: entries.filter(({ type }) => type !== 'xdata' && type !== 'set'),
		byKey,
		macros: macros.all,
		preambles: last && isSame(last.preambles, preambles) ? last.preambles : preambles,
		blocks,
	};
}

function entriesOf({ entries, byKey }: Library): Entry[] {
	return [...entries, ...byKey.values()];
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
	return a.length === b.length && a.every((text, index) => text === b[index]);
}

function withoutCopies(entries: Blocks['entries'], report: Report) {
	const byKey = new Map<string, WrittenEntry>();
	const distinct = entries.filter(({ entry }) => {
		const { key } = entry;
		const first = key === null ? undefined : byKey.get(key);
		if (key === null) return false;
		if (!first) {
			byKey.set(key, entry);
			return true;
		}
		const copy = isCopy(entry, first);
		report(duplicateKey(entry, first, copy));
		return !copy;
	});
	for (const { entry } of distinct) {
		for (const id of keysIn(entry.fields.get('ids'))) if (!byKey.has(id)) byKey.set(id, entry);
	}
	return { distinct, byKey };
}

function isCopy(entry: WrittenEntry, first: WrittenEntry): boolean {
	if (entry.source.text === first.source.text) return true;
	if (entry.type !== first.type || entry.fields.size !== first.fields.size) return false;
	for (const [name, { value, pieces }] of entry.fields) {
		const field = first.fields.get(name);
		if (value !== field?.value || pieces.length !== field.pieces.length) return false;
		if (!pieces.every(({ kind, text }, i) => kind === field.pieces[i]?.kind && text === field.pieces[i]?.text))
			return false;
	}
	return true;
}

function duplicateKey({ key, keySpan, source }: WrittenEntry, first: WrittenEntry, copy: boolean): Diagnostic {
	return diagnostic('bib/duplicate-key', `Duplicate key "${key}"${copy ? ' (identical copy)' : ''}`, {
		span: keySpan,
		hint: copy ? 'Remove one of them' : 'Change one of the keys',
		related: [{ message: 'First occurrence', span: first.keySpan }],
		remedy: copy ? [entryRemoval(source)] : [],
	});
}
