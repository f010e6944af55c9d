import { codeRow } from '../diagnostics/codes.ts';
import type { Diagnostic, Edit } from '../diagnostics/diagnostic.ts';
import { inFile, type Source } from '../diagnostics/source.ts';
import type { Replacement } from './replacements.ts';

/** Codes to fix; null for every code that is fixed by default. */
export type CodesToFix = ReadonlySet<string> | null;

/** True if `bibfolio fix` fixes a diagnostic. */
export function isFixable({ code, remedy }: Diagnostic, wanted: CodesToFix = null): boolean {
	if (!remedy) return false;
	return wanted ? wanted.has(code) : codeRow(code).remedy === 'always';
}

/** The edits that fix diagnostics, by file and in text order, and the diagnostics that they fix. */
export interface Fixes {
	readonly byFile: ReadonlyMap<Source, readonly Replacement[]>;
	readonly fixed: readonly Diagnostic[];
}

/**
 * Collects the edits of fixable diagnostics. Each diagnostic is fixed completely or not at all: if its edits overlap those of
 * another one, it is left for the next run, after the text has been parsed again.
 */
export function collectFixes(diagnostics: readonly Diagnostic[], wanted: CodesToFix): Fixes {
	const byFile = new Map<Source, Replacement[]>();
	const edited = new Map<Source, Uint8Array>();
	const fixed = diagnostics.filter(
		(diagnostic) => isFixable(diagnostic, wanted) && addEdits(diagnostic.remedy ?? [], byFile, edited),
	);
	for (const replacements of byFile.values()) replacements.sort((first, second) => first.start - second.start);
	return { byFile, fixed };
}

/**
 * Adds edits unless one of them touches an edit that is already there. Returns whether it added them.
 *
 * @param edited for each file, 1 at each offset that an edit covers or ends at
 */
function addEdits(
	edits: readonly Edit[],
	byFile: Map<Source, Replacement[]>,
	edited: Map<Source, Uint8Array>,
): boolean {
	const placed = edits.map(({ span, text }) => {
		const { source, start, end } = inFile(span);
		return { source, edit: { start, end, text } };
	});
	const touchesEdit = placed.some(({ source, edit: { start, end } }) =>
		edited
			.get(source)
			?.subarray(start, end + 1)
			.includes(1),
	);
	if (touchesEdit) return false;
	for (const { source, edit } of placed) {
		const replacements = byFile.get(source) ?? [];
		const offsets = edited.get(source) ?? new Uint8Array(source.text.length + 1);
		replacements.push(edit);
		offsets.fill(1, edit.start, edit.end + 1);
		byFile.set(source, replacements);
		edited.set(source, offsets);
	}
	return true;
}
