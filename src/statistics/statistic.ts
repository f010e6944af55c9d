import type { PublicationList } from '../lists/list.ts';

/** Figures about the works of a list: a table, or a network. */
export type Statistic = Table | Network;

/** A table of numbers of works. */
export interface Table {
	readonly form: 'table';
	/** The heading of the first column, which names the rows: a term of the locale. */
	readonly rowTerm: string;
	readonly columns: readonly Label[];
	readonly rows: readonly Row[];
	/** The sum of each column; null where a sum has no meaning, as for people who share works. */
	readonly totals: readonly number[] | null;
}

/** A row of a table. */
export interface Row {
	readonly label: Label;
	/** One for each column. */
	readonly values: readonly number[];
}

/** The words of a row, a column or a node: a title, or a term of the locale. */
export interface Label {
	readonly title: string | null;
	readonly term: string | null;
	/** The group that it names, so that it can lead to the page of that group; null for none. */
	readonly part: { readonly key: string; readonly value: string } | null;
}

/** People with joint works. */
export interface Network {
	readonly form: 'network';
	readonly nodes: readonly { readonly label: Label; readonly works: number; readonly role: string | null }[];
	/** Between the nodes with these indices. */
	readonly links: readonly { readonly source: number; readonly target: number; readonly works: number }[];
}

/** Counts the works of a list. */
export type CountWorks = (list: PublicationList) => Statistic;
