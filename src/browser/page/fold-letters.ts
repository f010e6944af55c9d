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

/** A text for searching: lower case, without accents, quotes and dashes as the keyboard has them. */
export function fold(text: string): string {
	// biome-ignore lint/suspicious/noControlCharactersInRegex: what is plain ASCII needs no more.
	if (/^[\x00-\x7f]*$/.test(text)) return text.toLowerCase();
	return text
		.normalize('NFKD')
		.toLowerCase()
		.replace(/\p{M}/gu, '')
		.replace(special, (letter) => letters[letter] ?? letter)
		.replace(/[‘’ʼ′]/g, "'")
		.replace(/[‐‑‒–—−]/g, '-');
}

/** What a text is found by: folded, and with ä, ö and ü written out as well (Müller, Mueller). */
export function searchable(text: string): string {
	const folded = fold(text);
	if (!/[äöüå]/i.test(text.normalize('NFC'))) return folded;
	const spelt = text
		.normalize('NFC')
		.toLowerCase()
		.replace(/[äöüå]/g, (letter) => umlauts[letter] ?? letter);
	return `${folded} ${fold(spelt)}`;
}

const umlauts: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', å: 'aa' };
