import { array, looseObject, nullish, number, safeParse, string, union } from '../../text/schema.ts';
import type { RecordedWork } from './online-check.ts';

/** The years in which a work appeared, by its record. */
export interface RecordYears {
	/** All of them, ascending: online, in print, at the conference. */
	readonly all: readonly number[];
	/** The year in print; null if the record has only others. */
	readonly print: number | null;
	/** The year online; null if the record has only others. */
	readonly online: number | null;
}

const date = looseObject({ 'date-parts': nullish(array(array(nullish(union([number(), string()]))))) });

const printed = ['published-print', ['journal-issue', 'published-print']] as const;
const online = ['published-online', ['journal-issue', 'published-online']] as const;
const others = [
	'issued',
	'published',
	'published-other',
	'approved',
	'posted',
	'content-created',
	['event', 'start'],
	['event', 'end'],
] as const;

/** The years of a record; null if it has none. */
export function yearsOf({ record: { item }, recorded }: RecordedWork): RecordYears | null {
	const years = (names: readonly (string | readonly string[])[]) =>
		item ? names.flatMap((name) => yearIn(valueAt(item, name)) ?? []) : [];
	const [inPrint, onLine] = [years(printed), years(online)];
	const own = recorded.issued?.start?.year;
	const all = [...inPrint, ...onLine, ...years(others), ...(own === undefined ? [] : [own])];
	if (all.length === 0) return null;
	return {
		all: [...new Set(all)].sort((one, other) => one - other),
		print: inPrint[0] ?? null,
		online: onLine[0] ?? null,
	};
}

function valueAt(item: Readonly<Record<string, unknown>>, name: string | readonly string[]): unknown {
	const path = typeof name === 'string' ? [name] : name;
	return path.reduce<unknown>(
		(value, key) =>
			typeof value === 'object' && value !== null && Object.hasOwn(value, key)
				? (value as Record<string, unknown>)[key]
				: undefined,
		item,
	);
}

/** Crossref writes a date without a year as `[[null]]`. */
function yearIn(value: unknown): number | null {
	const year = Number(safeParse(date, value).data?.['date-parts']?.[0]?.[0] ?? Number.NaN);
	return Number.isInteger(year) && year > 0 ? year : null;
}
