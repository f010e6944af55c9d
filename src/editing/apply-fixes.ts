import { codeRow } from '../diagnostics/codes.ts';
import type { Diagnostic, Edit } from '../diagnostics/diagnostic.ts';
import { inFile, type Source } from '../diagnostics/source.ts';
import type { Replacement } from './replacements.ts';

/** Codes that were asked for; null: all that need not be asked for. */
export type Wanted = ReadonlySet<string> | null;

/** Whether `bibfolio fix` mends a finding. */
export function isMendable({ code, remedy }: Diagnostic, wanted: Wanted = null): boolean {
	if (!remedy) return false;
	return wanted ? wanted.has(code) : codeRow(code).remedy === 'always';
}

/** The remedies of findings, by file, in the order of the text; and how many findings of each code they mend. */
export interface Remedies {
	readonly byFile: ReadonlyMap<Source, readonly Replacement[]>;
	readonly counts: ReadonlyMap<string, number>;
}

/**
 * Gathers remedies. All edits of a finding are made, or none: a finding whose edits touch those of another one waits for
 * the next time, when the text has been read again.
 */
export function remediesOf(found: readonly Diagnostic[], wanted: Wanted): Remedies {
	const byFile = new Map<Source, Replacement[]>();
	const counts = new Map<string, number>();
	for (const one of found) {
		if (!isMendable(one, wanted)) continue;
		if (add(one.remedy ?? [], byFile)) counts.set(one.code, (counts.get(one.code) ?? 0) + 1);
	}
	for (const replacements of byFile.values()) replacements.sort((one, other) => one.start - other.start);
	return { byFile, counts };
}

/** Adds the edits of a finding where none of them touches another one; gives whether it did. */
function add(edits: readonly Edit[], byFile: Map<Source, Replacement[]>): boolean {
	const placed = edits.map(({ span, text }) => {
		const { source, start, end } = inFile(span);
		return { source, edit: { start, end, text } };
	});
	if (placed.some(({ source, edit }) => byFile.get(source)?.some((other) => touches(edit, other)))) return false;
	for (const { source, edit } of placed) byFile.set(source, [...(byFile.get(source) ?? []), edit]);
	return true;
}

function touches(one: Replacement, other: Replacement): boolean {
	return one.start <= other.end && other.start <= one.end;
}
