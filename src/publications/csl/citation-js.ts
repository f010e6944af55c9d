import { plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';

/** An item as citation-js makes it: CSL variables by name. */
export type CslVariables = Readonly<Record<string, unknown>>;

/**
 * One entry, whose inheritance is resolved, as citation-js normalises it to CSL: its type and the CSL variable
 * each field becomes. The only door to citation-js.
 *
 * The explicit input type keeps its auto-detection (quadratic on hostile text) and its file grammar (one bad entry
 * loses the file) out of the way. Null when citation-js throws, which costs nobody more than this entry.
 */
export function toCsl(type: string, label: string, properties: Readonly<Record<string, string>>): CslVariables | null {
	try {
		return plugins.input.data([{ type, label, properties }], '@biblatex/entries+list')[0] ?? null;
	} catch {
		return null;
	}
}
