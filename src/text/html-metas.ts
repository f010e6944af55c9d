import { Parser } from 'htmlparser2';

/**
 * The contents of a page's `<meta>` elements, by `name` or `property` in lower case, in order. Contents longer than `limit`
 * characters, and contents with characters that could not be decoded, are omitted.
 */
export function metasOf(html: string, limit: number): ReadonlyMap<string, readonly string[]> {
	const metas = new Map<string, string[]>();
	const parser = new FlatParser({
		onopentag(element, attributes) {
			if (element !== 'meta') return;
			const name = (attributes['name'] ?? attributes['property'] ?? '').trim().toLowerCase();
			const content = attributes['content'] ?? '';
			if (content.length > limit || content.includes('\ufffd')) return;
			const words = content.replace(/\s+/g, ' ').trim();
			if (name === '' || words === '') return;
			const contents = metas.get(name);
			if (contents) contents.push(words);
			else metas.set(name, [words]);
		},
	});
	parser.end(html);
	return metas;
}

/**
 * A parser that takes every element for an empty one. `<meta>` elements may be anywhere, and the stack of open elements,
 * which htmlparser2 searches at each tag, makes the time quadratic for a page with many unclosed ones.
 */
class FlatParser extends Parser {
	protected override isVoidElement(): boolean {
		return true;
	}
}
