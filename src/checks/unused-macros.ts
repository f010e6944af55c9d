import { diagnostic, type Report } from '../diagnostics/diagnostic.ts';
import { inFile, type Source } from '../diagnostics/source.ts';
import { macroNames } from '../library/bib-macros.ts';
import type { CheckContext } from './check-context.ts';

/**
 * Reports @string macros that no entry, macro or @preamble uses. Files that contain only macros are shared abbreviations
 * and are not reported.
 */
export function unusedMacros({ library }: CheckContext, report: Report): void {
	const used = new Set<string>();
	const filesWithEntries = new Set<Source>();
	for (const entry of new Set([...library.entries, ...library.byKey.values()])) {
		filesWithEntries.add(inFile(entry.span).source);
		for (const name of entry.macros) used.add(name);
	}
	for (const { name, pieces } of library.blocks.definitions) {
		for (const other of macroNames(pieces)) if (other !== name) used.add(other);
	}
	for (const { pieces } of library.blocks.preambles) for (const name of macroNames(pieces)) used.add(name);
	for (const macro of library.macros.values()) {
		if (used.has(macro.name) || !filesWithEntries.has(inFile(macro.span).source)) continue;
		report(
			diagnostic('bib/unused-macro', `Unused macro "${macro.name}"`, {
				span: macro.span,
				hint: 'Remove it, or use its name without braces or quotation marks',
			}),
		);
	}
}
