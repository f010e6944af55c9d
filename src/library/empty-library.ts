import { diagnostic, type Report } from '../diagnostics/diagnostic.ts';
import type { Source } from '../diagnostics/source.ts';
import type { Library } from './entry.ts';

/** The first line of RIS, PubMed and EndNote files, which are sometimes saved as `.bib`. */
const otherFormat = /^(?:TY {1,2}- |PMID *- |%0 )/m;

/** Reports a library whose files contain no entry, so that it never empties the lists. */
export function reportEmptyLibrary({ entries }: Library, sources: readonly Source[], report: Report): void {
	if (sources.length === 0 || entries.length > 0) return;
	const otherFile = sources.find(({ text }) => otherFormat.test(text));
	const hint = otherFile
		? `This is not BibTeX; convert it with bibfolio add ${otherFile.path} --to library.bib`
		: 'Existing lists stay unchanged; to allow empty lists, set "checks: { library/empty: off }" in bibfolio.yaml';
	report(diagnostic('library/empty', `No entries in ${sources.map(({ path }) => path).join(', ')}`, { hint }));
}
