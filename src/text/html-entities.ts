import { decodeHTMLStrict } from 'entities';

// `\&` and `\#` too: exporters escape for LaTeX what a publisher had escaped for HTML. `&amp;amp;` was escaped twice.
const reference = /\{?\\?&\}?(?:amp;)*(?:\\?#(?:\d{1,7}|[xX][0-9a-fA-F]{1,6})|[A-Za-z][A-Za-z0-9]{1,31});/y;

/** The HTML character reference at an offset, with its character and end; null if there is none. */
export function entityAt(text: string, offset: number): { readonly character: string; readonly end: number } | null {
	reference.lastIndex = offset;
	const match = reference.exec(text)?.[0];
	if (match === undefined) return null;
	const clean = match.replace(/[{}\\]/g, '').replace(/&(?:amp;)+(?=#|[A-Za-z])/, '&');
	const character = decodeHTMLStrict(clean);
	return character === clean ? null : { character, end: offset + match.length };
}

/** HTML text, such as an attribute, with its character references decoded. */
export function plainHtml(text: string): string {
	return decodeHTMLStrict(text);
}
