/**
 * What HTML is made of as far as comments go: a comment, PHP, an element that holds no markup, a tag with its attributes.
 * An unclosed one goes on to the end, as browsers have it.
 */
const token =
	/<!--[\s\S]*?(?:-->|$)|<\?[\s\S]*?(?:\?>|$)|<(script|style|textarea|title|xmp|iframe|noembed|noframes)\b[\s\S]*?(?:<\/\1|$)|<[a-z/](?:[^"'>]|"[^"]*"|'[^']*')*>/gi;

/** The offsets where a comment of HTML begins: not those in a script, an attribute, or another comment. */
export function commentStarts(text: string): ReadonlySet<number> {
	return new Set([...text.matchAll(token)].flatMap(({ 0: found, index }) => (found.startsWith('<!--') ? [index] : [])));
}
