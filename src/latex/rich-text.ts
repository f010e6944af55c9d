/**
 * A text with markup, as a tree: parsed once from a LaTeX value and written by each format in its own language. Text nodes
 * are Unicode (NFC) and contain no markup.
 */
export type RichText = readonly Inline[];

/** One node of a {@link RichText}. */
export type Inline =
	/** `continues`: other text precedes it on the same line, so it cannot begin a list or a heading of a markup language. */
	| { readonly type: 'text'; readonly value: string; readonly continues?: true }
	/** Math; `tex` is the source between the delimiters. */
	| { readonly type: 'math'; readonly tex: string; readonly display: boolean }
	| { readonly type: Wrapping; readonly children: RichText }
	| { readonly type: 'link'; readonly href: string; readonly children: RichText };

/**
 * The markup of a text. `quote` is `\enquote`: its marks come from the locale and alternate when nested. `no-case` is
 * BibTeX's case protection, a brace group. `roman` is upright text, also in emphasis (`\textup`).
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

/** A plain string as rich text; an empty string has no nodes. */
export function richText(value: string): RichText {
	return value === '' ? [] : [{ type: 'text', value }];
}

/** Nodes in which no two texts are adjacent. */
export function joinTexts(nodes: RichText): RichText {
	const result: Inline[] = [];
	for (const node of nodes) {
		const last = result.at(-1);
		if (node.type === 'text' && last?.type === 'text')
			result[result.length - 1] = { type: 'text', value: last.value + node.value };
		else result.push(node);
	}
	return result;
}

/** True if a text contains only whitespace. */
export function isBlank(text: RichText): boolean {
	return text.every((node) =>
		node.type === 'text' ? node.value.trim() === '' : node.type === 'math' ? false : isBlank(node.children),
	);
}
