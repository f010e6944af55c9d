import { plainText } from '../../latex/plain-text.ts';
import type { RichText } from '../../latex/rich-text.ts';
import { publicationYear } from '../../lists/publication-date.ts';
import { writeCsv } from '../../text/csv.ts';
import type { Locale } from '../locale.ts';
import { fullName } from '../views/plain-values.ts';
import type { TableView } from '../views/table-view.ts';
import { type DocumentParts, type PlacedItem, placedItems } from './document-parts.ts';

type Cell = string | number | null;

/** A list as CSV, with a row for each work; or its table. */
export function writeCsvDocument(parts: DocumentParts): string {
	const { table } = parts.view;
	if (table !== null) return writeCsv(tableRows(table, parts.locale));
	const items = placedItems(parts);
	const hasMetrics = items.some(({ view: { work } }) => work.citations !== null || work.openAccess !== null);
	const columns = Object.entries({ ...workColumns, ...(hasMetrics && metricColumns) });
	return writeCsv([columns.map(([name]) => name), ...items.map((placed) => columns.map(([, read]) => read(placed)))]);
}

/** The rows of a table, with years in two columns, and without totals, which a spreadsheet would count as further works. */
function tableRows({ groups, groupHeading, rowHeading, columns, yearsHeading }: TableView, locale: Locale): Cell[][] {
	const isGrouped = groupHeading !== null;
	const hasYears = yearsHeading !== null;
	const years = [locale.term('first-year'), locale.term('last-year')];
	const rows = groups.flatMap(({ title, rows }) =>
		rows.map(({ label, numbers, firstYear, lastYear }) => [
			...(isGrouped ? [title] : []),
			...[label, ...numbers],
			...(hasYears ? [firstYear, lastYear] : []),
		]),
	);
	return [[...(isGrouped ? [groupHeading] : []), rowHeading, ...columns, ...(hasYears ? years : [])], ...rows];
}

/** The columns of works: their names, which are the same in all languages, and values. */
const workColumns: Readonly<Record<string, (placed: PlacedItem) => Cell>> = {
	key: ({ view }) => view.key,
	number: ({ view }) => view.label,
	kind: ({ view }) => view.kind,
	status: ({ item: { publication } }) => publication.status.kind,
	authors: ({ item: { publication } }) => {
		const { author, inventor, editor } = publication.contributors;
		const names = author ?? inventor ?? editor;
		return names ? names.names.map(fullName).join('; ') : null;
	},
	title: ({ view }) => plain(view.work.title),
	venue: ({ item: { publication } }) => plain(publication.venue.name),
	rank: ({ view }) => view.work.venue.rank,
	year: ({ item: { publication } }) => publicationYear(publication),
	date: ({ view }) => view.work.date?.iso ?? null,
	volume: ({ item: { publication } }) => plain(publication.volume),
	issue: ({ item: { publication } }) => plain(publication.issue),
	pages: ({ item: { publication } }) => publication.pages,
	publisher: ({ item: { publication } }) => plain(publication.publisher),
	doi: ({ view }) => view.work.identifiers.doi,
	url: (placed) => addressOf(placed),
	links: (placed) => {
		const others = placed.view.work.links.filter(({ url }) => url !== addressOf(placed));
		return others.map(({ url }) => url).join(' ') || null;
	},
	keywords: ({ view }) => view.work.keywords.join('; ') || null,
	notices: ({ item: { publication } }) => [...new Set(publication.notices.map(({ kind }) => kind))].join('; ') || null,
};

/** The columns of projects with metrics, which differ by their source and date. */
const metricColumns: typeof workColumns = {
	citations: ({ view }) => view.work.citations?.count ?? null,
	'citations-source': ({ view }) => view.work.citations?.source ?? null,
	'citations-date': ({ view }) => view.work.citations?.date.iso ?? null,
	'open-access': ({ view }) => view.work.openAccess?.state ?? null,
	'free-copy': ({ view }) => view.work.openAccess?.url ?? null,
};

/** Where the work can be read, best. */
function addressOf({ view: { work } }: PlacedItem): string | null {
	return work.mainLink?.url ?? work.address;
}

function plain(text: RichText | null): string | null {
	return text && (plainText(text).trim() || null);
}
