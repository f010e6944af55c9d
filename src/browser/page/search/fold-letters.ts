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
};
const special = new RegExp(`[${Object.keys(letters).join('')}]`, 'g');

/** Folds a text for searching: lower case, no accents, ASCII quotes and hyphens. */
export function fold(text: string): string {
	// biome-ignore lint/suspicious/noControlCharactersInRegex: fast path for ASCII.
	if (/^[\x00-\x7f]*$/.test(text)) return text.toLowerCase();
	return text
		.normalize('NFKD')
		.toLowerCase()
		.replace(/\p{M}/gu, '')
		.replace(special, (letter) => letters[letter] ?? letter)
		.replace(/[‘’ʼ′]/g, "'")
		.replace(/[‐‑‒–—−]/g, '-');
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
