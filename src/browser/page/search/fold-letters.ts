const letters: Readonly<Record<string, string>> = {
	ß: 'ss',
	æ: 'ae',
	œ: 'oe',
	ø: 'o',
	đ: 'd',
	ð: 'd',
	þ: 'th',
	ł: 'l',
	ħ: 'h',
	ı: 'i',
	// Letters that Arabic and Persian spellings interchange, and the line that extends a word
	ى: 'ي',
	ی: 'ي',
	ک: 'ك',
	ة: 'ه',
	ـ: '',
};
const special = new RegExp(`[${Object.keys(letters).join('')}]`, 'g');

/** Folds a text for searching: lower case, no accents, no invisible characters, ASCII digits, quotes and hyphens. */
export function fold(text: string): string {
	// biome-ignore lint/suspicious/noControlCharactersInRegex: fast path for ASCII.
	if (/^[\x00-\x7f]*$/.test(text)) return text.toLowerCase();
	return text
		.normalize('NFKD')
		.toLowerCase()
		.replace(/[\p{M}\p{Cf}]/gu, '')
		.replace(special, (letter) => letters[letter] ?? letter)
		.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 15))
		.replace(/[‘’ʼ′׳]/g, "'")
		.replace(/״/g, '"')
		.replace(/[‐‑‒–—−־]/g, '-');
}

/** The text to search in: folded, and again with ä, ö, ü and å written out (Müller, Mueller). */
export function searchable(text: string): string {
	const folded = fold(text);
	if (!/[äöüå]/i.test(text.normalize('NFC'))) return folded;
	const writtenOut = text
		.normalize('NFC')
		.toLowerCase()
		.replace(/[äöüå]/g, (letter) => umlauts[letter] ?? letter);
	return `${folded} ${fold(writtenOut)}`;
}

const umlauts: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', å: 'aa' };
