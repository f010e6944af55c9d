import { parseWhere } from './lists/parse-where.ts';
import type { Selector } from './lists/where.ts';
import type { SelectorFile, WhereFile } from './project-schema.ts';

/** Something that could not be read, and at which keys below the selector. */
export type WhereProblem = (message: string, path: readonly (string | number)[], hint?: string) => void;

/** A selector from its YAML: a mapping, or the words of `--where`. */
export function readWhere(where: WhereFile, problem: WhereProblem, path: readonly (string | number)[] = []): Selector {
	if (typeof where === 'string') return readWords(where, problem, path);
	const inner = (key: 'and' | 'or') =>
		where[key] && { [key]: where[key].map((each, index) => readWhere(each, problem, [...path, key, index])) };
	return {
		...lists(where),
		...(where.year !== undefined && { year: readYears(where.year, problem, [...path, 'year']) }),
		...(where.position !== undefined && { position: many(where.position) }),
		...(where.field && {
			field: Object.fromEntries(Object.entries(where.field).map(([name, value]) => [name, many(value).map(String)])),
		}),
		...(where.selected !== undefined && { selected: where.selected }),
		...(where.mine !== undefined && { mine: where.mine }),
		...inner('and'),
		...inner('or'),
		...(where.not !== undefined && { not: readWhere(where.not, problem, [...path, 'not']) }),
	};
}

/** One value or several as several. */
export function many<Value>(value: Value | readonly Value[]): readonly Value[] {
	return Array.isArray(value) ? value : [value as Value];
}

const wordKeys = ['type', 'venue', 'keyword', 'person', 'role', 'status', 'key'] as const;

function lists(where: SelectorFile): Partial<Record<(typeof wordKeys)[number], readonly string[]>> {
	return Object.fromEntries(wordKeys.flatMap((key) => (where[key] === undefined ? [] : [[key, many(where[key])]])));
}

function readYears(
	years: NonNullable<SelectorFile['year']>,
	problem: WhereProblem,
	path: readonly (string | number)[],
): NonNullable<Selector['year']> {
	return many(years).flatMap((year) => {
		if (typeof year === 'number') return [{ from: year, to: year }];
		const range = /^\s*(\d+)?\s*(?:-|–|\.\.)\s*(\d+)?\s*$/.exec(year);
		if (range) return [{ from: range[1] ? Number(range[1]) : null, to: range[2] ? Number(range[2]) : null }];
		return readWords(/^\s*[<>=]/.test(year) ? `year${year}` : `year=${year}`, problem, path).year ?? [];
	});
}

function readWords(words: string, problem: WhereProblem, path: readonly (string | number)[]): Selector {
	const read = parseWhere(words);
	if (!('error' in read)) return read;
	problem(read.error, path, read.hint ?? undefined);
	return {};
}
