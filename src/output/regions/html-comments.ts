/**
 * The parts of HTML that matter for finding comments: a comment, PHP, an element without markup inside, a tag with its
 * attributes. An unclosed one extends to the end, as in browsers.
 */
const token =
	/<!--[\s\S]*?(?:-->|$)|<\?[\s\S]*?(?:\?>|$)|<(script|style|textarea|title|xmp|iframe|noembed|noframes)\b[\s\S]*?(?:<\/\1|$)|<[a-z/](?:[^"'>]|"[^"]*"|'[^']*')*>/gi;

/** The offsets of HTML comments, except those in a script, an attribute or another comment. */
export function commentStarts(text: string): ReadonlySet<number> {
	return new Set([...text.matchAll(token)].flatMap(({ 0: match, index }) => (match.startsWith('<!--') ? [index] : [])));
}
