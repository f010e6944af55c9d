import type { DatePoint, DateValue } from './date.ts';

/** A date with the form point. */
export function pointDate(start: DatePoint, literal: string | null = null): DateValue {
	return { form: 'point', start, end: null, points: [], literal };
}

/** A date with the form range; null for an open or unknown end. */
export function rangeDate(start: DatePoint | null, end: DatePoint | null): DateValue {
	return { form: 'range', start, end, points: [], literal: null };
}

/** A date with the form set; a single day is a point. */
export function setDate(points: readonly DatePoint[]): DateValue {
	const [start = null] = points;
	if (points.length === 1 && start) return pointDate(start);
	return { form: 'set', start, end: points.at(-1) ?? null, points, literal: null };
}

/** A date with the form literal: words, and the year in them, if any. */
export function literalDate(literal: string, year: number | null): DateValue {
	return { form: 'literal', start: year === null ? null : datePoint(year), end: null, points: [], literal };
}

/** A point with a year and the other given parts. */
export function datePoint(year: number, more: Partial<DatePoint> = {}): DatePoint {
	return {
		year,
		month: null,
		day: null,
		season: null,
		approximate: false,
		uncertain: false,
		unspecified: null,
		...more,
	};
}

/**
 * Parses a date in EDTF levels 0 and 1 as BibLaTeX accepts them (manual §2.3.8), with the sets of level 2 (`{a, b}`) and the
 * notation of the EDTF draft in older files (`unknown`, `open`, `199u`, `1990?~`). Null for any other text.
 */
export function parseEdtf(value: string): DateValue | null {
	const text = value.trim();
	if (!/^[\d{[\-+y/.*uo]/i.test(text)) return null;
	const inner = /^(?:\{([^{}]*)\}|\[([^[\]]*)\])$/.exec(text);
	const list = inner?.[1] ?? inner?.[2] ?? text;
	if (list.includes(',')) {
		const points = list.split(',').map((part) => parsePoint(part.trim()));
		return points.every((point) => point !== null) ? setDate(points) : null;
	}
	const sides = list.split('/').map((side) => side.trim());
	if (sides.length === 1) {
		const point = parsePoint(list);
		return point && pointDate(point);
	}
	if (sides.length > 2) return null;
	const [start, end] = sides.map((side) => (isOpen(side) ? null : (parsePoint(side) ?? undefined)));
	if (start === undefined || end === undefined || (!start && !end)) return null;
	return rangeDate(start, end);
}

function isOpen(side: string): boolean {
	return /^(?:|\.\.|\*|open|unknown)$/i.test(side);
}

const pointForm =
	/^(?:y([-+]?\d{1,12})|([-+]?\d{4}|\d{3}[Xu]|\d{2}(?:XX|uu))(?:-(\d{2}|XX|uu)(?:-(\d{2}|XX|uu)(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:Z|[-+]\d{2}(?::?\d{2})?)?)?)?)?)([?~%]|\?~|~\?)?$/i;

function parsePoint(text: string): DatePoint | null {
	const match = pointForm.exec(text);
	if (!match) return null;
	const [, long, four = '', monthText, dayText, flag = ''] = match;
	// Databases write '2021-05-00' for an unknown day.
	const unknown = (part = '') => /^(?:XX|uu|00)$/i.test(part);
	const year = Number(long ?? four.replace(/[xu]/gi, '0'));
	const number = monthText === undefined || unknown(monthText) ? null : Number(monthText);
	const day = dayText === undefined || unknown(dayText) ? null : Number(dayText);
	if (number !== null && !(number >= 1 && number <= 12) && !(number >= 21 && number <= 41)) return null;
	const season = number !== null && number > 12 ? seasonOf(number) : null;
	const month = number !== null && number <= 12 ? number : null;
	if (day !== null && (month === null || !isDay(year, month, day))) return null;
	const masked = /[xu]+$/i.exec(four)?.[0].length;
	return datePoint(year + 0, {
		month,
		day,
		season,
		approximate: /[~%]/.test(flag),
		uncertain: /[?%]/.test(flag),
		unspecified: masked
			? masked === 1
				? 'decade'
				: 'century'
			: unknown(monthText)
				? 'month'
				: unknown(dayText)
					? 'day'
					: null,
	});
}

/**
 * The season of an EDTF division. Level 2 also has seasons of the northern (25 to 28) and southern (29 to 32) hemisphere.
 * Higher numbers are quarters and other parts of a year, not seasons.
 */
function seasonOf(division: number): number | null {
	return division <= 32 ? 21 + ((division - 21) % 4) : null;
}

/** Whether a month has such a day (proleptic Gregorian calendar). */
export function isDay(year: number, month: number, day: number): boolean {
	const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
	const days = month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
	return day >= 1 && day <= days;
}
