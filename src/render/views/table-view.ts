import type { Label, Row, Table, YearSpan } from '../../statistics/statistic.ts';
import { labelText } from '../figures/label-text.ts';
import type { Locale } from '../locale.ts';

/** The view of a table of numbers of works. */
export interface TableView {
	/** The name in `show`: `per-year`, `people` … */
	readonly name: string;
	/** True for an index, whose rows lead to pages; its only column is the number of works. */
	readonly isIndex: boolean;
	/** The heading of the column that names the rows. */
	readonly rowHeading: string;
	/** What the groups of rows are; null without groups. */
	readonly groupHeading: string | null;
	/** The headings of the columns of numbers. */
	readonly columns: readonly string[];
	/** The heading of the years of works; null if no row has years. */
	readonly yearsHeading: string | null;
	/** One group without a title if there are none. */
	readonly groups: readonly RowGroupView[];
	/** The sums of the columns; null where a sum has no meaning. */
	readonly totals: readonly number[] | null;
	/** The number of all columns. */
	readonly columnCount: number;
	/** True if some names of rows are so long that they need several lines on paper. */
	readonly isWide: boolean;
	/** The level of the headings of groups in an index, 1 to 6. */
	readonly groupLevel: number;
}

/** Rows with a common title. */
export interface RowGroupView {
	readonly title: string | null;
	/** The address of the page of the group; null without a page. */
	readonly url: string | null;
	readonly rows: readonly RowView[];
}

/** A row of a table. */
export interface RowView {
	readonly label: string;
	/** The address of its page; null without a page. */
	readonly url: string | null;
	/** One number for each column. */
	readonly numbers: readonly number[];
	/** The years of its works: '2016–2024'; null without years. */
	readonly years: string | null;
	readonly firstYear: number | null;
	readonly lastYear: number | null;
}

/** What the view of a table is made with. */
export interface TableContext {
	readonly locale: Locale;
	readonly groupLevel: number;
	/** The address of the page of a part; null without a page. */
	pageOf(part: NonNullable<Label['part']>): string | null;
}

/** The longest name, in UTF-16 code units, that leaves space for numbers beside it on paper. */
const longestName = 36;

/** Creates the view of a table. */
export function tableView(name: string, table: Table, { locale, groupLevel, pageOf }: TableContext): TableView {
	const { isIndex, columns, rows, totals, groupTerm } = table;
	const text = (label: Label) => wordsOf(label, locale);
	const urlOf = ({ part }: Label) => part && pageOf(part);
	const divided = groupsOf(rows);
	// A single role says nothing.
	const hasGroups = groupTerm !== null && !(groupTerm === 'role' && divided.length === 1);
	const hasYears = rows.some(({ years }) => years !== null);
	const groups = divided.map(({ label, rows }) => ({
		title: hasGroups && label ? text(label) : null,
		url: hasGroups && label ? urlOf(label) : null,
		rows: rows.map(({ label, values, years }) => ({
			...{ label: text(label), url: urlOf(label), numbers: values },
			years: years && yearsText(years, locale),
			...{ firstYear: years?.first ?? null, lastYear: years?.last ?? null },
		})),
	}));
	return {
		...{ name, isIndex, groups, totals, groupLevel },
		rowHeading: termText(table.rowTerm, locale),
		groupHeading: hasGroups && groupTerm !== null ? termText(groupTerm, locale) : null,
		columns: columns.map(text),
		yearsHeading: hasYears ? termText('years', locale) : null,
		columnCount: 1 + columns.length + (hasYears ? 1 : 0),
		isWide: groups.some(({ rows }) => rows.some(({ label }) => label.length > longestName)),
	};
}

/** Divides rows into groups, whose rows follow each other. */
function groupsOf(rows: readonly Row[]): { readonly label: Label | null; readonly rows: Row[] }[] {
	const groups: { readonly label: Label | null; readonly rows: Row[] }[] = [];
	const key = (label: Label | null | undefined) => label && `${label.term} ${label.title} ${label.part?.value}`;
	for (const row of rows) {
		const last = groups.at(-1);
		if (last && key(last.label) === key(row.group)) last.rows.push(row);
		else groups.push({ label: row.group, rows: [row] });
	}
	return groups;
}

/** The words of a label: the short one for tables if its term has one. A role without a term is a heading as it is. */
function wordsOf(label: Label, locale: Locale): string {
	const { title, term } = label;
	if (title !== null || term === null) return labelText(label, locale);
	const role = /^role-(.+)$/.exec(term)?.[1];
	return role === undefined || locale.term(term) !== null ? termText(term, locale) : capitalized(role);
}

function termText(term: string, locale: Locale): string {
	return locale.term(`table-${term}`) ?? labelText({ title: null, term, part: null }, locale);
}

function capitalized(word: string): string {
	return word.replaceAll('-', ' ').replace(/^\p{L}/u, (letter) => letter.toUpperCase());
}

/** The years of works: '2016–2024'. */
export function yearsText({ first, last }: YearSpan, locale: Locale): string {
	return first === last ? String(first) : locale.phrase('date-range', { start: first, end: last });
}
