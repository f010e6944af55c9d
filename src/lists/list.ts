import type { Marks } from '../people/person.ts';
import type { Publication } from '../publications/publication.ts';
import type { Selector } from './selector.ts';

/** A list as configured. Texts may be one string or one per locale: `{en: Talks, de: Vorträge}`. */
export interface ListSpec {
	readonly id: string;
	readonly title: LocalText | null;
	readonly note: LocalText | null;
	readonly where: Selector | null;
	/** Explicit sections; null: one section per venue kind. */
	readonly sections: readonly SectionSpec[] | null;
	/** Used when `sections` is null, outermost first: ['venue'], ['year'], ['venue', 'year'], [] for no sections. */
	readonly groupBy: readonly GroupKey[];
	readonly sort: readonly SortKey[];
	readonly number: NumberSpec;
	readonly names: NameStyle;
	/** A CSL style that writes the entries: the name of one, or a path to a .csl file; null for the templates' own. */
	readonly style: string | null;
	/** At most so many works, after sorting, before sections; null: all. */
	readonly limit: number | null;
	/** What happens to works that no section takes: shown in a last section and reported, or left out. */
	readonly leftOvers: 'show' | 'hide';
	/** A preprint and its published version are one item. */
	readonly mergeVersions: boolean;
}

export type LocalText = string | Readonly<Record<string, string>>;

/** One section: takes what its selector matches among what earlier ones left. */
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

/** 'venue', 'year', 'decade', 'type', 'status', 'keyword', 'person', 'series' or any field name. */
export type GroupKey = string;

/** A key with its direction: 'date', 'year', 'status', 'title', 'author', 'venue', 'venue-name', 'rank', 'key', 'added' or any field. */
export interface SortKey {
	readonly key: string;
	readonly descending: boolean;
}

/** How items are counted. */
export interface NumberSpec {
	readonly order: 'up' | 'down' | 'none';
	/** The count starts anew in each section, or runs through the list. */
	readonly scope: 'section' | 'list';
	/** Put before the number: 'J' gives J3. `auto` takes the venue kind's letter. */
	readonly prefix: string;
	readonly start: number;
}

/** How names are written, in CSL's terms (CSL 1.0.2, 'Name'). */
export interface NameStyle {
	/** Family name first for all names, for the first only, or for none. */
	readonly nameAsSortOrder: 'all' | 'first' | 'none';
	/** Initials instead of given names: what follows each ('.', '. ', ' '); null writes given names in full. */
	readonly initializeWith: string | null;
	/** 'K-R' keeps the hyphen of Klaus-Robert. */
	readonly initializeWithHyphen: boolean;
	/** Between family and given in sort order: ', ' or ' '. */
	readonly sortSeparator: string;
	readonly delimiter: string;
	/** Before the last name: the locale's word, '&', or nothing but the delimiter. */
	readonly and: 'text' | 'symbol' | 'none';
	readonly delimiterPrecedesLast: 'never' | 'always' | 'contextual';
	/** Lists of at least so many names are cut; null: never. */
	readonly etAlMin: number | null;
	readonly etAlUseFirst: number;
	/** '… and the last name' after the cut. */
	readonly etAlUseLast: boolean;
	/** A marked person hidden by the cut still shows: by name, by position ('4th of 12'), or not. */
	readonly etAlKeepMarked: 'name' | 'position' | 'none';
}

/** A list made: the same for every format. */
export interface PublicationList {
	readonly id: string;
	readonly spec: ListSpec;
	/** The sections; a list without sections is one section without a title. */
	readonly sections: readonly Section[];
	/** Every item in the order shown. */
	readonly items: readonly Item[];
	/** Kinds of marks in use, for the legend, in the order of first use. */
	readonly marksInUse: readonly string[];
}

export interface Section {
	/** Unique in the list, made of [a-z0-9-]. */
	readonly id: string;
	readonly title: LocalText | null;
	/** A term to be explainProblem by the locale instead of a title: 'journal', 'forthcoming' …; null when titled. */
	readonly term: string | null;
	readonly note: LocalText | null;
	/** One for a top section. */
	readonly depth: number;
	readonly items: readonly Item[];
	readonly sections: readonly Section[];
}

/** A publication in its place. */
export interface Item {
	readonly publication: Publication;
	/** Null when the section does not count. */
	readonly number: { readonly value: number; readonly label: string } | null;
	readonly marks: Marks;
}
