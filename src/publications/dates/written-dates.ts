import type { DatePoint, DateValue } from './date.ts';
import { compareDates } from './date-order.ts';
import { datePoint, isDay, pointDate, rangeDate, setDate } from './edtf.ts';
import { monthNumber, seasonNumber } from './months.ts';

/**
 * Parses a written date: 'May 3rd, 2020', '3.–5. März 2021', '2020/05/03', 'c. 1990', 'Summer 2019', '44 BC'. Null for any
 * other text. If the order of day and month is ambiguous ('5/3/2020'), the result is the year with the text as literal, so
 * that it can be reported.
 */
export function parseWritten(value: string): DateValue | null {
	const { text, approximate, uncertain } = withoutQualifiers(value);
	const date = numericDate(text) ?? namedDate(text) ?? writtenRange(text);
	if (!date || !(approximate || uncertain)) return date;
	const qualified = (point: DatePoint | null) => point && { ...point, approximate, uncertain };
	return { ...date, start: qualified(date.start), end: qualified(date.end) };
}

const circa =
	/^(?:c\.|ca\.?|circa|approx(?:\.|imately)?|about|around|um|etwa|vers|env(?:\.|iron)|hacia)(?:\s+|(?=\d))/i;

const leadWords =
	/^\s*(?:last |zuletzt )?(?:accessed|retrieved|visited|checked|viewed|abgerufen|besucht)(?: on| am)?:?\s+/i;

/** Removes qualifiers such as 'c.', '?', brackets of library catalogues, and 'accessed' before a date. */
function withoutQualifiers(value: string): { text: string; approximate: boolean; uncertain: boolean } {
	let text = value
		.replace(leadWords, '')
		.replace(/[\u2010-\u2015\u2212]|--+/g, '–')
		.replace(/[()[\]{}]/g, ' ')
		.replace(/[~\s]+/g, ' ')
		.trim();
	const uncertain = text.endsWith('?');
	if (uncertain) text = text.slice(0, -1).trim();
	const approximate = circa.test(text);
	text = text.replace(circa, '').replace(/^(?:©|c(?=\d)|cop\.|copyright)\s*/i, '');
	return { text: text.replace(/(?<![.,;:])[.,;:]+$/, ''), approximate, uncertain };
}

type Form = readonly [form: RegExp, read: (numbers: readonly number[], text: string) => DateValue | null];

/** Numeric dates. The first matching form applies. */
const forms: readonly Form[] = [
	[/^(\d{3,4}|-\d{1,4})$/, ([year = 0]) => pointDate(datePoint(year))],
	[
		/^(?:the )?(\d{3}0)(?:['’]?s|er(?: Jahre)?)$/i,
		([year = 0]) => pointDate(datePoint(year, { unspecified: 'decade' })),
	],
	[/^(\d{4})[a-z]$/i, ([year = 0], text) => pointDate(datePoint(year), text)],
	[
		/^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:[T ]\d.*)?$/,
		([year = 0, , month = 0, day = 0]) => dayDate(year, month, day),
	],
	// Chinese, Japanese and Korean.
	[/^(\d{4}) ?[年년]$/, ([year = 0]) => pointDate(datePoint(year))],
	[/^(\d{4}) ?[年년] ?(\d{1,2}) ?[月월]$/, ([year = 0, month = 0]) => monthDate(year, month)],
	[
		/^(\d{4}) ?[年년] ?(\d{1,2}) ?[月월] ?(\d{1,2}) ?[日일号]$/,
		([year = 0, month = 0, day = 0]) => dayDate(year, month, day),
	],
	[/^(\d{4}) ?[-–]$/, ([year = 0]) => rangeDate(datePoint(year), null)],
	[/^(\d{4})(\d{2})(\d{2})$/, ([year = 0, month = 0, day = 0]) => dayDate(year, month, day)],
	[
		/^(\d{4})-(\d{2})-(\d{2})((?:[/,]\d{1,2})+)$/,
		([year = 0, month = 0, day = 0], text) => severalDays(year, month, day, text),
	],
	[/^(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})$/, ([day = 0, month = 0, year = 0]) => dayDate(year, month, day)],
	[
		/^(\d{4})-(\d{2})-(\d{2})\/(\d{2})-(\d{2})$/,
		([year = 0, month = 0, day = 0, lastMonth = 0, last = 0]) =>
			betweenDays(dayDate(year, month, day), dayDate(year, lastMonth, last)),
	],
	[
		/^(\d{1,2})[/-](\d{1,2})[/-](\d{4})$/,
		([first = 0, second = 0, year = 0], text) => dayAndMonth(year, first, second, text),
	],
	[/^(\d{1,2})[-/.] ?(\d{4})$/, ([month = 0, year = 0]) => monthDate(year, month)],
	[/^(\d{4}) ?[-–/.] ?(\d{1,2})$/, ([year = 0, second = 0], text) => yearAndTwo(year, second, text)],
	[
		/^(?:the )?(\d{1,2})(?:st|nd|rd|th|\.)? (?:century|Jahrhundert|Jh)$/i,
		([number = 1]) => pointDate(datePoint((number - 1) * 100, { unspecified: 'century' })),
	],
	[/^(?:A\.?D\.? ?)(\d{1,4})$/i, ([year = 0]) => pointDate(datePoint(year))],
	[/^(\d{1,4}) ?(?:A\.?D\.?|C\.?E\.?|n\. ?Chr\.?)$/i, ([year = 0]) => pointDate(datePoint(year))],
	[
		/^(\d{1,4}) ?(?:B\.? ?C\.?(?: ?E\.?)?|v\. ?(?:Chr|u\. ?Z)\.?|a\. ?C\.?|av\. ?J\.?-?C\.?)$/i,
		([year = 0]) => pointDate(datePoint(1 - year)),
	],
];

function numericDate(text: string): DateValue | null {
	for (const [form, read] of forms) {
		const match = form.exec(text);
		if (match) return read(match.slice(1).map(Number), text);
	}
	return null;
}

/** A range of two complete dates: '2019-05-03 – 2019-05-05', '3.5.2019 bis 7.6.2020', '30 BC/5 AD'. */
function writtenRange(text: string): DateValue | null {
	const sides = text.split(/ ?[–/] ?| - | to | bis /);
	const [from, to] = sides.map((side) => numericDate(side) ?? namedDate(side));
	if (sides.length !== 2 || from?.form !== 'point' || to?.form !== 'point' || from.literal || to.literal) return null;
	return compareDates(from, to) < 0 ? rangeDate(from.start, to.start) : null;
}

function betweenDays(from: DateValue | null, to: DateValue | null): DateValue | null {
	return from && to && rangeDate(from.start, to.start);
}

function dayDate(year: number, month: number, day: number): DateValue | null {
	return month >= 1 && month <= 12 && isDay(year, month, day) ? pointDate(datePoint(year, { month, day })) : null;
}

function monthDate(year: number, month: number): DateValue | null {
	return month >= 1 && month <= 12 ? pointDate(datePoint(year, { month })) : null;
}

/** '2021-12-13/14' is a range, '2021-12-13/14/16' are single days. */
function severalDays(year: number, month: number, first: number, text: string): DateValue | null {
	const days = [first, ...text.split(/[/,]/).slice(1).map(Number)];
	if (!days.every((day) => isDay(year, month, day))) return null;
	const points = days.map((day) => datePoint(year, { month, day }));
	return points.length === 2 && text.includes('/') ? rangeDate(points[0] ?? null, points[1] ?? null) : setDate(points);
}

function dayAndMonth(year: number, first: number, second: number, text: string): DateValue | null {
	if (first > 12 || first === second) return dayDate(year, second, first);
	if (second > 12) return dayDate(year, first, second);
	return pointDate(datePoint(year), text);
}

/** '2020/21' and '1998–99' are years, '2020/05' is a month; '2011/12' is read as years, its usual meaning. */
function yearAndTwo(year: number, second: number, text: string): DateValue | null {
	const short = year % 100;
	const years =
		/\D\d{2}$/.test(text) && (second === short + 1 || second > 12 || (text.includes('–') && second > short));
	if (!years) return monthDate(year, second);
	return second > short ? rangeDate(datePoint(year), datePoint(year - short + second)) : null;
}

/**
 * The meaning of each token in a written date: d, m, y, s (season) for the first date, capitals for the second. Each date
 * takes missing parts from the other. `-` skips a token, Z is the last two digits of a year.
 */
const layouts: ReadonlyMap<string, string> = new Map([
	['MY', 'my'],
	['YM', 'ym'],
	['NMY', 'dmy'],
	['MNY', 'mdy'],
	['YMN', 'ymd'],
	['YNM', 'ydm'],
	['NNY', 'dmy'],
	['YrY', 'yY'],
	['NrNMY', 'dDmy'],
	['NrNNY', 'dDmy'],
	['MNrNY', 'mdDy'],
	['YMNrN', 'ymdD'],
	['NMrNMY', 'dmDMy'],
	['NNrNNY', 'dmDMy'],
	['MNrMNY', 'mdMDy'],
	['MrMNrNY', 'mMdDy'],
	['NrNMrMY', 'dDmMy'],
	['NMYrNMY', 'dmyDMY'],
	['NNYrNNY', 'dmyDMY'],
	['MNYrMNY', 'mdyMDY'],
	['MrMY', 'mMy'],
	['YMrM', 'ymM'],
	['MrMYrY', 'mMyY'],
	['MYrMY', 'myMY'],
	['MYrY', '-yY'],
	['MrMYrN', 'mMyZ'],
	['NMYrY', '--yY'],
	['SY', 'sy'],
	['YS', 'ys'],
	['SrSY', 'sSy'],
	['SYrSY', 'sySY'],
	['SYrY', 'sy-'],
	['SYrN', 'sy-'],
]);

interface Token {
	/** Y: year; N: number of one or two digits; M: month; S: season; r: separator of a range. */
	readonly kind: string;
	readonly value: number;
}

function namedDate(text: string): DateValue | null {
	const tokens = tokenize(text);
	const layout = tokens && layouts.get(tokens.map((token) => token.kind).join(''));
	if (!tokens || !layout) return null;
	const slots = new Map<string, number>();
	const values = tokens.filter((token) => token.kind !== 'r');
	for (const [index, slot] of [...layout].entries()) slots.set(slot, values[index]?.value ?? 0);
	return fromSlots(slots);
}

function fromSlots(slots: ReadonlyMap<string, number>): DateValue | null {
	const start = (slot: string) => slots.get(slot) ?? slots.get(slot.toUpperCase()) ?? null;
	const end = (slot: string) => slots.get(slot.toUpperCase()) ?? slots.get(slot) ?? null;
	const short = slots.get('Z');
	let startYear = start('y') ?? 0;
	let endYear = short === undefined ? (end('y') ?? 0) : startYear - (startYear % 100) + short;
	const single = ![...slots.keys()].some((slot) => slot !== '-' && slot !== slot.toLowerCase());
	if (!single && startYear === endYear && (start('m') ?? 0) > (end('m') ?? 0)) {
		// Across the turn of a year: '28 December – 3 January 2021' ends in that year, but the issue 'December–January 2020' starts in it.
		if (slots.has('D')) startYear--;
		else endYear++;
	}
	const first = slotPoint(startYear, start('m'), start('d'), start('s'));
	if (single) return first && pointDate(first);
	const last = slotPoint(endYear, end('m'), end('d'), end('s'));
	if (!first || !last || compareDates(pointDate(first), pointDate(last)) > 0) return null;
	return rangeDate(first, last);
}

function slotPoint(year: number, month: number | null, day: number | null, season: number | null): DatePoint | null {
	if (month !== null && (month < 1 || month > 12)) return null;
	if (day !== null && (month === null || !isDay(year, month, day))) return null;
	return datePoint(year, { month, day, season });
}

const eachLexeme =
	/(\d{4})(?!\d)|['’](\d{2})(?!\d)|(\d{1,2})(?:st|nd|rd|th|er|º|ª|\.)?(?![\d\p{L}])|(\p{L}[\p{L}\p{M}]*)\.?|([–\-/&+])|[\s.,]+/guy;

const rangeWord = /^(?:to|and|bis|und|et|au|e|y|a|al|en|till?|until|through|tot)$/i;

/** Words without meaning for a date: articles, prepositions, weekdays. */
const fillerWord =
	/^(?:the|of|on|in|from|г|года|р|року|de|del|der|den|dem|vom|am|im|le|la|les|du|el|il|do|di|d|(?:mon|tues?|wednes|thurs?|fri|satur|sun)(?:day)?|wed|thu|sat|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|sonnabend|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)$/i;

function tokenize(text: string): Token[] | null {
	if (text.length > 80) return null;
	const tokens: Token[] = [];
	let end = 0;
	for (const match of text.matchAll(eachLexeme)) {
		const [whole, year, short, number, word, mark] = match;
		end = match.index + whole.length;
		if (year) tokens.push({ kind: 'Y', value: Number(year) });
		else if (short) tokens.push({ kind: 'Y', value: Number(short) + (Number(short) < 60 ? 2000 : 1900) });
		else if (number) tokens.push({ kind: 'N', value: Number(number) });
		else if (mark) tokens.push({ kind: 'r', value: 0 });
		else if (word) {
			const token = wordToken(word);
			if (token === undefined) return null;
			if (token) tokens.push(token);
		}
	}
	return end === text.length ? tokens : null;
}

/** Null for a word to ignore, undefined for one that cannot be part of a date. */
function wordToken(word: string): Token | null | undefined {
	const month = monthNumber(word);
	if (month) return { kind: 'M', value: month };
	const season = seasonNumber(word);
	if (season) return { kind: 'S', value: season };
	if (rangeWord.test(word)) return { kind: 'r', value: 0 };
	return fillerWord.test(word) ? null : undefined;
}
