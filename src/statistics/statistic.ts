import type { Part, PublicationList } from '../lists/list.ts';

/** Figures about the works of a list: a table, or a network. */
export type Statistic = Table | Network;

/** A table of numbers of works. */
export interface Table {
	readonly form: 'table';
	/** True for an index, whose rows lead to pages; its only column is the number of works. */
	readonly isIndex: boolean;
	/** The heading of the first column, which names the rows: a term of the locale. */
	readonly rowTerm: string;
	/** What the groups of rows are, a term of the locale; null without groups. */
	readonly groupTerm: string | null;
	readonly columns: readonly Label[];
	/** Rows of the same group follow each other. */
	readonly rows: readonly Row[];
	/** The sum of each column; null where a sum has no meaning, as for people who share works. */
	readonly totals: readonly number[] | null;
}

/** A row of a table. */
export interface Row {
	readonly label: Label;
	/** The group of rows that it belongs to; null if the table has none. */
	readonly group: Label | null;
	/** One for each column. */
	readonly values: readonly number[];
	/** The years of its works; null without a year, or if the rows are years. */
	readonly years: YearSpan | null;
}

/** The first and the last year of works. */
export interface YearSpan {
	readonly first: number;
	readonly last: number;
}

/** The words of a row, a column or a node: a title, or a term of the locale. */
export interface Label {
	readonly title: string | null;
	readonly term: string | null;
	/** The part of the works that it names, so that it can lead to the page of that part; null for none. */
	readonly part: Pick<Part, 'key' | 'value'> | null;
}

/** People with joint works. */
export interface Network {
	readonly form: 'network';
	readonly nodes: readonly { readonly label: Label; readonly works: number; readonly role: string | null }[];
	/** Between the nodes with these indices. */
	readonly links: readonly { readonly source: number; readonly target: number; readonly works: number }[];
	/** The number of further people. */
	readonly omitted: number;
}

/** Counts the works of a list in a table. */
export type CountInTable = (list: PublicationList) => Table;

/** Counts the works of a list. */
export type CountWorks = (list: PublicationList) => Statistic;
