import { parseWhere } from '../lists/parse-where.ts';
import { allSelectors, type Selector } from '../lists/selector.ts';
import type { PeopleSelector } from '../people/highlight.ts';
import type { YearRange } from '../publications/venues/venues.ts';
import type { SelectorFile, WhereFile } from './project-file.ts';

type Path = readonly (string | number)[];

/** Receives events while selectors are read, each with the path from the list. */
export interface WhereListener {
	/** Called for each error. */
	problem(message: string, path: Path, hint?: string): void;
	/** Called for a selector with people, which can only be checked after reading the library. */
	people(selector: PeopleSelector, path: Path): void;
}

/** Reads a selector: a mapping, or an expression as in `--where`. */
export function readWhere(where: WhereFile, listener: WhereListener, path: Path = []): Selector {
	const selector =
		typeof where === 'string' ? readExpression(where, listener, path) : readMapping(where, listener, path);
	if (typeof where === 'string')
		for (const part of allSelectors(selector)) if (part.person) listener.people(part, path);
	if (typeof where !== 'string' && selector.person) listener.people(selector, [...path, 'person']);
	return selector;
}

function readMapping(where: SelectorFile, listener: WhereListener, path: Path): Selector {
	const inner = (key: 'and' | 'or') =>
		where[key] && { [key]: where[key].map((each, index) => readWhere(each, listener, [...path, key, index])) };
	return {
		...readTexts(where),
		...(where.year !== undefined && { year: readYears(where.year, listener, [...path, 'year']) }),
		...(where.position !== undefined && { position: asArray(where.position) }),
		...(where.field && {
			field: Object.fromEntries(Object.entries(where.field).map(([name, value]) => [name, asArray(value).map(String)])),
		}),
		...(where.selected !== undefined && { selected: where.selected }),
		...(where.mine !== undefined && { mine: where.mine }),
		...inner('and'),
		...inner('or'),
		...(where.not !== undefined && { not: readWhere(where.not, listener, [...path, 'not']) }),
	};
}

/** One or several values as an array. */
export function asArray<Value>(value: Value | readonly Value[]): readonly Value[] {
	return Array.isArray(value) ? value : [value as Value];
}

const textConditions = [
	'type',
	'venue',
	'rank',
	'quartile',
	'keyword',
	'person',
	'role',
	'group',
	'status',
	'key',
	'library',
	'text',
] as const;

function readTexts(where: SelectorFile): Partial<Record<(typeof textConditions)[number], readonly string[]>> {
	return Object.fromEntries(
		textConditions.flatMap((key) => (where[key] === undefined ? [] : [[key, asArray(where[key])]])),
	);
}

function readYears(
	years: NonNullable<SelectorFile['year']>,
	listener: WhereListener,
	path: Path,
): NonNullable<Selector['year']> {
	return asArray(years).flatMap((year) => {
		if (typeof year === 'number') return [{ from: year, to: year }];
		const range = yearRange(year);
		if (range) return [range];
		return readExpression(/^\s*[<>=]/.test(year) ? `year${year}` : `year=${year}`, listener, path).year ?? [];
	});
}

/** The years of a range such as '2015-2019', '2015..', or '-2019'; null for other texts. */
export function yearRange(text: string): YearRange | null {
	const range = /^\s*(\d+)?\s*(?:-|–|\.\.)\s*(\d+)?\s*$/.exec(text);
	return range && { from: range[1] ? Number(range[1]) : null, to: range[2] ? Number(range[2]) : null };
}

function readExpression(expression: string, listener: WhereListener, path: Path): Selector {
	const result = parseWhere(expression);
	if (!('error' in result)) return result;
	listener.problem(result.error, path, result.hint ?? undefined);
	return {};
}
