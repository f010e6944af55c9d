/** A kind of suffix. */
interface SuffixRow {
	readonly written: RegExp;
	/**
	 * It is a suffix wherever it is written. Others are also family names ('Silva Filho', 'Neto'), given names or initials
	 * ('V', 'MD'), and only a suffix between or after two other parts.
	 */
	readonly certain: boolean;
}

const rows: readonly SuffixRow[] = [
	{ written: /^[JSjs]r\.?$/, certain: true },
	{ written: /^(?:I{2,3}|IV)\.?$/, certain: true },
	{ written: /^(?:2nd|3rd|4th|5th)\.?$/i, certain: true },
	{ written: /^Ph\.?\s?D\.?$/, certain: true },
	{ written: /^(?:jr|sr|jun|sen|junior|senior|esq)\.?$/i, certain: false },
	{ written: /^(?:filho|neto|sobrinho|fils|père|hijo)\.?$/i, certain: false },
	{ written: /^(?:i{2,3}|iv|vi{0,3})\.?$/i, certain: false },
	{ written: /^(?:ph\.?\s?d|m\.?\s?d|d\.?\s?phil|dr|prof|msc|bsc|mba)\.?$/i, certain: false },
];
const certainRows = rows.filter(({ certain }) => certain);

/** Whether a comma part is a suffix ('Jr.', 'III', 'Jr. III'), so that 'von Last, Jr, First' is a name. */
export function isSuffix(part: string): boolean {
	return isCertainSuffix(part) || part.split(/[\s~]+/).every(isSuffixWord);
}

/** Whether a text of one word may be a suffix. */
export function isSuffixWord(word: string): boolean {
	return rows.some(({ written }) => written.test(word));
}

/** Whether a part can only be a suffix, not a given name or initials, and therefore is one in any place. */
export function isCertainSuffix(part: string): boolean {
	return certainRows.some(({ written }) => written.test(part.trim()));
}

/** Splits a part that ends in a certain suffix ('Brooks Jr.', 'John F. III'); null for any other part. */
export function splitSuffix(part: string): readonly [rest: string, suffix: string] | null {
	const space = part.lastIndexOf(' ');
	const suffix = part.slice(space + 1);
	return space > 0 && isCertainSuffix(suffix) ? [part.slice(0, space).trim(), suffix] : null;
}
