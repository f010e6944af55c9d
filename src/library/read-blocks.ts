import { type Diagnostic, diagnostic, type Report } from '../diagnostics/diagnostic.ts';
import { attempt } from '../diagnostics/internal-errors.ts';
import type { Source, Span } from '../diagnostics/source.ts';
import { detached } from '../text/memoize.ts';
import type { Blocks, Definition, Preamble, WrittenEntry } from './entry.ts';
import { withKeys } from './made-keys.ts';
import { readEntry } from './read-entry.ts';
import { type Block, blocksOf } from './syntax/blocks.ts';
import { reportJunk } from './syntax/junk.ts';
import { readDefinitions, readPreamble } from './syntax/read-fields.ts';

/**
 * Reads the blocks of all files, each as a separate source. Reports their syntax problems. A block with the same path
 * and text as one of the `earlier` entries yields that entry, whose source moves to the block.
 */
export function readBlocks(sources: readonly Source[], earlier: Blocks['entries'], report: Report): Blocks {
	const entries: { entry: WrittenEntry; order: number }[] = [];
	const definitions: Definition[] = [];
	const preambles: Preamble[] = [];
	const takeEarlier = entryFinder(earlier.map(({ entry }) => entry));
	let order = 0;
	for (const file of sources) {
		let previous: Block | undefined;
		for (const block of blocksOf(file)) {
			const before = previous;
			const keySpan = { source: file, start: block.start, end: block.body };
			attempt({ key: null, keySpan }, report, () => readBlock(file, block, before));
			previous = block;
		}
	}
	return { entries: withKeys(entries, report), definitions, preambles };

	function readBlock(file: Source, block: Block, previous: Block | undefined): void {
		order++;
		const { kind, start, end } = block;
		if (kind === 'junk') {
			reportJunk(file, block, previous, report);
			return;
		}
		if (kind === 'comment') {
			if (!block.closed) report(neverClosed({ source: file, start, end: block.body }, kind));
			return;
		}
		const slice = file.text.slice(start, end);
		const origin = { source: file, offset: start };
		const unchanged = kind === 'entry' ? takeEarlier(file.path, slice) : undefined;
		// In a later reading, most of the file belongs to unchanged entries. A slice would keep all of it in memory.
		const text = earlier.length > 0 && !unchanged ? detached(slice) : slice;
		const source: Source = unchanged?.source ?? { path: file.path, text, origin };
		source.origin = origin;
		if (kind === 'entry') {
			const entry = unchanged ?? readEntry(source, block);
			for (const problem of entry.problems) report(problem);
			entries.push({ entry, order });
		} else if (kind === 'string') {
			for (const definition of readStrings(source, block, report)) definitions.push({ ...definition, order });
		} else {
			const { pieces, problems } = readPreamble(source, block.body - start, block.close - start, block.closed);
			for (const problem of problems) report(problem);
			if (!block.closed && problems.length === 0)
				report(neverClosed({ source, start: 0, end: block.body - start }, kind));
			preambles.push({ pieces, span: { source, start: 0, end: text.length }, order });
		}
	}
}

/** Finds an entry by the path and text of its source. Returns each entry once, because its source has only one origin. */
function entryFinder(entries: readonly WrittenEntry[]): (path: string, text: string) => WrittenEntry | undefined {
	const byText = new Map<string, WrittenEntry[]>();
	for (const entry of entries) {
		const sameText = byText.get(entry.source.text);
		if (sameText) sameText.push(entry);
		else byText.set(entry.source.text, [entry]);
	}
	return (path, text) => {
		const sameText = byText.get(text) ?? [];
		const index = sameText.findIndex(({ source }) => source.path === path);
		return index < 0 ? undefined : sameText.splice(index, 1)[0];
	};
}

/** The diagnostic for a block without its closing delimiter; `span` is its beginning. */
function neverClosed(span: Span, type: string): Diagnostic {
	const delimiter = span.source.text.charAt(span.end - 1) === '(' ? ')' : '}';
	return diagnostic('bib/unclosed-entry', `@${type} is never closed`, { span, hint: `Add "${delimiter}" at its end` });
}

function readStrings(
	source: Source,
	{ start, body, close, closed }: Block,
	report: Report,
): Omit<Definition, 'order'>[] {
	const { assignments, problems } = readDefinitions(source, body - start, close - start, closed);
	for (const problem of problems) report(problem);
	if (!closed && problems.length === 0) report(neverClosed({ source, start: 0, end: body - start }, 'string'));
	return assignments.map(({ name, pieces, assignment }) => ({ name, pieces, span: assignment }));
}
