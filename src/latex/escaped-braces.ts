/** An escaped brace that only protects case, as a range of its text. */
export interface ProtectiveBrace {
	readonly start: number;
	readonly end: number;
	/** The brace that closes the group; null if this is the one. */
	readonly closing: ProtectiveBrace | null;
}

/** `\{`, `{\{}`, `\textbraceleft{}`, `{\textbraceleft}`, and the same for closing braces; `\\` is a line break. */
const escapedBrace =
	/\{\\(?:([{}])|(textbrace(?:left|right))(?:\{\})?)\s?\}|\\(textbrace(?:left|right))(?![A-Za-z])(?:\{\}|\s)?|\\([{}\\])/g;

/**
 * Finds braces that an exporter escaped although they protect case: `\{ISO\}`, `{\{}RTAC{\}}`, `\{B\}ayes`. Braces of sets
 * and placeholders (`\{0,1\}`, `\{a, b\}`, `\{name\}`, `\{x\}`) and braces without a partner are part of the text. Returns
 * the braces by their offsets.
 */
export function protectiveBraces(text: string): ReadonlyMap<number, ProtectiveBrace> {
	const braces = new Map<number, ProtectiveBrace>();
	const openings: ProtectiveBrace[] = [];
	for (const { 0: written, 1: inGroup, 2: namedInGroup, 3: named, 4: bare, index: start } of text.matchAll(
		escapedBrace,
	)) {
		const brace = { start, end: start + written.length, closing: null };
		const character = inGroup ?? bare ?? ((namedInGroup ?? named) === 'textbraceleft' ? '{' : '}');
		if (character === '{') openings.push(brace);
		else if (character === '}') {
			const opening = openings.pop();
			if (!opening || !protects(text, opening, brace)) continue;
			braces.set(opening.start, { ...opening, closing: brace });
			braces.set(brace.start, brace);
		}
	}
	return braces;
}

const words = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}\s.'’/&+#-]*$/u;
const accent = /\\(?:[`'^"~=.]|[cvuHkr](?=[\s{]))\s*\{?(\p{L})\}?/gu;
const letterOrDigit = /[\p{L}\p{N}]/u;

/** Whether a pair of braces only protects case: around words with a capital, or around a part of a word. */
function protects(text: string, opening: ProtectiveBrace, closing: ProtectiveBrace): boolean {
	const inner = text
		.slice(opening.end, closing.start)
		.replace(escapedBrace, (brace) => (brace === '\\\\' ? brace : ''))
		.replace(accent, '$1')
		.replace(/\\&/g, '&')
		.replace(/[{}]/g, '')
		.trim();
	if (inner.length > 200 || !words.test(inner)) return false;
	const isPartOfWord = [text[opening.start - 1], text[closing.end]].some((next) => letterOrDigit.test(next ?? ''));
	return isPartOfWord || (/\p{Lu}/u.test(inner) && /[\p{L}\p{N}].*[\p{L}\p{N}+#]/su.test(inner));
}
