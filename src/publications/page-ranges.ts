/** Page ranges as a list shows them, and the number of pages. */
export interface Pages {
	/** Ranges with '–' between first and last, joined by ', '. */
	readonly ranges: string | null;
	readonly total: string | null;
}

const letterOrDigit = /[\p{L}\p{N}]/u;
/** Fast path, for nearly all values: a page or a simple range. */
const simpleRange = /^(\d+)(?:(?:--?|–)(\d+))?$/;

/** Whether a text is an article number with a year after a hyphen, as in the journals of the American Society for Microbiology: 'e00326-22'. */
export function isArticleNumber(words: string): boolean {
	return /^e\d{5}-\d{2}$/i.test(words);
}

const dashes = /[-‐‑‒–—−]+/g;

/**
 * Reads a `pages` value in plain words: `1--27`, `1-27`, `e12`, `14:1--14:27`, `123-`, `100+`, '3, 7--9'.
 * '12 pages' is a total; '--', '0-0' and 'n/a' are ignored.
 */
export function readPages(words: string): Pages {
	const [, from, to] = simpleRange.exec(words) ?? [];
	if (from !== undefined) {
		const single = to === undefined || to === from;
		return { ranges: single ? (/^0+$/.test(from) ? null : from) : `${from}–${to}`, total: null };
	}
	if (isArticleNumber(words)) return { ranges: words, total: null };
	const total = /^(\d+)\s*(?:pages?|pp?\.?|Seiten|S\.)$/i.exec(words);
	if (total?.[1]) return { ranges: null, total: total[1] };
	const ranges = words
		.replace(/(?<=\d)[.:]$/, '')
		.split(/[,;]/)
		.map((range) => readRange(range.trim().replace(/^(?:pages?|pp?|Seiten|S)\.?\s+(?=[\divxlc])/i, '')))
		.filter((range) => letterOrDigit.test(range) && !/^(?:n\/?a|null|none|unknown|0+)$/i.test(range));
	return { ranges: ranges.length > 0 ? ranges.join(', ') : null, total: null };
}

/**
 * One range. A double hyphen or a long dash is the separator, and single hyphens belong to the page numbers (`2-1--2-20`).
 * Otherwise, the middle hyphen is the separator (`1-27`, `2-1-2-20`), and `A-1-2` is unchanged.
 */
function readRange(range: string): string {
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
