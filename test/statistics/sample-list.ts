import { group } from '../../src/lists/group.ts';
import type { ListSpec, PublicationList } from '../../src/lists/list.ts';
import { defaultList } from '../../src/lists/list-defaults.ts';
import { highlight } from '../../src/people/highlight.ts';
import type { Person } from '../../src/people/person.ts';
import type { Publication } from '../../src/publications/publication.ts';
import type { Label, Table } from '../../src/statistics/statistic.ts';

/** A list of publications; `spec` overrides the defaults. */
export function listOf(
	publications: readonly Publication[],
	people: readonly Person[] = [],
	spec: Partial<ListSpec> = {},
): PublicationList {
	const highlights = highlight(publications, { people, peopleSelectors: new Map() }, () => {});
	return group({ ...defaultList, ...spec }, highlights, () => {});
}

/** The rows of a table as lines: 'Members: Ada Lovelace 3 1 0 (1842–1843)'. */
export function linesOf({ rows }: Table): string[] {
	return rows.map(({ label, group, values, years }) => {
		const span = years === null ? '' : ` (${years.first}–${years.last})`;
		return `${group === null ? '' : `${words(group)}: `}${words(label)} ${values.join(' ')}${span}`;
	});
}

/** The title of a label, or its term. */
export function words({ title, term }: Label): string {
	return title ?? term ?? '';
}
