import { decodeHTMLStrict } from 'entities';
import { matchAt } from './match-at.ts';

// Exporters may escape HTML for LaTeX (`\&`, `\#`), and publishers may escape twice (`&amp;amp;`).
const reference = /\{?\\?&\}?(?:amp;)*(?:\\?#(?:\d{1,7}|[xX][0-9a-fA-F]{1,6})|[A-Za-z][A-Za-z0-9]{1,31});/y;

/** Decodes the HTML character reference at an offset; `end` is the offset after it. Null if there is none. */
export function entityAt(text: string, offset: number): { readonly character: string; readonly end: number } | null {
	const match = matchAt(reference, text, offset)?.[0];
	if (match === undefined) return null;
	const clean = match.replace(/[{}\\]/g, '').replace(/&(?:amp;)+(?=#|[A-Za-z])/, '&');
	const character = decodeHTMLStrict(clean);
	return character === clean ? null : { character, end: offset + match.length };
}
