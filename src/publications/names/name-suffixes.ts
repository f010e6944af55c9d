/** A kind of suffix. */
interface SuffixRow {
	readonly written: RegExp;
	/**
	 * Where it is certainly a suffix: anywhere; after a family and a given name; or only between them, as BibTeX expects it.
	 * 'Neto' and 'Junior' are also family names, 'Jun' is a given name, and 'V' an initial.
	 */
	readonly place: 'anywhere' | 'end' | 'middle';
}

const rows: readonly SuffixRow[] = [
	{ written: /^[JSjs]r\.?$/, place: 'anywhere' },
	{ written: /^(?:I{2,3}|IV)\.?$/, place: 'anywhere' },
	{ written: /^(?:2nd|3rd|4th|5th)\.?$/i, place: 'anywhere' },
	{ written: /^Ph\.?\s?D\.?$/, place: 'anywhere' },
	{ written: /^(?:jr|sr|junior|senior|esq)\.?$/i, place: 'end' },
	{ written: /^(?:filho|neto|sobrinho|fils|père|hijo)\.?$/i, place: 'end' },
	{ written: /^(?:ph\.?\s?d|m\.?\s?d|d\.?\s?phil)\.?$/i, place: 'end' },
	{ written: /^(?:jun|sen|i{2,3}|iv|vi{0,3}|dr|prof|msc|bsc|mba)\.?$/i, place: 'middle' },
];
const certainRows = rows.filter(({ place }) => place === 'anywhere');
const finalRows = rows.filter(({ place }) => place !== 'middle');

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

/** Whether a part after a family and a given name is a suffix: 'Silva, J., Filho'. */
export function isFinalSuffix(part: string): boolean {
	return finalRows.some(({ written }) => written.test(part));
}

/** Splits a part that ends in a certain suffix ('Brooks Jr.', 'John F. III'); null for any other part. */
export function splitSuffix(part: string): readonly [rest: string, suffix: string] | null {
	const space = part.lastIndexOf(' ');
	const suffix = part.slice(space + 1);
	return space > 0 && isCertainSuffix(suffix) ? [part.slice(0, space).trim(), suffix] : null;
}
