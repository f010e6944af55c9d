import { valueIn } from './value-in.ts';

/** Letters that Unicode does not decompose, and interchangeable punctuation, each with its replacement. */
const folded: Readonly<Record<string, string>> = {
	ß: 'ss',
	æ: 'ae',
	œ: 'oe',
	ø: 'o',
	đ: 'd',
	ð: 'd',
	þ: 'th',
	ł: 'l',
	ħ: 'h',
	ŧ: 't',
	ŋ: 'ng',
	ı: 'i',
	ȷ: 'j',
	ĸ: 'k',
	ə: 'e',
	ɨ: 'i',
	ʉ: 'u',
	ƒ: 'f',
	ς: 'σ',
	// Letters that Arabic and Persian spellings interchange, and the line that extends a word
	ى: 'ي',
	ی: 'ي',
	ک: 'ك',
	ة: 'ه',
	ـ: '',
	'‘': "'",
	'’': "'",
	'‚': "'",
	'‛': "'",
	'‹': "'",
	'›': "'",
	'׳': "'",
	ʹ: "'",
	ʼ: "'",
	ʿ: "'",
	ʾ: "'",
	'′': "'",
	'`': "'",
	'´': "'",
	'“': '"',
	'”': '"',
	'„': '"',
	'‟': '"',
	'«': '"',
	'»': '"',
	'″': '"',
	'״': '"',
	'‐': '-',
	'‑': '-',
	'‒': '-',
	'–': '-',
	'—': '-',
	'―': '-',
	'־': '-',
	'−': '-',
};

const special = new RegExp(`[${Object.keys(folded).join('')}]`, 'g');
const removed = /[\p{M}\p{Cf}]/gu;
const nonLetters = /[^\p{L}\p{N}]+/gu;

/**
 * Folds a text for matching: lower case, no diacritics (ü → u, ø → o, ß → ss), unified compatibility forms (ﬁ → fi, ² → 2),
 * quotes, dashes and whitespace, no invisible characters. Idempotent.
 */
export function fold(value: string): string {
	return value
		.normalize('NFKD')
		.toLowerCase()
		.normalize('NFKD')
		.replace(removed, '')
		.replace(special, (character) => valueIn(folded, character) ?? character)
		.replace(/\s+/g, ' ')
		.trim();
}

/** Only the letters and digits of a text. */
export function lettersOf(text: string): string {
	return text.replace(nonLetters, '');
}
