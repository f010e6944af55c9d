import { diagnostic, type Report } from '../../diagnostics/diagnostic.ts';
import type { Source, Span } from '../../diagnostics/source.ts';
import { detached } from '../../text/memoize.ts';
import type { Definition } from '../bib-macros.ts';
import { type WrittenEntry, writtenEntry } from '../written-entry.ts';
import type { Piece } from './assignment.ts';
import { type Block, splitBlocks } from './blocks.ts';
import { reportJunk } from './junk.ts';
import { readDefinitions, readPreamble } from './read-fields.ts';
import { moveBlock, type SplitAgain, type SplitFile, splitAgain } from './split-again.ts';

/** All blocks of all files, read each for itself, in the order of the files and of the text in them. */
export interface Gathered {
	/** With their place in the order of all blocks. */
	readonly entries: readonly { readonly entry: WrittenEntry; readonly order: number }[];
	readonly definitions: readonly Definition[];
	readonly preambles: readonly Preamble[];
	readonly files: readonly FileRead[];
}

/** A @preamble as written. */
export interface Preamble {
	readonly pieces: readonly Piece[];
	/** The whole block. */
	readonly span: Span;
	readonly order: number;
}

/** A file as it was read before. */
export interface FileRead extends SplitFile {
	/** What its blocks that are entries say, in their order. */
	readonly entries: readonly WrittenEntry[];
}

/** What was read before, by path. */
export type Recall = ReadonlyMap<string, FileRead>;

/**
 * Reads the blocks of all files. Reports their syntax problems.
 *
 * @param again whether they will be read again: then their blocks are kept
 */
export function gather(sources: readonly Source[], recall: Recall | null, again: boolean, report: Report): Gathered {
	const entries: { entry: WrittenEntry; order: number }[] = [];
	const definitions: Definition[] = [];
	const preambles: Preamble[] = [];
	const files: FileRead[] = [];
	let order = 0;
	for (const source of sources) {
		const before = recall?.get(source.path) ?? null;
		const blocks = before ? splitAgain(source, before) : { all: splitBlocks(source), before: 0, behind: 0 };
		const read = entryReader(source, blocks, before, recall !== null);
		const own: WrittenEntry[] = [];
		for (const [index, block] of blocks.all.entries()) {
			order++;
			if (block.kind === 'entry') {
				const entry = read(block, index);
				for (const problem of entry.problems) report(problem);
				entries.push({ entry, order });
				own.push(entry);
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
		files.push({ source, blocks: again ? blocks.all : [], entries: own });
	}
	return { entries, definitions, preambles, files };
}

/**
 * Gives the entries of a file's blocks, asked for in order: those of blocks that stayed between their neighbours are the
 * ones of before; among the others one of the same text, each once.
 *
 * @param again whether something was read before
 */
function entryReader(file: Source, { all, before, behind }: SplitAgain, known: FileRead | null, again: boolean) {
	const entriesIn = (blocks: readonly Block[]) => blocks.filter(({ kind }) => kind === 'entry').length;
	const first = entriesIn(all.slice(0, before));
	const last = entriesIn(all.slice(all.length - behind));
	const old = known?.entries ?? [];
	const between = new Map<string, Source[]>();
	for (const { source } of old.slice(first, old.length - last)) {
		const alike = between.get(source.text);
		if (alike) alike.push(source);
		else between.set(source.text, [source]);
	}
	let [fromStart, fromEnd] = [0, old.length - last];
	return (block: Block, index: number): WrittenEntry => {
		const same = index < before ? old[fromStart++] : index >= all.length - behind ? old[fromEnd++] : undefined;
		const origin = { source: file, offset: block.start };
		if (same) {
			same.source.origin = origin;
			return same;
		}
		const text = file.text.slice(block.start, block.end);
		const alike = between.get(text)?.shift();
		if (alike) alike.origin = origin;
		// A slice keeps the text of the whole file alive. That is right on the first reading, when nearly all of it is slices;
		// later, when one entry of many changed, it gets a text of its own.
		const source = alike ?? { path: file.path, text: again ? detached(text) : text, origin };
		return writtenEntry(source, moveBlock(block, -block.start));
	};
}

/** Entries hold the values of macros for as long as they stay as they are. */
function detachedPiece(piece: Piece): Piece {
	return { ...piece, text: detached(piece.text) };
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
