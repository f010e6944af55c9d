import { type Diagnostic, diagnostic, type Report } from '../diagnostics/diagnostic.ts';
import type { Source } from '../diagnostics/source.ts';
import { readMacros } from './bib-macros.ts';
import type { Blocks, Entry, Library, WrittenEntry } from './entry.ts';
import { keysIn, resolveEntries } from './inheritance/resolve.ts';
import { readBlocks } from './read-blocks.ts';
import { entryRemoval } from './syntax/removal.ts';

/**
 * Reads a library: all files as one. Reports every problem with its place.
 *
 * Of two entries with the same key, an identical copy is dropped; two different ones both stay, and the key means the
 * first.
 */
export function readLibrary(sources: readonly Source[], report: Report): Library {
	return read(sources, null, report);
}

/**
 * Makes a function that reads one library repeatedly, with the results of {@link readLibrary}. It remembers what it read
 * last: an entry whose block has the same path and text, and whose macros and parents have not changed, is the same
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
	const { kept, byKey: written } = withoutCopies(usable, report);
	const earlier = new Map(last ? entriesOf(last).map((entry) => [entry.written, entry]) : []);
	const resolved = resolveEntries(kept, written, macros, earlier, report);
	const entries = kept.flatMap(({ entry }) => resolved.get(entry) ?? []);
	const byKey = new Map<string, Entry>();
	for (const [key, entry] of written) {
		const found = resolved.get(entry);
		if (found) byKey.set(key, found);
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

function isSame(some: readonly string[], others: readonly string[]): boolean {
	return some.length === others.length && some.every((text, index) => text === others[index]);
}

function withoutCopies(entries: Blocks['entries'], report: Report) {
	const byKey = new Map<string, WrittenEntry>();
	const kept = entries.filter(({ entry }) => {
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
	for (const { entry } of kept) {
		for (const id of keysIn(entry.fields.get('ids'))) if (!byKey.has(id)) byKey.set(id, entry);
	}
	return { kept, byKey };
}

function isCopy(one: WrittenEntry, other: WrittenEntry): boolean {
	if (one.source.text === other.source.text) return true;
	if (one.type !== other.type || one.fields.size !== other.fields.size) return false;
	for (const [name, { value, pieces }] of one.fields) {
		const others = other.fields.get(name);
		if (value !== others?.value || pieces.length !== others.pieces.length) return false;
		if (!pieces.every(({ kind, text }, i) => kind === others.pieces[i]?.kind && text === others.pieces[i]?.text))
			return false;
	}
	return true;
}

function duplicateKey({ key, keySpan, source }: WrittenEntry, first: WrittenEntry, copy: boolean): Diagnostic {
	return diagnostic(
		'bib/duplicate-key',
		`Unexpected second entry with the key “${key}”${copy ? ', a copy of the first' : ''}`,
		{
			span: keySpan,
			hint: copy ? 'Delete one of them' : 'Give one of them another key',
			related: [{ message: 'The first one', span: first.keySpan }],
			remedy: copy ? [entryRemoval(source)] : [],
		},
	);
}
