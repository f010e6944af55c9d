import type { DatePoint, DateValue } from '../../publications/dates/date.ts';
import type { FormSlot, Locale } from '../locale.ts';

/** The form of a written date: its year, ISO 8601 (2021-12-13), or words. */
export type DateForm = 'year' | 'iso' | 'text';

/**
 * Writes a date: '2021', '2019–2021'; '2021-12-13', '2021-12-13/14/16' (several days); 'March 3–5, 2021'. The locale has
 * the words, their order, and the patterns for dates that are approximate, uncertain, open or before Christ. A literal
 * date is returned unchanged.
 */
export function formatDate(date: DateValue, locale: Locale, form: DateForm): string {
	if (date.form === 'literal') return date.literal ?? '';
	if (date.form === 'set') return writeSet(date.points, locale, form);
	if (date.form === 'range') return writeRange(date.start, date.end, locale, form);
	// '2021a': a year with a letter that distinguishes works of the same year.
	const hasLetter = form !== 'iso' && date.literal !== null && /^\d{4}\p{L}$/u.test(date.literal);
	if (hasLetter && (form === 'year' || date.start?.month === null)) return date.literal ?? '';
	return date.start ? writePoint(date.start, locale, form) : '';
}

/** @param monthForm the form of the month, if the phrase around the date asks for one: Czech 'od května 2020' */
function writePoint(point: DatePoint, locale: Locale, form: DateForm, monthForm: string | null = null): string {
	const exact = (asked: string | null) => {
		if (form === 'iso') return iso(point, locale);
		return form === 'year' ? yearWords(point, locale) : words(point, locale, asked ?? monthForm);
	};
	const date: FormSlot = (asked) =>
		point.uncertain ? locale.phrase('date-uncertain', { date: exact(asked) }) : exact(asked);
	return point.approximate ? locale.phrase('date-circa', { date }) : date(null);
}

function iso(point: DatePoint, locale: Locale): string {
	if (point.unspecified === 'decade' || point.unspecified === 'century') return yearWords(point, locale);
	if (point.season !== null) return words(point, locale, null);
	const year = `${point.year < 0 ? '-' : ''}${String(Math.abs(point.year)).padStart(4, '0')}`;
	if (point.month === null) return year;
	return `${year}-${two(point.month)}${point.day === null ? '' : `-${two(point.day)}`}`;
}

function two(number: number): string {
	return String(number).padStart(2, '0');
}

function yearWords({ year, unspecified }: DatePoint, locale: Locale): string {
	if (unspecified === 'decade') return locale.phrase('date-decade', { year: String(year), end: String(year + 9) });
	if (unspecified === 'century')
		return locale.phrase('date-century', { ...locale.ordinal(Math.floor(year / 100) + 1), year: String(year) });
	return year > 0 ? String(year) : locale.phrase('date-bc', { year: String(1 - year) });
}

function words(point: DatePoint, locale: Locale, monthForm: string | null, days?: string): string {
	const year = yearWords(point, locale);
	const inForm =
		(slot: FormSlot): FormSlot =>
		(asked) =>
			slot(asked ?? monthForm);
	if (point.season !== null) {
		return locale.phrase('date-season', { season: inForm(locale.season(point.season)), year });
	}
	if (point.month === null) return year;
	const month = inForm(locale.month(point.month));
	if (point.day === null) return locale.phrase('date-month', { month, year });
	return locale.phrase('date-day', { month, year, day: days ?? point.day, number: point.day });
}

function writeRange(start: DatePoint | null, end: DatePoint | null, locale: Locale, form: DateForm): string {
	if (!start || !end) return writeOpen(start, end, locale, form);
	const [from, to] = [writePoint(start, locale, form), writePoint(end, locale, form)];
	if (from === to) return from;
	const plain = !(start.approximate || start.uncertain || end.approximate || end.uncertain);
	const sameMonth = plain && start.year === end.year && start.month !== null && start.month === end.month;
	if (form === 'iso' && sameMonth && start.day !== null && end.day !== null) return `${from}–${two(end.day)}`;
	if (form === 'text' && plain && start.year === end.year) {
		const year = yearWords(start, locale);
		if (sameMonth && start.day !== null && end.day !== null) {
			const month = locale.month(start.month);
			return locale.phrase('date-range-days', { month, year, start: start.day, end: end.day, number: start.day });
		}
		const [first, last] = [start, end].map((point) => monthOrSeason(point, locale));
		if (first && last) return locale.phrase('date-range-months', { start: first, end: last, year });
	}
	return locale.phrase(/ /.test(from + to) ? 'date-range-spaced' : 'date-range', { start: from, end: to });
}

/** The name of a month or season; null for a date with a day. */
function monthOrSeason({ month, day, season }: DatePoint, locale: Locale): FormSlot | null {
	if (season !== null) return locale.season(season);
	return month !== null && day === null ? locale.month(month) : null;
}

function writeOpen(start: DatePoint | null, end: DatePoint | null, locale: Locale, form: DateForm): string {
	if (form !== 'text') {
		const write = (point: DatePoint | null) => (point ? writePoint(point, locale, form) : '');
		return locale.phrase('date-range', { start: write(start), end: write(end) });
	}
	const slot =
		(point: DatePoint): FormSlot =>
		(asked) =>
			writePoint(point, locale, form, asked);
	if (start) return locale.phrase('date-open-end', { start: slot(start) });
	return end ? locale.phrase('date-open-start', { end: slot(end) }) : '';
}

/** Writes several days. Those of one month share its name and year: '2021-12-13/14/16', 'December 13, 14 and 16, 2021'. */
function writeSet(points: readonly DatePoint[], locale: Locale, form: DateForm): string {
	const [first] = points;
	const last = points.at(-1);
	if (!first || !last) return '';
	if (form === 'year') return writeRange(first, last, locale, form);
	const sameMonth = points.every(
		(point) => point.day !== null && point.year === first.year && point.month === first.month,
	);
	if (form === 'iso') {
		const rest = points.slice(1).map((point) => (sameMonth ? two(point.day ?? 0) : iso(point, locale)));
		return [iso(first, locale), ...rest].join(sameMonth ? '/' : ', ');
	}
	if (!sameMonth) return locale.list(points.map((point) => writePoint(point, locale, form)));
	// The sign after a day ('13.', '1er', '13日') follows each of them. The pattern adds the one after the last day.
	const days = points.map(({ day }, at) => `${day}${at < points.length - 1 ? signAfter(day ?? 0, locale) : ''}`);
	return words(last, locale, null, locale.list(days));
}

/** The sign that follows a day in the date of a language. */
function signAfter(day: number, locale: Locale): string {
	return /\{day\}([^\s{},،-]*)/.exec(locale.pattern('date-day', { number: day }) ?? '')?.[1] ?? '';
}
