import type { LocalText, Part } from '../../lists/list.ts';
import { noPages, type PeoplePages } from '../views/name-links.ts';

/** The other pages of a project that an output links to. */
export interface OtherPages {
	/** The pages of people; absolute, or relative to the base of addresses in the output. */
	readonly people: PeoplePages;
	/** The pages of all parts by {@link partKey}, people included; likewise. */
	readonly parts: ReadonlyMap<string, string>;
	/** The addresses of the pages of all parts on the site, for a sitemap; none when omitted. */
	readonly partAddresses?: readonly string[];
	/** For a part of a list: the page of the whole list, else the first page; null for other outputs. */
	readonly up: OtherPage | null;
	/** For a year or decade: the pages of its neighbours in time. */
	readonly previous: OtherPage | null;
	readonly next: OtherPage | null;
	/** The folder of the site, relative to the output: '' or '../'. */
	readonly root: string;
}

/** The key of a part: 'year 2020'. */
export function partKey({ key, value }: Pick<Part, 'key' | 'value'>): string {
	return `${key} ${value}`;
}

/** The page of another list. */
export interface OtherPage {
	/** Relative to the output. */
	readonly url: string;
	/** The id of the list; null if it is unknown. */
	readonly list: string | null;
	/** The title of the list; null if it has none. */
	readonly title: LocalText | null;
}

/** There are no other pages. */
export const noOtherPages: OtherPages = {
	...{ people: noPages, parts: new Map() },
	...{ up: null, previous: null, next: null },
	root: '',
};
