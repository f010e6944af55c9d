import type { ListSpec, NameStyle, NumberSpec, SectionSpec, SortKey } from '../lists/list.ts';
import { defaultList, defaultNameStyle, defaultNumber } from '../lists/list-defaults.ts';
import type { ListFile, NamesFile, NumberFile, SectionFile } from './project-file.ts';
import { asArray, readWhere, type WhereListener } from './project-selectors.ts';

/** Reads a list and completes it with defaults. `listener` gets paths relative to the list. */
export function readList(id: string, file: ListFile, names: NameStyle, listener: WhereListener): ListSpec {
	const shared = readSection(file, listener, []);
	if (file.owner !== undefined) listener.people({ owner: file.owner }, ['owner']);
	return {
		...defaultList,
		...shared,
		id,
		groupBy: file['group-by'] === undefined ? defaultList.groupBy : shared.groupBy,
		sort: shared.sort ?? defaultList.sort,
		number: { ...defaultNumber, ...shared.number },
		names: readNames(file.names, names),
		style: file.style ?? null,
		leftOvers: file['left-overs'] ?? defaultList.leftOvers,
		mergeVersions: file['merge-versions'] ?? defaultList.mergeVersions,
		owner: file.owner ?? null,
		repeat: file.repeat ?? defaultList.repeat,
		membership: file.membership ?? defaultList.membership,
	};
}

function readSection(file: SectionFile, listener: WhereListener, path: readonly (string | number)[]): SectionSpec {
	return {
		id: file.id ?? null,
		title: file.title ?? null,
		note: file.note ?? null,
		where: file.where === undefined ? null : readWhere(file.where, listener, [...path, 'where']),
		sections:
			file.sections?.map((section, index) => readSection(section, listener, [...path, 'sections', index])) ?? null,
		groupBy: file['group-by'] === undefined ? [] : asArray(file['group-by']),
		sort: file.sort === undefined ? null : readSort(asArray(file.sort)),
		number: file.number === undefined ? null : readNumber(file.number),
		limit: file.limit ?? null,
	};
}

/** Reads sort keys; a minus sorts in descending order. */
function readSort(keys: readonly string[]): SortKey[] {
	return keys.map((key) => ({ key: key.replace(/^-/, ''), descending: key.startsWith('-') }));
}

function readNumber(number: NumberFile): Partial<NumberSpec> {
	return typeof number === 'string' ? { order: number } : (camelCased(number) as Partial<NumberSpec>);
}

/** Reads a name style over a base style. */
export function readNames(names: NamesFile | undefined, base: NameStyle = defaultNameStyle): NameStyle {
	return { ...base, ...(camelCased(names ?? {}) as Partial<NameStyle>) };
}

/** Converts keys such as `et-al-min` to camel case. */
function camelCased(mapping: object): Record<string, unknown> {
	return Object.fromEntries(
		Object.entries(mapping).map(([key, value]) => [
			key.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase()),
			value,
		]),
	);
}
