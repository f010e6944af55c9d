import type { Period } from '../../people/period.ts';

/** The months by the beginning of their names in English, German and French. */
const months: readonly RegExp[] = [
	...[/^jan/, /^f[eé][bv]/, /^m(?:ar|är)/, /^a[pv]r/, /^ma[iy]/, /^jui?n/, /^jui?l/, /^a(?:ug|o[uû])/],
	...[/^sep/, /^o[ck]t/, /^nov/, /^d[eé][cz]/],
];

/**
 * A date of a spreadsheet or a web page as YYYY, YYYY-MM or YYYY-MM-DD: '2016', '2016-5', '1.10.2016', '10/2016', 'Jan 2016'. Null
 * for other texts, and for '03/04/2016', whose month is unknown.
 */
export function isoDate(text: string): string | null {
	const words = text.trim().toLowerCase();
	const iso = /^(\d{4})(?:[-/.](\d{1,2}))?(?:[-/.](\d{1,2}))?(?:t.*|\s+0+:.*)?$/.exec(words);
	if (iso) return written(iso[1], iso[2], iso[3]);
	const german = /^(?:(\d{1,2})\.\s?)?(\d{1,2})\.\s?(\d{4})$/.exec(words);
	if (german) return written(german[3], german[2], german[1]);
	const slashes = /^(?:(\d{1,2})\/)?(\d{1,2})\/(\d{4})$/.exec(words);
	if (slashes) return ofSlashes(slashes);
	const named = /^(?:(\d{1,2})\.?\s+)?(\p{L}+)\.?,?\s+(?:(\d{1,2}),\s+)?(\d{4})$/u.exec(words);
	const month = named ? months.findIndex((pattern) => pattern.test(named[2] ?? '')) + 1 : 0;
	return named && month > 0 ? written(named[4], String(month), named[1] ?? named[3]) : null;
}

function ofSlashes([, first, second, year]: RegExpExecArray): string | null {
	if (first === undefined || first === second) return written(year, second, first);
	if (Number(first) > 12) return written(year, second, first);
	return Number(second) > 12 ? written(year, first, second) : null;
}

function written(year = '', month?: string, day?: string): string | null {
	const isPossible = (part: string | undefined, most: number) =>
		part === undefined || (Number(part) >= 1 && Number(part) <= most);
	if (!isPossible(month, 12) || !isPossible(day, 31)) return null;
	return [year, month, day].flatMap((part) => (part === undefined ? [] : part.padStart(2, '0'))).join('-');
}

/** The dates of a period such as '2013-2015', 'Jan 2015 to June 2019' or 'since 2020'; nulls for other texts. */
export function periodIn(words: string): Period {
	const text = words.slice(0, longestPeriod);
	const date = String.raw`(?:\p{L}+\.?\s+)?\d{4}(?:-\d\d(?!\d))?`;
	const range = new RegExp(`(${date})\\s*(?:-|–|—|to|until|bis|à)\\s*(${date}|present|now|today|heute|$)`, 'iu').exec(
		text,
	);
	if (range) return { from: isoDate(range[1] ?? ''), to: isoDate(range[2] ?? '') };
	const since = new RegExp(`\\b(?:since|from|seit|ab|depuis)\\s+(${date})`, 'iu').exec(text);
	if (since) return { from: isoDate(since[1] ?? ''), to: null };
	const until = new RegExp(`\\b(?:until|till|bis|jusqu.?(?:à|en))\\s+(${date})`, 'iu').exec(text);
	return { from: null, to: until ? isoDate(until[1] ?? '') : null };
}

/** UTF-16 units. */
const longestPeriod = 200;
