import { valueIn } from '../../text/value-in.ts';
import type { Yaml } from '../../text/yaml.ts';
import { foreignPerson, type Surroundings } from './foreign-person.ts';
import { isMapping, textOf } from './foreign-values.ts';
import type { PersonRow } from './person-row.ts';

type Path = readonly (string | number)[];

/**
 * The people in a file of another tool: a page about one person, or data with people anywhere in it, such as a list, a mapping by id or
 * by family name (al-folio), or groups with a title.
 *
 * @param name the name of the file: 'alumni_members'
 */
export function foreignPeople({ value, spanOf }: Yaml, name: string, isPage: boolean): PersonRow[] {
	const rows: PersonRow[] = [];
	const visit = (inner: unknown, path: Path, around: Surroundings): void => {
		if (path.length > deepest) return;
		if (Array.isArray(inner)) for (const [index, item] of inner.entries()) visit(item, [...path, index], around);
		if (!isMapping(inner)) return;
		const keys = isGroup(inner) ? null : foreignPerson(inner, around);
		if (keys) rows.push({ keys, span: spanOf(path) });
		else for (const [key, item] of Object.entries(inner)) visit(item, [...path, key], within(around, inner, key));
	};
	visit(value, [], { headings: [name.replace(/[_-]+/g, ' ')], key: null, isPage });
	return rows;
}

/** Levels of lists and mappings around a person. */
const deepest = 6;

/** Keys of lists with people. Other lists are about one person: affiliations, degrees, skills. */
const listKeys = /people|person|member|student|staff|team|alumni|researcher|author|postdoc|content|items|list/i;

function isGroup(values: Readonly<Record<string, unknown>>): boolean {
	return Object.entries(values).some(
		([key, value]) => Array.isArray(value) && value.some(isMapping) && listKeys.test(key),
	);
}

function within(around: Surroundings, values: Readonly<Record<string, unknown>>, key: string): Surroundings {
	const titles = ['title', 'name', 'group', 'category'].flatMap((name) => textOf(valueIn(values, name)) ?? []);
	const isList = Array.isArray(valueIn(values, key));
	return { ...around, headings: [...(isList ? [key] : []), ...titles, ...around.headings], key };
}
