import { plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';

/** An item from citation-js: CSL variables by name. */
export type CslVariables = Readonly<Record<string, unknown>>;

/**
 * Normalizes one entry to CSL with citation-js: it decides the CSL type and the CSL variable of each field. Before,
 * Bibfolio itself reads the file, macros and inheritance; afterwards, the text, names, dates, identifiers and links.
 *
 * The explicit input type bypasses citation-js's auto-detection (quadratic on hostile text) and its file grammar (one bad
 * entry loses the file). Null if citation-js throws.
 */
export function toCsl(type: string, label: string, properties: Readonly<Record<string, string>>): CslVariables | null {
	try {
		return plugins.input.data([{ type, label, properties }], '@biblatex/entries+list')[0] ?? null;
	} catch {
		return null;
	}
}
