const hebrew = /[\u05d0-\u05ea]/;

/** A quotation mark that opens: before it is no letter. */
const opening = /(?:^|[\s([{])['`‘]/;

/**
 * The Hebrew mark that a straight apostrophe or quotation mark means: geresh in "פרופ'" and "ג'ירפה", gershayim in 'צה"ל'.
 * Null for other marks, such as one that closes a quotation.
 */
export function hebrewMark(text: string, offset: number): string | null {
	if (!hebrew.test(text[offset - 1] ?? '')) return null;
	const isInWord = hebrew.test(text[offset + 1] ?? '');
	if (text[offset] === '"') return isInWord ? '״' : null;
	if (text[offset] !== "'" || text[offset + 1] === "'") return null;
	return isInWord || !opening.test(text.slice(0, offset)) ? '׳' : null;
}
