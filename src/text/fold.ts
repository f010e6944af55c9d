/** Letters that Unicode does not take apart, and signs that people do not tell apart, each to what it matches. */
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
const simple = /^[\x21-\x5f\x61-\x7e]*(?: [\x21-\x5f\x61-\x7e]+)*$/;

/**
 * A text for matching: lower case, without diacritics (ü → u, ø → o, ß → ss), compatibility forms unified
 * (ﬁ → fi, ² → 2), quotes, dashes and white space unified, invisible characters gone. Twice is the same as once.
 */
export function fold(value: string): string {
	if (simple.test(value)) return value.toLowerCase();
	return value
		.normalize('NFKD')
		.toLowerCase()
		.normalize('NFKD')
		.replace(dropped, '')
		.replace(special, (character) => folded[character] ?? character)
		.replace(/\s+/g, ' ')
		.trim();
}

/** The letters and figures of a text in a row. */
export function lettersOf(text: string): string {
	return text.replace(noLetters, '');
}
