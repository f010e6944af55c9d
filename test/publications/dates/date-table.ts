import type { Entry, Field } from '../../../src/library/entry.ts';
import type { DatePoint, DateValue } from '../../../src/publications/dates/date.ts';
import { writtenIn } from '../make-entry.ts';

/** A date in the notation of the fixtures. */
export function showDate(date: DateValue | null): string {
	if (!date) return 'none';
	const literal = date.literal === null ? '' : `"${date.literal}"`;
	if (date.form === 'literal') return date.start ? `${showPoint(date.start)} ${literal} literal` : literal;
	if (date.form === 'set') return `{${date.points.map(showPoint).join(', ')}}`;
	const from = showPoint(date.start);
	return date.form === 'range' ? `${from} .. ${showPoint(date.end)}` : [from, literal].filter(Boolean).join(' ');
}

function showPoint(point: DatePoint | null): string {
	if (!point) return 'open';
	const two = (number: number | null) => (number === null ? '' : `-${String(number).padStart(2, '0')}`);
	return [
		(point.year < 0 ? '-' : '') + String(Math.abs(point.year)).padStart(4, '0') + two(point.month) + two(point.day),
		point.season === null ? '' : ` s${point.season}`,
		point.approximate ? '~' : '',
		point.uncertain ? '?' : '',
		point.unspecified ? `/${point.unspecified}` : '',
	].join('');
}

/** An entry with only these fields. */
export function entryWith(values: Readonly<Record<string, string>>): Entry {
	const source = { path: 'library.bib', text: '', origin: null };
	const span = { source, start: 0, end: 0 };
	const fields = new Map(
		Object.entries(values).map(([name, value]): [string, Field] => [
			name,
			{ name, value, span, assignment: span, inheritedFrom: null },
		]),
	);
	return {
		key: 'key',
		type: 'article',
		fields,
		annotations: new Map(),
		ids: [],
		parents: [],
		span,
		keySpan: span,
		source,
		macros: [],
		macroValues: null,
		written: writtenIn(source),
	};
}
