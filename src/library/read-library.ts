import { type Diagnostic, diagnostic, type Report } from '../diagnostics/diagnostic.ts';
import type { Source } from '../diagnostics/source.ts';
import { readMacros } from './bib-macros.ts';
import type { Entry, Library } from './entry.ts';
import { keysIn, type Made, resolveEntries } from './inheritance/resolve.ts';
import { type Gathered, gather, type Recall } from './syntax/gather.ts';
import { entryRemoval } from './syntax/removal.ts';
import type { WrittenEntry } from './written-entry.ts';

/**
 * Reads a library: all files as one. Reports every problem with its place, on every reading.
 *
 * With `previous`, an entry whose block has the same text, in a file of the same path, with the same macros and
 * parents, is the same object as before; only its source's `origin` is set anew.
 *
 * Of two entries with one key, a copy is left out; two that differ stay both, and the first is the one the key means.
 *
 * @param again whether it will be read again: then more is kept for that
 */
export function readLibrary(
	sources: readonly Source[],
	report: Report,
	previous: Library | null = null,
	again = true,
): Library {
	const before = (previous && memories.get(previous)) ?? null;
	if (previous && before && isUnchanged(previous, before, sources)) {
		for (const one of before.found) report(one);
		return previous;
	}
	const found: Diagnostic[] = [];
	const { library, ...made } = readAnew(sources, before, again, (one) => {
		found.push(one);
		report(one);
	});
	memories.set(library, { ...made, found });
	return library;
}

/** Whether the files say what they said, and no other reading has set the origins of the entries anew since. */
function isUnchanged({ sources }: Library, { gathered }: Memory, now: readonly Source[]): boolean {
	const same =
		sources.length === now.length &&
		sources.every(({ path, text }, index) => path === now[index]?.path && text === now[index]?.text);
	const known = new Set<Source | undefined>(sources);
	return same && gathered.entries.every(({ entry }) => known.has(entry.source.origin?.source));
}

function readAnew(sources: readonly Source[], before: Memory | null, again: boolean, report: Report) {
	const gathered = gather(sources, before && recallFrom(before), again, report);
	const macros = readMacros(gathered.definitions, report);
	const preambles = gathered.preambles.map(({ pieces, span, order }) =>
		macros.join(pieces, order, (piece) =>
			report(macros.undefinedMacro(piece, { ...span, start: piece.start, end: piece.end })),
		),
	);
	const usable = gathered.entries.filter(({ entry }) => entry.usable);
	const { kept, byKey: written } = withoutCopies(usable, report);
	const made = resolveEntries(kept, written, macros, before?.made ?? new Map(), report);
	const entries: Entry[] = [];
	for (const {
		entry: { type },
		entry,
	} of kept) {
		const resolved = made.get(entry)?.entry;
		if (resolved && type !== 'xdata' && type !== 'set') entries.push(resolved);
	}
	const byKey = new Map<string, Entry>();
	for (const [key, entry] of written) {
		const resolved = made.get(entry)?.entry;
		if (resolved) byKey.set(key, resolved);
	}
	const library: Library = { sources, entries, byKey, macros: macros.all, preambles };
	return { library, gathered, made };
}

/** What a library was made of: for the next reading, and for publishing. */
interface Memory {
	readonly gathered: Gathered;
	readonly made: ReadonlyMap<WrittenEntry, Made>;
	/** What the reading reported. */
	readonly found: readonly Diagnostic[];
}

const memories = new WeakMap<Library, Memory>();

/** The blocks that a library was read from; nothing for one that was not read by `readLibrary`. */
export function blocksOf(library: Library): Gathered {
	return memories.get(library)?.gathered ?? { entries: [], definitions: [], preambles: [], files: [] };
}

function recallFrom({ gathered }: Memory): Recall {
	return new Map(gathered.files.map((file) => [file.source.path, file]));
}

function withoutCopies(entries: Gathered['entries'], report: Report) {
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
