import { type Diagnostic, diagnostic, type Report } from '../diagnostics/diagnostic.ts';
import type { Source } from '../diagnostics/source.ts';
import type { Library } from './entry.ts';
import { readEntry } from './read-entry.ts';
import { type Block, splitBlocks } from './syntax/blocks.ts';

/** The first line of RIS, PubMed and EndNote files, which are sometimes saved as `.bib`. */
const otherFormat = /^(?:TY {1,2}- |PMID *- |%0 )/m;

/**
 * True for a file that reads as BibTeX, or is empty. Others, such as a key file that a hostile configuration names as its
 * library, must not be shown.
 */
export function readsAsBibtex(file: Source): boolean {
	if (file.text.trim() === '') return true;
	return splitBlocks(file).some(
		(block) =>
			block.kind === 'string' || block.kind === 'preamble' || (block.kind === 'entry' && isUsable(file, block)),
	);
}

function isUsable({ path, text }: Source, block: Block): boolean {
	const source = { path, text: text.slice(block.start, block.end), origin: null };
	return readEntry(source, block).usable;
}

/** The diagnostic for a file that {@link readsAsBibtex} rejects. It quotes nothing. */
export function notBibtex({ path, text }: Source): Diagnostic {
	const hint = otherFormat.test(text) ? convertHint(path) : 'Name a .bib file in "library"';
	return diagnostic('library/empty', `No BibTeX entries in ${path}`, { hint });
}

/** Reports a library whose files contain no entry, so that it never empties the lists. */
export function reportEmptyLibrary({ entries }: Library, sources: readonly Source[], report: Report): void {
	if (sources.length === 0 || entries.length > 0) return;
	const otherFile = sources.find(({ text }) => otherFormat.test(text));
	const hint = otherFile
		? convertHint(otherFile.path)
		: 'Existing lists stay unchanged; to allow empty lists, set "checks: { library/empty: off }" in bibfolio.yaml';
	report(diagnostic('library/empty', `No entries in ${sources.map(({ path }) => path).join(', ')}`, { hint }));
}

function convertHint(path: string): string {
	return `This is not BibTeX; convert it with bibfolio add ${path} --to library.bib`;
}
