import { decodeHTMLStrict } from 'entities';

// `\&` and `\#` too: exporters escape for LaTeX what a publisher had escaped for HTML. `&amp;amp;` was escaped twice.
const reference = /\{?\\?&\}?(?:amp;)*(?:\\?#(?:\d{1,7}|[xX][0-9a-fA-F]{1,6})|[A-Za-z][A-Za-z0-9]{1,31});/y;

/** A character reference of HTML that stands at an offset: what it means and where it ends; null when there is none. */
export function entityAt(text: string, offset: number): { readonly character: string; readonly end: number } | null {
	reference.lastIndex = offset;
	const match = reference.exec(text)?.[0];
	if (match === undefined) return null;
	const clean = match.replace(/[{}\\]/g, '').replace(/&(?:amp;)+(?=#|[A-Za-z])/, '&');
	const character = decodeHTMLStrict(clean);
	return character === clean ? null : { character, end: offset + match.length };
}

/** A text of HTML, an attribute say, with its character references read. */
export function plainHtml(text: string): string {
	return text.includes('&') ? decodeHTMLStrict(text) : text;
}
