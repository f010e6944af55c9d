import { isUnknownPages } from './placeholders.ts';

/** Page ranges as a list shows them, and the number of pages. */
export interface Pages {
	/** Ranges with '–' between first and last, joined by ', '. */
	readonly ranges: string | null;
	readonly total: string | null;
}

/** Fast path, for nearly all values: a page or a simple range. */
const simpleRange = /^(\d+)(?:(?:--?|–)(\d+))?$/;

/** Whether a text is an article number with a year after a hyphen, as in the journals of the American Society for Microbiology: 'e00326-22'. */
export function isArticleNumber(words: string): boolean {
	return /^e\d{5}-\d{2}$/i.test(words);
}

/**
 * An article number with the number of its pages, as in MathSciNet, zbMATH and Physica: 'Paper No. 103944, 24', '1350114, 12',
 * '023, 38 pp.', '3405041 (9 pp.)'. In 'S12, 14' and '1012, 1014', the second number is another page.
 */
const articleWithSize = new RegExp(
	[
		String.raw`(?:Paper|Art(?:icle)?)\.?(?:,? (?:No\.?|ID))? ?([\p{L}\d.-]*\d[\p{L}\d.-]*), \d{1,3}(?: ?pp?\.?)?`,
		String.raw`(0\d\d+|\d{5,}), \d{1,3}(?: ?pp?\.?)?`,
		String.raw`(\p{L}?\d{3,}), \d{1,3} ?pp?\.?`,
		String.raw`([\p{L}\d.]*\d) ?\(\d{1,3} ?(?:pages|pp?\.?)\)\.?`,
	]
		.map((form) => `^${form}$`)
		.join('|'),
	'iu',
);

/** A range with thousands separators, as at the American Geophysical Union: '14,336-14,346'. As a list, it would run backwards. */
const separatedThousands = /^(\p{L}?\d{1,3},\d{3})\s*[-–—]+\s*(\p{L}?\d{1,3},\d{3})$/u;

/** The ranges of a `pages` value, which are separated by commas or semicolons. */
export function rangesIn(words: string): string[] {
	return separatedThousands.test(words) ? [words] : words.split(/[,;]/).map((range) => range.trim());
}

/** 'xii+345', 'XII, 345', '345'. */
const count = String.raw`(?:[ivxlcdm]+\s*[+,;]\s*)?\d+(?:\s*\+\s*\d+)*`;
/** A number of pages in several languages: '170 p.', 'xii+345 pages', '320 S.', '98 págs.'. */
const countWithUnit = new RegExp(
	`^(${count})\\s*(?:pages?|pp?\\.?|Seiten|S\\.|págs?\\.?|páginas|pagine|pagg?\\.?|blz\\.?|stron|сс?\\.|стр\\.?|страниц)$`,
	'i',
);
const bareCount = new RegExp(`^${count}$`, 'i');

const yearAndMonth = /^(?:19|20)\d\d[-–]{1,2}(?:0[1-9]|1[0-2])(?:[-–]{1,2}[0-3]\d)?$/;

/** Whether the pages of a work of a CSL type are the month of a preprint, as Google Scholar writes it: '2023--03'. */
export function isDateAsPages(words: string, type: string): boolean {
	return type === 'article' && yearAndMonth.test(words);
}

const dashes = /[-‐‑‒–—−]+/g;

/**
 * Reads a `pages` value in plain words: `1--27`, `1-27`, `e12`, `14:1--14:27`, `123-`, `100+`, '3, 7--9'.
 * '12 pages' is a total; '--', '0-0' and 'n/a' are ignored. `isWhole` is true for a work that is not part of another, such as
 * a book or a thesis: a single number is then a total, too.
 */
export function readPages(words: string, isWhole = false): Pages {
	if (isWhole && bareCount.test(words) && !/^0+$/.test(words)) return { ranges: null, total: words };
	const [, from, to] = simpleRange.exec(words) ?? [];
	if (from !== undefined) {
		const single = to === undefined || to === from;
		const isUnknown = /^0+$/.test(from + (to ?? ''));
		return { ranges: isUnknown ? null : single ? from : `${from}–${to}`, total: null };
	}
	if (isArticleNumber(words)) return { ranges: words, total: null };
	const total = countWithUnit.exec(words)?.[1];
	if (total) return { ranges: null, total };
	const article = articleWithSize.exec(words)?.slice(1).find(Boolean);
	if (article) return { ranges: article, total: null };
	const written = words
		.replace(/(?<=\d)[.:]$/, '')
		// BibNet's '12--??' has an unknown last page.
		.replace(/\s*[-–—]+\s*\?+$/, '');
	const ranges = rangesIn(written)
		.map((range) => readRange(range.replace(/^(?:(?:pages?|pp?|Seiten|S)\.?\s+|pp?\.)(?=[\divxlc])/i, '')))
		.filter((range) => range !== '' && !isUnknownPages(range));
	return { ranges: ranges.length > 0 ? ranges.join(', ') : null, total: null };
}

/**
 * One range. A double hyphen or a long dash is the separator, and single hyphens belong to the page numbers (`2-1--2-20`).
 * Otherwise, the middle hyphen is the separator (`1-27`, `2-1-2-20`), and `A-1-2` is unchanged.
 */
function readRange(written: string): string {
	// Open Journal Systems repeats the range.
	const range = written.replace(/^(\w+[-–—]+\w+)[-–—]+\1$/, '$1');
	const all = [...range.matchAll(dashes)];
	const long = all.filter(([dash]) => dash !== '-' && dash !== '‐' && dash !== '‑');
	const separators = long.length > 0 ? long : all.length % 2 === 1 ? [all[(all.length - 1) / 2]] : [];
	let result = '';
	let end = 0;
	for (const separator of separators) {
		if (!separator) continue;
		result += `${range.slice(end, separator.index).trim()}–`;
		end = separator.index + separator[0].length;
	}
	// IEEE's early access papers have pages 1-1.
	const last = range.slice(end).trim();
	return result === `${last}–` && last !== '' ? last : result + last;
}
