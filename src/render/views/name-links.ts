import type { Mark } from '../../people/person.ts';
import type { Name } from '../../publications/names/name.ts';

/** Where a name leads. */
export interface NameLinks {
	/** Address of the person: their page in the project, else the configured one. */
	readonly url: string | null;
	/** Address of the person's page in the project; null without one, and in the person's own list. */
	readonly page: string | null;
	readonly orcid: string | null;
}

/** The addresses of the pages of people, by the id of the person. */
export type PeoplePages = ReadonlyMap<string, string>;

/** The links of a name, whose marks contain the person; a null name is no name of a person. */
export function nameLinks(name: Name | null, marks: readonly Mark[], people: PeoplePages): NameLinks {
	const mark = marks.find(({ person }) => person !== null);
	const person = mark?.person ?? null;
	const page = (!mark?.isListOwner && person && people.get(person.id)) || null;
	return { url: page ?? person?.url ?? null, page, orcid: name?.orcid ?? person?.orcid ?? null };
}

/** No person has a page. */
export const noPages: PeoplePages = new Map();
