import type { DatePoint, DateValue } from '../../publications/dates/date.ts';

/** A date that was read, as BibLaTeX writes it (manual §2.3.8); null for words without a year. */
export function edtfOf({ form, start, end }: DateValue): string | null {
	if (form === 'range' && (start || end)) return `${start ? written(start) : '..'}/${end ? written(end) : '..'}`;
	return start ? written(start) : null;
}

function written({ year, month, season, day, approximate, uncertain }: DatePoint): string {
	const sign = year < 0 ? '-' : '';
	const parts = [`${sign}${String(Math.abs(year)).padStart(4, '0')}`];
	const second = month ?? season;
	if (second) parts.push(String(second).padStart(2, '0'));
	if (month && day) parts.push(String(day).padStart(2, '0'));
	return `${parts.join('-')}${approximate && uncertain ? '%' : approximate ? '~' : uncertain ? '?' : ''}`;
}
