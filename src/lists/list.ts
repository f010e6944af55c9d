import type { Membership } from '../people/counted-people.ts';
import type { Highlights } from '../people/highlight.ts';
import type { Marks } from '../people/person.ts';
import type { Publication } from '../publications/publication.ts';
import type { Selector } from './selector.ts';

/** A configured list. */
export interface ListSpec {
	readonly id: string;
	readonly title: LocalText | null;
	readonly note: LocalText | null;
	readonly where: Selector | null;
	/** Explicit sections; null groups by `groupBy`. */
	readonly sections: readonly SectionSpec[] | null;
	/** Keys if `sections` is null, outermost first: ['venue'], ['year'], ['venue', 'year'], [] for no sections. */
	readonly groupBy: readonly GroupKey[];
	readonly sort: readonly SortKey[];
	readonly number: NumberSpec;
	readonly names: NameStyle;
	/** A CSL style for the items: its name or the path of a .csl file; null for the style of the templates. */
	readonly style: string | null;
	/** Maximum number of works, applied after sorting and before division into sections; null for all. */
	readonly limit: number | null;
	/** Works that match no section are shown in a last section and reported, or omitted. */
	readonly leftOvers: 'show' | 'hide';
	/** Show a preprint and its published version as one item. */
	readonly mergeVersions: boolean;
	/** Id of the person whose list it is; null for the declared owners. */
	readonly owner: string | null;
	/** Show a work in every group that it belongs to, not only in the first. */
	readonly repeat: boolean;
	/** Which works count for a member: all, or those of the time as a member. */
	readonly membership: Membership;
	/** The part of the works that the list is limited to; null for all. */
	readonly part: Part | null;
}

/** A part of the works: those of a person, year, keyword … */
export interface Part {
	readonly key: GroupKey;
	/** Id of the person, or the heading of the group. */
	readonly value: string;
	/** Safe in file names, unique among the parts. */
	readonly id: string;
	/** For titles: the name of the person, given name first, else the value. */
	readonly name: string;
	/** True if the name is a term of the locale, such as a kind of venue. */
	readonly isTerm: boolean;
}

/** One text, or one per locale: `{en: 'Talks', de: 'Vorträge'}`. */
export type LocalText = string | Readonly<Record<string, string>>;

/** A configured section. It contains the matches of its selector that are not in earlier sections. */
export interface SectionSpec {
	readonly id: string | null;
	readonly title: LocalText | null;
	readonly note: LocalText | null;
	readonly where: Selector | null;
	readonly sections: readonly SectionSpec[] | null;
	readonly groupBy: readonly GroupKey[];
	readonly sort: readonly SortKey[] | null;
	readonly number: Partial<NumberSpec> | null;
	readonly limit: number | null;
}

/** 'venue', 'year', 'decade', 'type', 'status', 'keyword', 'person', 'group', 'series', or any field name. */
export type GroupKey = string;

/** A sort key: 'date', 'year', 'status', 'title', 'author', 'venue', 'venue-name', 'rank', 'quartile', 'citations', 'key', 'added', or any field. */
export interface SortKey {
	readonly key: string;
	readonly descending: boolean;
}

/** How items are numbered. */
export interface NumberSpec {
	readonly order: 'up' | 'down' | 'none';
	/** Restart in each section, or count through the list. */
	readonly scope: 'section' | 'list';
	/** Text before the number: 'J' gives J3; `auto` uses the letter of the venue kind. */
	readonly prefix: string;
	readonly start: number;
}

/** How names are written, in terms of CSL (CSL 1.0.2, 'Name'). */
export interface NameStyle {
	/** Family name first for all names, for the first only, or for none. */
	readonly nameAsSortOrder: 'all' | 'first' | 'none';
	/** Text after each initial ('.', '. ', ' '); null writes given names in full. */
	readonly initializeWith: string | null;
	/** Klaus-Robert becomes 'K-R'. */
	readonly initializeWithHyphen: boolean;
	/** Text between family and given name in sort order: ', ' or ' '. */
	readonly sortSeparator: string;
	readonly delimiter: string;
	/** Before the last name: the term of the locale, '&', or only the delimiter. */
	readonly and: 'text' | 'symbol' | 'none';
	readonly delimiterPrecedesLast: 'never' | 'always' | 'contextual';
	/** Minimum number of names for 'et al.'; null never abbreviates. */
	readonly etAlMin: number | null;
	readonly etAlUseFirst: number;
	/** Also show the last name, after '…'. */
	readonly etAlUseLast: boolean;
	/** How to show a marked author that 'et al.' would hide: by name, by position ('4th of 12'), or not. */
	readonly etAlKeepMarked: 'name' | 'position' | 'none';
}

/** A built list, the same for every format. */
export interface PublicationList {
	readonly id: string;
	readonly spec: ListSpec;
	/** A list without sections has one section without a title. */
	readonly sections: readonly Section[];
	/** All items in display order; of a repeated publication, the first one. */
	readonly items: readonly Item[];
	/** Kinds of marks for the legend, in the order of first use. */
	readonly marksInUse: readonly string[];
	readonly highlights: Highlights;
}

export interface Section {
	/** Unique in the list, made of [a-z0-9-]. */
	readonly id: string;
	readonly title: LocalText | null;
	/** A term of the locale instead of a title: 'journal', 'forthcoming' …; null with a title. */
	readonly term: string | null;
	readonly note: LocalText | null;
	/** 1 for a top-level section. */
	readonly depth: number;
	readonly items: readonly Item[];
	readonly sections: readonly Section[];
}

/** A publication in a list. */
export interface Item {
	readonly publication: Publication;
	/** Null without numbering. */
	readonly number: { readonly value: number; readonly label: string } | null;
	readonly marks: Marks;
}
