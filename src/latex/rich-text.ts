/**
 * A text with its markup, as a tree: parsed once from a LaTeX value, written back by each format in its own
 * language. Texts are Unicode (NFC) and hold no markup of any kind.
 */
export type RichText = readonly Inline[];

/** One node of a {@link RichText}. */
export type Inline =
	| { readonly type: 'text'; readonly value: string }
	/** Mathematics; `tex` is what stood between the delimiters, unchanged. */
	| { readonly type: 'math'; readonly tex: string; readonly display: boolean }
	| { readonly type: Wrapping; readonly children: RichText }
	| { readonly type: 'link'; readonly href: string; readonly children: RichText };

/**
 * What can be wrapped around text. `quote` is `\enquote`: its marks come from the locale, and alternate when
 * nested. `no-case` is BibTeX's case protection: a brace group. `roman` is an upright island in emphasis (`\textup`).
 */
export type Wrapping =
	| 'emphasis'
	| 'strong'
	| 'small-caps'
	| 'code'
	| 'superscript'
	| 'subscript'
	| 'underline'
	| 'strike'
	| 'roman'
	| 'quote'
	| 'no-case';

/** A plain string as rich text; the empty string is no node at all. */
export function richText(value: string): RichText {
	return value === '' ? [] : [{ type: 'text', value }];
}

/** True where there is nothing to show. */
export function isBlank(text: RichText): boolean {
	return text.every((node) =>
		node.type === 'text' ? node.value.trim() === '' : node.type === 'math' ? false : isBlank(node.children),
	);
}
