import type { PublicationList } from '../../lists/list.ts';
import type { Table } from '../../statistics/statistic.ts';
import { tables } from '../../statistics/statistics.ts';
import { valueIn } from '../../text/value-in.ts';
import type { Locale } from '../locale.ts';
import { heading } from '../views/list-view.ts';

/** A table that an output shows instead of the works of a list. */
export interface ShownTable {
	readonly table: Table;
	/** The list without its works, with the title of the table, which may be empty. */
	readonly list: PublicationList;
	/** The title of a page, which is never empty. */
	readonly pageTitle: string;
}

/**
 * The table of a list with a name in `show`; null for its works, and for what only figures show.
 *
 * @param title the configured title; '' for none, null for 'Publications per year' or 'Publications per year – Emmy Noether'
 */
export function shownTable(
	list: PublicationList,
	show: string,
	title: string | null,
	locale: Locale,
): ShownTable | null {
	const count = valueIn(tables, show);
	if (!count) return null;
	const ownTitle = locale.term(`works-${show}`) ?? locale.term(show) ?? show;
	const { part } = list.spec;
	const name = part && (part.isTerm ? heading(part.name, locale) : part.name);
	// The default title of a part is its name.
	const defaultTitle = name === null ? ownTitle : locale.phrase('page-title', { title: ownTitle, name });
	const shownTitle = title === null || title === name ? defaultTitle : title;
	const pageTitle = shownTitle || defaultTitle;
	const spec = { ...list.spec, title: shownTitle, note: null };
	const id = `${list.id}-${show}`;
	return { table: count(list), list: { ...list, id, spec, sections: [], marksInUse: [] }, pageTitle };
}
