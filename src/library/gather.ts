import { diagnostic, type Report } from '../diagnostics/diagnostic.ts';
import type { Source, Span } from '../diagnostics/source.ts';
import { detached } from '../text/remembering.ts';
import { type Block, splitBlocks } from './blocks.ts';
import { type Piece, readDefinitions, readPreamble } from './fields.ts';
import { reportJunk } from './junk.ts';
import type { Definition } from './macros.ts';
import { type WrittenEntry, writtenEntry } from './written.ts';

/** All blocks of all files, read each for itself, in the order of the files and of the text in them. */
export interface Gathered {
	/** With their place in the order of all blocks. */
	readonly entries: readonly { readonly entry: WrittenEntry; readonly order: number }[];
	readonly definitions: readonly Definition[];
	readonly preambles: readonly Preamble[];
}

/** A @preamble as written. */
export interface Preamble {
	readonly pieces: readonly Piece[];
	/** The whole block. */
	readonly span: Span;
	readonly order: number;
}

/** Gives the source of a block that was read before and has the same text and path, once each; or null. */
export type Recall = (path: string, text: string) => Source | null;

/** Reads the blocks of all files. Reports their syntax problems. */
export function gather(sources: readonly Source[], recall: Recall | null, report: Report): Gathered {
	const entries: { entry: WrittenEntry; order: number }[] = [];
	const definitions: Definition[] = [];
	const preambles: Preamble[] = [];
	let order = 0;
	for (const source of sources) {
		for (const block of splitBlocks(source)) {
			order++;
			if (block.kind === 'entry') {
				const entry = writtenEntry(sourceOf(block, source, recall), moved(block));
				for (const problem of entry.problems) report(problem);
				entries.push({ entry, order });
			} else if (block.kind === 'string') {
				for (const { pieces, ...rest } of definitionsIn(block, source, report))
					definitions.push({ ...rest, pieces: recall ? pieces.map(detachedPiece) : pieces, order });
			} else if (block.kind === 'preamble') {
				const { start, end, body, close } = block;
				preambles.push({ pieces: readPreamble(source, body, close), span: { source, start, end }, order });
			} else if (block.kind === 'junk') {
				reportJunk(source, block, report);
			}
		}
	}
	return { entries, definitions, preambles };
}

function sourceOf({ start, end }: Block, file: Source, recall: Recall | null): Source {
	const text = file.text.slice(start, end);
	const origin = { source: file, offset: start };
	const known = recall?.(file.path, text);
	if (known) {
		known.origin = origin;
		return known;
	}
	// A slice keeps the text of the whole file alive. That is right on the first reading, when nearly all of it is slices;
	// later, when one entry of many changed, it gets a text of its own.
	return { path: file.path, text: recall ? detached(text) : text, origin };
}

/** Entries hold the values of macros for as long as they stay as they are. */
function detachedPiece(piece: Piece): Piece {
	return { ...piece, text: detached(piece.text) };
}

function moved(block: Block): Block {
	const { start, end, body, close } = block;
	return { ...block, start: 0, end: end - start, body: body - start, close: close - start };
}

function definitionsIn(block: Block, source: Source, report: Report): Omit<Definition, 'order'>[] {
	const { assignments, problems } = readDefinitions(source, block.body, block.close, block.closed);
	for (const problem of problems) report(problem);
	if (!block.closed && problems.length === 0) {
		const span = { source, start: block.start, end: block.body };
		report(diagnostic('bib/unclosed-entry', 'Unexpected end of the @string, expected its closing delimiter', { span }));
	}
	return assignments.map(({ name, pieces, assignment }) => ({ name, pieces, span: assignment }));
}
