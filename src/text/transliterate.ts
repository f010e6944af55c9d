import anyAscii from 'any-ascii';
import { fold } from './fold.ts';

/** Transliterates a text of any script to ASCII and keeps its case: Müller → Muller, Иванов → Ivanov, 王 → Wang. */
export function transliterate(text: string): string {
	const isAscii = (value: string) => /^[\0-\x7f]*$/.test(value);
	if (isAscii(text)) return text;
	return text
		.normalize('NFC')
		.replace(/[\p{L}\p{M}]+/gu, (word) => {
			if (isAscii(word)) return word;
			if (/^[\p{Script=Latin}\p{M}]+$/u.test(word)) return foldLatin(word);
			return anyAscii(word);
		})
		.normalize('NFKD')
		.replace(/[^\0-\x7f]+/g, '');
}

/** Folds letter by letter, which keeps capitals. */
function foldLatin(word: string): string {
	return Array.from(word.normalize('NFC'), (letter) => {
		const plain = fold(letter);
		return letter === letter.toLowerCase() ? plain : plain.charAt(0).toUpperCase() + plain.slice(1);
	}).join('');
}
