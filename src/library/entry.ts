import type { Source, Span } from '../diagnostics/source.ts';

/** An entry as written: BibLaTeX names, LaTeX values, every custom field kept. Immutable. */
export interface Entry {
	/** The entry key as written. */
	readonly key: string;
	/** The entry type in lower case, as written: `article`, `inproceedings`, `talk`. */
	readonly type: string;
	/** Fields by lower-case name, own ones first, then inherited ones. Aliases (journal, school, address …) are not renamed. */
	readonly fields: ReadonlyMap<string, Field>;
	/** BibLaTeX data annotations by field name: `author+an = {2=highlight}` (BibLaTeX manual §3.7). */
	readonly annotations: ReadonlyMap<string, readonly Annotation[]>;
	/** Other keys the same entry answers to (`ids`). */
	readonly ids: readonly string[];
	/** The entries it inherits from, nearest first (crossref, xdata); for lists of needed sources. */
	readonly parents: readonly Entry[];
	/** The whole block, from the @ to the closing delimiter, in the entry's own source. */
	readonly span: Span;
	/** The span of the key. */
	readonly keySpan: Span;
	/** The text of the block; `source.text.slice(span.start, span.end)`. */
	readonly source: Source;
	/** Lower-case names of the @string macros its own fields use. */
	readonly macros: readonly string[];
	/** What those of them that its own fields name are worth here, where a @string says so; null when none does. */
	readonly macroValues: ReadonlyMap<string, string> | null;
}

/** One field: its value with macros and `#` resolved, the outer delimiters taken off, LaTeX left as it is. */
export interface Field {
	/** The field name in lower case. */
	readonly name: string;
	readonly value: string;
	/** The value with its delimiters, where it was written; for an inherited field, in the parent's source. */
	readonly span: Span;
	/** The whole `name = value` up to and without the comma. */
	readonly assignment: Span;
	/** The entry that the value was inherited from; null for the entry's own field. */
	readonly inheritedFrom: Entry | null;
}

/** The same field with another value. */
export function withValue({ name, span, assignment, inheritedFrom }: Field, value: string): Field {
	return { name, value, span, assignment, inheritedFrom };
}

/** One annotation: of the whole field (item null), an item (one-based), or a part of an item (`2:family=…`). */
export interface Annotation {
	/** The name of the annotation (`author+an:orcid`), `default` when it has none. */
	readonly name: string;
	readonly item: number | null;
	readonly part: string | null;
	/** The values, split at commas and unquoted; a literal (`"…"`) is one value. */
	readonly values: readonly string[];
	readonly literal: boolean;
	readonly span: Span;
}

/** A @string definition. */
export interface Macro {
	/** Lower-case name. */
	readonly name: string;
	readonly value: string;
	readonly span: Span;
}

/** All that was read from the library's files, in the order of the files given and of the text in them. */
export interface Library {
	readonly sources: readonly Source[];
	/** Entries that may stand in a list: not @xdata, not members' containers of a @set; in file order. */
	readonly entries: readonly Entry[];
	/** Every entry by key and by each of its `ids`, @xdata and @set included. Exact keys; biber's keys are case-sensitive. */
	readonly byKey: ReadonlyMap<string, Entry>;
	readonly macros: ReadonlyMap<string, Macro>;
	/** The values of the @preamble blocks, macros resolved. */
	readonly preambles: readonly string[];
}
