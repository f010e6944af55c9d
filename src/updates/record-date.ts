import type { DatePrecision, FileStyle } from '../editing/file-style.ts';
import type { Entry } from '../library/entry.ts';

/** Characters of a date in ISO 8601 by its last part. */
const lengths: Readonly<Record<DatePrecision, number>> = { year: 4, month: 7, day: 10 };

/** A date of a record as precise as the date of the entry, or else as most dates of the file. */
export function withPrecision(date: string, { fields }: Entry, { precision }: FileStyle): string {
	if (!/^\d{4}(?:-\d\d){0,2}$/.test(date)) return date;
	const own = fields.get('date')?.value ?? '';
	const isPrecise = fields.has('month') || /^\d{4}-\d\d/.test(own);
	return date.slice(0, isPrecise ? lengths.day : lengths[precision]);
}
