import { hebrewMark } from '../text/hebrew-marks.ts';
import type { Cursor } from './cursor.ts';

/**
 * Skips a character and returns what LaTeX and its fonts print for it and its neighbours: dashes for two and three hyphens,
 * curly quotes, `?`` and `!``, guillemets and low quotes before or after words, babel's German quotes, Hebrew geresh and
 * gershayim. Other characters are returned unchanged.
 */
export function readPunctuation(cursor: Cursor, quotes: GermanQuotes): string {
	const { text, offset } = cursor;
	const character = text[offset] ?? '';
	const next = text[offset + 1];
	switch (character) {
		case '-':
			if (next !== '-') break;
			return text[offset + 2] === '-' ? skip(cursor, 3, '—') : skip(cursor, 2, '–');
		case '`':
			return next === '`' ? skip(cursor, 2, '“') : skip(cursor, 1, '‘');
		case "'":
			return next === "'" ? skip(cursor, 2, '”') : skip(cursor, 1, hebrewMark(text, offset) ?? '’');
		case '"':
			// babel's shorthands; otherwise it is a straight quotation mark.
			if (next === '`') {
				quotes.open++;
				return skip(cursor, 2, '„');
			}
			if (next === "'" && quotes.open > 0) {
				quotes.open--;
				return skip(cursor, 2, '“');
			}
			for (const { shorthand, before, after, printed } of shorthands) {
				if (!text.startsWith(shorthand, offset)) continue;
				if (!before.test(text[offset - 1] ?? ' ') || !after.test(text[offset + shorthand.length] ?? ' ')) continue;
				return skip(cursor, shorthand.length, printed);
			}
			return skip(cursor, 1, hebrewMark(text, offset) ?? character);
		case ',':
			return next === ',' && opens(text, offset) && text[offset + 2] !== ','
				? skip(cursor, 2, '„')
				: skip(cursor, 1, ',');
		case '<':
			if (next === '<' && opens(text, offset) && text[offset + 2] !== '<') return skip(cursor, 2, '«');
			break;
		case '>':
			if (next === '>' && closes(text, offset)) return skip(cursor, 2, '»');
			break;
		case '%':
			// Usually an unescaped percent sign, but at the end of a line after a word it is a TeX comment.
			if (/[\n\r]/.test(next ?? '') && /[^\s\d)}]/.test(text[offset - 1] ?? ' ')) {
				cursor.offset++;
				cursor.skipSpace();
				return '';
			}
			break;
		case '~':
			return skip(cursor, 1, isApproximately(text, offset) ? '~' : '\u00a0');
		case '?':
		case '!':
			if (next === '`' && text[offset + 2] !== '`') return skip(cursor, 2, character === '?' ? '¿' : '¡');
			break;
	}
	return skip(cursor, 1, character);
}

/**
 * Shorthands of babel's languages (German, Russian …) that cannot be a straight quotation mark, because of the characters
 * before and after them: '"<слово">', 'лексико"=грамматический', 'В.",В. Виноградов'.
 */
const shorthands: readonly {
	readonly shorthand: string;
	readonly before: RegExp;
	readonly after: RegExp;
	readonly printed: string;
}[] = [
	{ shorthand: '"<', before: /[\s([{~]/, after: /[\p{L}\p{N}{\\$]/u, printed: '«' },
	{ shorthand: '">', before: /[^\s"]/, after: /[\s)\]}.,;:!?~-]/, printed: '»' },
	{ shorthand: '"---', before: /[\s\p{L}\p{N}]/u, after: /\s/, printed: '—' },
	{ shorthand: '"=', before: /[\p{L}\p{N}]/u, after: /[\p{L}\p{N}{]/u, printed: '-' },
	{ shorthand: '"~', before: /[\p{L}\p{N}]/u, after: /[\p{L}\p{N}]/u, printed: '\u2011' },
	{ shorthand: '",', before: /\./, after: /\p{Lu}/u, printed: '\u202f' },
];

/** The number of open German quotes of babel. */
export interface GermanQuotes {
	open: number;
}

function skip(cursor: Cursor, length: number, replacement: string): string {
	cursor.offset += length;
	return replacement;
}

/** True for a pair of characters directly before a word: ',,so' and '<<mot', but not 'a << b'. */
function opens(text: string, offset: number): boolean {
	return /[\s()[\]{}.,;:]/.test(text[offset - 1] ?? ' ') && /[^\s]/.test(text[offset + 2] ?? ' ');
}

function closes(text: string, offset: number): boolean {
	return /[^\s>]/.test(text[offset - 1] ?? ' ') && /[\s()[\]{}.,;:]/.test(text[offset + 2] ?? ' ');
}

/** True for a tilde that means 'approximately': 'about ~5' and '(~5 %)'. Otherwise it is a tie. */
function isApproximately(text: string, offset: number): boolean {
	return /[\s([]/.test(text[offset - 1] ?? ' ') && /\d/.test(text[offset + 1] ?? '');
}
