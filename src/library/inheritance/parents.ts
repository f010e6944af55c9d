import { diagnostic, type Report } from '../../diagnostics/diagnostic.ts';
import type { Span } from '../../diagnostics/source.ts';
import { closestWord } from '../../text/closest-word.ts';

/**
 * Finds the entry that a `crossref`, `xref`, `xdata` or `entryset` names. Keys are case-sensitive in biber but not in
 * BibTeX's crossref: a key that differs only in case matches, and is reported.
 */
export class Parents<T> {
	readonly #byKey: ReadonlyMap<string, T>;
	#searches = 0;
	#byFoldedKey: ReadonlyMap<string, string> | null = null;

	constructor(byKey: ReadonlyMap<string, T>) {
		this.#byKey = byKey;
	}

	/** The entry with this key; null if there is none. `field` and `span` are the field that names it, for the report. */
	find(key: string, field: string, span: Span, report: Report): T | null {
		const parent = this.#byKey.get(key);
		if (parent) return parent;
		this.#byFoldedKey ??= new Map([...this.#byKey.keys()].reverse().map((exact) => [exact.toLowerCase(), exact]));
		const sameButCase = this.#byFoldedKey.get(key.toLowerCase());
		const near = sameButCase ?? (this.#searches++ < MOST_SUGGESTIONS ? closestWord(key, this.#byKey.keys()) : null);
		const hint = sameButCase
			? `Write "${sameButCase}"; keys are case-sensitive in biber`
			: near
				? `Did you mean "${near}"?`
				: undefined;
		report(
			diagnostic('bib/missing-parent', `Unknown key "${key}" in ${field}`, {
				span,
				hint: hint ?? 'Add the entry, or remove the field',
			}),
		);
		return sameButCase === undefined ? null : (this.#byKey.get(sameButCase) ?? null);
	}
}

/** Limits the search for the closest key: if many parents are missing, their whole file is. */
const MOST_SUGGESTIONS = 20;
