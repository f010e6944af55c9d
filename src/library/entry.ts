import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Source, Span } from '../diagnostics/source.ts';

/**
 * An entry with its macros and inheritance resolved: BibLaTeX names, LaTeX values, every custom field kept. Immutable,
 * except for the `origin` of its source.
 */
export interface Entry {
	/** The entry key as written; for an entry without a key, one made from its fields. */
	readonly key: string;
	/** The entry type in lower case, as written: `article`, `inproceedings`, `talk`. */
	readonly type: string;
	/** Fields by lower-case name: the entry's own fields first, then inherited ones. Aliases (journal, school, address …) are not renamed. */
	readonly fields: ReadonlyMap<string, Field>;
	/** BibLaTeX data annotations by field name: `author+an = {2=highlight}` (BibLaTeX manual §3.7). */
	readonly annotations: ReadonlyMap<string, readonly Annotation[]>;
	/** Other keys of the same entry (`ids`). */
	readonly ids: readonly string[];
	/** The entries it inherits from (crossref, xdata), nearest first. */
	readonly parents: readonly Entry[];
	/** The whole block, from the @ to the closing delimiter, in the entry's own source. */
	readonly span: Span;
	/** The span of the key. */
	readonly keySpan: Span;
	/** The text of the block; `source.text.slice(span.start, span.end)`. */
	readonly source: Source;
	/** The macros that its own fields name, in lower case. */
	readonly macros: readonly string[];
	/** The values of the macros that its own fields name and a @string defines; null if there are none. */
	readonly macroValues: ReadonlyMap<string, string> | null;
	/** The entry as its block contains it. */
	readonly written: WrittenEntry;
}

/** One field: its value with macros and `#` resolved, without the outer delimiters. LaTeX is kept. */
export interface Field {
	/** The field name in lower case. */
	readonly name: string;
	readonly value: string;
	/** The value with its delimiters; for an inherited field, in the parent's source. */
	readonly span: Span;
	/** The whole `name = value`, without the comma. */
	readonly assignment: Span;
	/** The entry that the value was inherited from; null for the entry's own field. */
	readonly inheritedFrom: Entry | null;
	/** The value as the library contains it, if references replaced its citations (`\\cite`). */
	readonly citing?: string;
}

/** One piece of a value; pieces are joined by `#`. */
export interface Piece {
	/** `text`: in braces or quotes, or a number; `macro`: the name of a @string macro as written. */
	readonly kind: 'text' | 'macro';
	readonly text: string;
	/** UTF-16 offsets, delimiters included. */
	readonly start: number;
	readonly end: number;
}

/** `name = value` as written. If the value contains a macro, `value` still contains the macro's name. */
export interface Assignment extends Field {
	/** Empty if the value contains no macro. */
	readonly pieces: readonly Piece[];
	readonly inheritedFrom: null;
}

/** An entry as its block contains it, before macros and inheritance. Except for a made key, it depends only on the block's text. */
export interface WrittenEntry {
	readonly source: Source;
	readonly type: string;
	/** The key as written, or else made from the fields; null if there are no fields either. */
	readonly key: string | null;
	readonly keySpan: Span;
	/** The effective fields by name, without annotations. Of two with the same name, the last one, or both joined to one list. */
	readonly fields: ReadonlyMap<string, Assignment>;
	/** All assignments in order, annotations and repeated fields included. */
	readonly assignments: readonly Assignment[];
	readonly annotations: ReadonlyMap<string, readonly Annotation[]>;
	readonly problems: readonly Diagnostic[];
	/** Whether the text is valid BibTeX. */
	readonly valid: boolean;
	/** Whether it can be listed: it has a key or fields, and no value swallowed the fields after it. */
	readonly usable: boolean;
}

/** A @string as written. */
export interface Definition {
	/** In lower case. */
	readonly name: string;
	readonly pieces: readonly Piece[];
	readonly span: Span;
	/** The index of its block among the blocks of all files. */
	readonly order: number;
}

/** A @preamble as written. */
export interface Preamble {
	readonly pieces: readonly Piece[];
	/** The whole block. */
	readonly span: Span;
	readonly order: number;
}

/** The blocks of all files, each read separately, in the order of the files and of the text in them. */
export interface Blocks {
	readonly entries: readonly { readonly entry: WrittenEntry; readonly order: number }[];
	readonly definitions: readonly Definition[];
	readonly preambles: readonly Preamble[];
}

/** One annotation: of the whole field (item null), an item (one-based), or a part of an item (`2:family=…`). */
export interface Annotation {
	/** The name of the annotation (`author+an:orcid`), `default` if it has none. */
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

/** The content of the library's files, in the order of the files given and of the text in them. */
export interface Library {
	readonly sources: readonly Source[];
	/** Entries that can appear in a list, in file order: all but @xdata and @set. */
	readonly entries: readonly Entry[];
	/** Every entry by key and by each of its `ids`, @xdata and @set included. Exact keys; biber's keys are case-sensitive. */
	readonly byKey: ReadonlyMap<string, Entry>;
	readonly macros: ReadonlyMap<string, Macro>;
	/** The values of the @preamble blocks, macros resolved. */
	readonly preambles: readonly string[];
	/** The blocks that the library was read from. */
	readonly blocks: Blocks;
}
