import type { DatePoint, DateValue } from '../../publications/dates/date.ts';
import { parseDate } from '../../publications/dates/entry-dates.ts';

/** A CSL date in BibLaTeX's syntax: `2020-05-03`, `2019/2020`, `2020-21` for spring. Text with a year becomes that year. */
export function cslDateValue(value: unknown): string | null {
	if (typeof value === 'string' || typeof value === 'number') return edtfOf(parseDate(String(value)));
	if (typeof value !== 'object' || value === null) return null;
	const date = value as Readonly<Record<string, unknown>>;
	const parts = (Array.isArray(date['date-parts']) ? date['date-parts'] : [])
		.map(point)
		.filter((date) => date !== null);
	const [start, end] = parts;
	if (start) {
		const season = Number(date['season'] ?? 0);
		const from = season >= 1 && season <= 4 && start.length === 4 ? `${start}-${20 + season}` : start;
		const whole = end ? `${from}/${end}` : from;
		return date['circa'] ? `${whole}~` : whole;
	}
	const words = date['literal'] ?? date['raw'];
	return typeof words === 'string' ? edtfOf(parseDate(words)) : null;
}

function point(parts: unknown): string | null {
	if (!Array.isArray(parts)) return null;
	const [year, month, day] = parts.map(Number);
	if (!year || !Number.isInteger(year) || Math.abs(year) > 9999) return null;
	const isMonth = month !== undefined && month >= 1 && month <= 12;
	const isDay = isMonth && day !== undefined && day >= 1 && day <= 31;
	const written = `${year < 0 ? '-' : ''}${String(Math.abs(year)).padStart(4, '0')}`;
	return [written, ...(isMonth ? [two(month)] : []), ...(isDay ? [two(day)] : [])].join('-');
}

function two(number: number): string {
	return String(number).padStart(2, '0');
}

/** A parsed date in BibLaTeX's syntax (manual §2.3.8); null for text without a year. */
function edtfOf({ form, start, end }: DateValue): string | null {
	if (form === 'range' && (start || end)) return `${start ? edtfPoint(start) : '..'}/${end ? edtfPoint(end) : '..'}`;
	return start ? edtfPoint(start) : null;
}

function edtfPoint({ year, month, season, day, approximate, uncertain }: DatePoint): string {
	const sign = year < 0 ? '-' : '';
	const parts = [`${sign}${String(Math.abs(year)).padStart(4, '0')}`];
	const second = month ?? season;
	if (second) parts.push(two(second));
	if (month && day) parts.push(two(day));
	return `${parts.join('-')}${approximate && uncertain ? '%' : approximate ? '~' : uncertain ? '?' : ''}`;
}
