import type { Cursor } from './cursor.ts';

/**
 * Passes a sign and gives what fonts and LaTeX make of it and its neighbours: dashes of two and three hyphens, curly
 * quotes, `?`` and `!``, guillemets and low quotes where they are meant, babel's German quotes. A sign that stands for
 * itself comes back unchanged.
 */
export function readPunctuation(cursor: Cursor, quotes: GermanQuotes): string {
	const { text, offset } = cursor;
	const sign = text[offset] ?? '';
	const next = text[offset + 1];
	switch (sign) {
		case '-':
			if (next !== '-') break;
			return text[offset + 2] === '-' ? pass(cursor, 3, '—') : pass(cursor, 2, '–');
		case '`':
			return next === '`' ? pass(cursor, 2, '“') : pass(cursor, 1, '‘');
		case "'":
			return next === "'" ? pass(cursor, 2, '”') : pass(cursor, 1, '’');
		case '"':
			// babel's shorthands; a straight quotation mark is otherwise what it is.
			if (next === '`') {
				quotes.open++;
				return pass(cursor, 2, '„');
			}
			if (next !== "'" || quotes.open === 0) break;
			quotes.open--;
			return pass(cursor, 2, '“');
		case ',':
			return next === ',' && opens(text, offset) && text[offset + 2] !== ','
				? pass(cursor, 2, '„')
				: pass(cursor, 1, ',');
		case '<':
			if (next === '<' && opens(text, offset) && text[offset + 2] !== '<') return pass(cursor, 2, '«');
			break;
		case '>':
			if (next === '>' && closes(text, offset)) return pass(cursor, 2, '»');
			break;
		case '%':
			// A percent sign, as people mean it; but behind a word at the end of a line it is TeX's comment.
			if (/[\n\r]/.test(next ?? '') && /[^\s\d)}]/.test(text[offset - 1] ?? ' ')) {
				cursor.offset++;
				cursor.skipSpace();
				return '';
			}
			break;
		case '~':
			return pass(cursor, 1, isApproximately(text, offset) ? '~' : '\u00a0');
		case '?':
		case '!':
			if (next === '`' && text[offset + 2] !== '`') return pass(cursor, 2, sign === '?' ? '¿' : '¡');
			break;
	}
	return pass(cursor, 1, sign);
}

/** How many of babel's German quotes are open. */
export interface GermanQuotes {
	open: number;
}

function pass(cursor: Cursor, length: number, character: string): string {
	cursor.offset += length;
	return character;
}

/** A pair of signs that stands before a word: ',,so' and '<<mot'; 'a << b' does not. */
function opens(text: string, offset: number): boolean {
	return /[\s()[\]{}.,;:]/.test(text[offset - 1] ?? ' ') && /[^\s]/.test(text[offset + 2] ?? ' ');
}

function closes(text: string, offset: number): boolean {
	return /[^\s>]/.test(text[offset - 1] ?? ' ') && /[\s()[\]{}.,;:]/.test(text[offset + 2] ?? ' ');
}

/** A tie joins two words; 'about ~5' and '(~5 %)' mean approximately. */
function isApproximately(text: string, offset: number): boolean {
	return /[\s([]/.test(text[offset - 1] ?? ' ') && /\d/.test(text[offset + 1] ?? '');
}
