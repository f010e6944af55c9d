import { codeRow } from '../diagnostics/codes.ts';
import type { Diagnostic, Edit } from '../diagnostics/diagnostic.ts';
import { inFile, type Source } from '../diagnostics/source.ts';
import type { Replacement } from './replacements.ts';

/** Codes to fix; null for every code that is fixed by default. */
export type Wanted = ReadonlySet<string> | null;

/** True if `bibfolio fix` fixes a finding. */
export function isFixable({ code, remedy }: Diagnostic, wanted: Wanted = null): boolean {
	if (!remedy) return false;
	return wanted ? wanted.has(code) : codeRow(code).remedy === 'always';
}

/** The edits that fix findings, by file and in the order of the text, and the number of findings of each code that they fix. */
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
		if (!isFixable(one, wanted)) continue;
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
