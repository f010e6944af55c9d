/** Letters that Unicode does not decompose, and characters that people use interchangeably, each with what it matches. */
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
	'‘': "'",
	'’': "'",
	'‚': "'",
	'‛': "'",
	'‹': "'",
	'›': "'",
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
	'‐': '-',
	'‑': '-',
	'‒': '-',
	'–': '-',
	'—': '-',
	'―': '-',
	'−': '-',
};

const special = new RegExp(`[${Object.keys(folded).join('')}]`, 'g');
const dropped = /[\p{M}\p{Cf}]/gu;
const noLetters = /[^\p{L}\p{N}]+/gu;

/**
 * A text for matching: lower case, without diacritics (ü → u, ø → o, ß → ss), compatibility forms unified
 * (ﬁ → fi, ² → 2), quotes, dashes and whitespace unified, invisible characters removed. Folding twice changes nothing.
 */
export function fold(value: string): string {
	return value
		.normalize('NFKD')
		.toLowerCase()
		.normalize('NFKD')
		.replace(dropped, '')
		.replace(special, (character) => folded[character] ?? character)
		.replace(/\s+/g, ' ')
		.trim();
}

/** The letters and digits of a text without anything between them. */
export function lettersOf(text: string): string {
	return text.replace(noLetters, '');
}
