import type { ListView } from '../views/list-view.ts';
import type { TableView } from '../views/table-view.ts';
import { safeJson } from './safe-json.ts';

/** Raised when a key changes its meaning or is removed, not when one is added. */
const schemaVersion = 1;

/** The numbers of a table as JSON (`docs/statistics.md` documents each key). */
export function writeTableData({ pageTitle, language }: ListView, table: TableView): string {
	const { name, rowHeading, groupHeading, columns, groups, totals } = table;
	const data = {
		version: schemaVersion,
		show: name,
		title: pageTitle,
		language,
		heading: rowHeading,
		groupHeading,
		columns,
		rows: groups.flatMap(({ title, rows }) =>
			rows.map(({ label, url, numbers, firstYear, lastYear }) => ({
				...{ label, group: title, url, numbers, firstYear, lastYear },
			})),
		),
		totals,
	};
	return `${safeJson(data, '\t')}\n`;
}
