import { parseWhere } from '../lists/parse-where.ts';
import { allSelectors, type Selector, textConditionNames } from '../lists/selector.ts';
import type { PeopleSelector } from '../people/unknown-names.ts';
import type { AccessState } from '../publications/metrics/metric-names.ts';
import type { YearRange } from '../publications/venues/venues.ts';
import type { OneOrMany, SelectorFile, WhereFile } from './project-file.ts';

type Path = readonly (string | number)[];

/** Receives events while selectors are read, each with the path from the list. */
export interface WhereListener {
	/** Called for each error. */
	problem(message: string, path: Path, hint?: string): void;
	/** Called for a selector with names of people, roles or groups, which can only be checked after reading the library. */
	people(selector: PeopleSelector, path: Path): void;
}

/** Reads a selector: a mapping, or an expression as in `--where`. */
export function readWhere(where: WhereFile, listener: WhereListener, path: Path = []): Selector {
	if (typeof where !== 'string') return readMapping(where, listener, path);
	const selector = readExpression(where, listener, path);
	for (const part of allSelectors(selector)) listener.people(part, path);
	return selector;
}

function readMapping(where: SelectorFile, listener: WhereListener, path: Path): Selector {
	const inner = (key: 'and' | 'or') =>
		where[key] && { [key]: where[key].map((each, index) => readWhere(each, listener, [...path, key, index])) };
	const texts = readTexts(where);
	for (const key of ['person', 'role', 'group', 'joint'] as const)
		for (const [index, name] of (texts[key] ?? []).entries())
			listener.people({ [key]: [name] }, [...path, key, ...(Array.isArray(where[key]) ? [index] : [])]);
	if (texts.joint?.length === 1) {
		const hint = `Use "group: ${texts.joint[0]}", or name the other groups: joint: [${texts.joint[0]}, …]`;
		listener.problem(`Expected at least two groups, found "${texts.joint[0]}"`, [...path, 'joint'], hint);
	}
	return {
		...texts,
		...readRanges(where, 'year', listener, path),
		...readRanges(where, 'members', listener, path),
		...readRanges(where, 'citations', listener, path),
		...(where.current !== undefined && { current: dateOrFlag(where.current) }),
		...(where.position !== undefined && { position: asArray(where.position) }),
		...(where.field && {
			field: Object.fromEntries(Object.entries(where.field).map(([name, value]) => [name, asArray(value).map(String)])),
		}),
		...(where['open-access'] !== undefined && { 'open-access': access(where['open-access']) }),
		...(where.selected !== undefined && { selected: where.selected }),
		...(where.retracted !== undefined && { retracted: where.retracted }),
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

function readTexts(where: SelectorFile): Partial<Record<(typeof textConditionNames)[number], readonly string[]>> {
	return Object.fromEntries(
		textConditionNames.flatMap((key) => (where[key] === undefined ? [] : [[key, asArray(where[key])]])),
	);
}

/** Reads years or numbers: 2019, '2019-2022', '2019..', '>=2019'. */
function readRanges(
	where: SelectorFile,
	key: 'year' | 'members' | 'citations',
	listener: WhereListener,
	path: Path,
): Pick<Selector, 'year' | 'members' | 'citations'> {
	const values = where[key];
	if (values === undefined) return {};
	const ranges = asArray(values).flatMap((value) => {
		if (typeof value === 'number') return [{ from: value, to: value }];
		const range = yearRange(value);
		if (range) return [range];
		const expression = /^\s*[<>=!]/.test(value) ? `${key}${value}` : `${key}=${value}`;
		return readExpression(expression, listener, [...path, key])[key] ?? [];
	});
	return { [key]: ranges };
}

function dateOrFlag(value: boolean | number | string): boolean | string {
	return typeof value === 'boolean' ? value : String(value);
}

function access(expected: boolean | OneOrMany<AccessState>): boolean | readonly AccessState[] {
	return typeof expected === 'boolean' ? expected : asArray(expected);
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
