import type { DatePrecision, FileStyle } from '../editing/file-style.ts';
import type { Entry } from '../library/entry.ts';

/** Characters of a date in ISO 8601 by its last part. */
const lengths: Readonly<Record<DatePrecision, number>> = { year: 4, month: 7, day: 10 };

/** A date of a record as precise as the date of the entry, or else as most dates of the file. */
export function withPrecision(date: string, { fields }: Entry, { precision }: FileStyle): string {
	if (!/^\d{4}(?:-\d\d){0,2}$/.test(date)) return date;
	const [own] = /^\d{4}(?:-\d\d){0,2}$/.exec(fields.get('date')?.value ?? '') ?? [];
	const parts = fields.has('day') ? 'day' : fields.has('month') ? 'month' : 'year';
	const hasYear = /^\d{4}$/.test(fields.get('year')?.value ?? '');
	return date.slice(0, own?.length ?? lengths[hasYear ? parts : precision]);
}
