/**
 * The encoding of bytes that are not UTF-8, judged by letters that make no sense in Windows-1252: `iso-8859-2` or
 * `windows-1250` for Central European languages, `windows-1254` (ISO-8859-9) for Turkish. Null without clear evidence, which
 * takes several words.
 */
export function guessEncoding(bytes: Buffer): 'iso-8859-2' | 'windows-1250' | 'windows-1254' | null {
	const words = new Set(bytes.toString('latin1').match(/[A-Za-z\x80-\xff]{3,}/g));
	const matching = (...patterns: readonly RegExp[]) =>
		[...words].filter((word) => patterns.every((pattern) => pattern.test(word)));
	if (matching(symbolInWord).length >= 2) {
		return matching(/[\x8c\x8f\x9c\x9d\x9f]/).length > 0 && matching(isoLetter).length === 0
			? 'windows-1250'
			: 'iso-8859-2';
	}
	const isIcelandic = matching(/[\xc1\xc6\xcd\xd3\xda\xe1\xe6\xed\xf3\xfa]/, /[\xd0\xdd\xde\xf0\xfd\xfe]/).length > 0;
	const dotted = matching(/[\xdd\xfd]/);
	const others = matching(/[\xd0\xde\xf0\xfe]/);
	const isTurkish = dotted.length > 0 && others.length > 0 && new Set([...dotted, ...others]).size >= 3;
	return isTurkish && !isIcelandic ? 'windows-1254' : null;
}

/** A symbol of Windows-1252 between letters, such as '³' or '¹': a letter in ISO-8859-2 and Windows-1250 ('ł', 'š', 'ą'). */
const symbolInWord = /[A-Za-z\xc0-\xff][\xa1\xa3\xa5\xa6\xb1\xb3\xb6\xb9\xbc\xbe\xbf][a-z\xe0-\xff]/;
/** Letters of ISO-8859-2 that Windows-1250 has elsewhere: Ą, Ś, ą, ś, ź. */
const isoLetter = /[A-Za-z\xc0-\xff][\xa1\xa6\xac\xb1\xb6\xbc]|[\xa6\xb6][a-z\xe0-\xff]/;
