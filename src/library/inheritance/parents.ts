import { diagnostic, type Report } from '../../diagnostics/diagnostic.ts';
import type { Span } from '../../diagnostics/source.ts';
import { nearest } from '../../text/closest-word.ts';

/**
 * Finds the entry that a `crossref`, `xref`, `xdata` or `entryset` names. Keys are case-sensitive in biber but not in
 * BibTeX's crossref: a key that differs only in case matches, and is reported.
 */
export class Parents<T> {
	readonly #byKey: ReadonlyMap<string, T>;
	#looked = 0;
	#byFoldedKey: ReadonlyMap<string, string> | null = null;

	constructor(byKey: ReadonlyMap<string, T>) {
		this.#byKey = byKey;
	}

	find(key: string, field: string, span: Span, report: Report): T | null {
		const found = this.#byKey.get(key);
		if (found) return found;
		this.#byFoldedKey ??= new Map([...this.#byKey.keys()].reverse().map((known) => [known.toLowerCase(), known]));
		const other = this.#byFoldedKey.get(key.toLowerCase());
		const near = other ?? (this.#looked++ < MOST_SUGGESTIONS ? nearest(key, this.#byKey.keys()) : null);
		const hint = other ? `It was taken for “${other}”; write it so` : near ? `Did you mean “${near}”?` : undefined;
		report(
			diagnostic('bib/missing-parent', `Unexpected “${key}” in ${field}, expected the key of an entry`, {
				span,
				hint: hint ?? 'Add the entry it names, or take the field out',
			}),
		);
		return other === undefined ? null : (this.#byKey.get(other) ?? null);
	}
}

/** Limits the search for the closest key: if many parents are missing, their whole file is. */
const MOST_SUGGESTIONS = 20;
