import { changeEntry, type EntryChange } from '../../editing/change-entry.ts';
import type { Draft } from '../../editing/drafts/draft.ts';
import type { FileStyle } from '../../editing/file-style.ts';
import { publicationOf, type Reading } from '../../publications/normalize.ts';
import type { Publication } from '../../publications/publication.ts';
import { appearedStatus, type StatusChanges } from '../appeared-status.ts';
import { withPrecision } from '../date-precision.ts';
import { entryWith } from '../entry-with.ts';
import { missingFields } from './wanted-fields.ts';

/**
 * The change that completes an entry from a record of the work. What the entry contains stays; only the status of a work
 * that has appeared, and its date, are replaced. Null if the record adds nothing.
 */
export function planCompletion(
	publication: Publication,
	record: Draft,
	style: FileStyle,
	reading: Reading,
): EntryChange | null {
	const { entry } = publication;
	const status = hasAppeared(publication, record) ? (appearedStatus(publication, record, reading) ?? none) : none;
	const rest = publicationOf(entryWith(entry, status), reading, () => {});
	const missing = new Set(missingFields(rest, style));
	// Both together would be shown as two places.
	if (missing.has('pages') && !record.fields.has('pages')) missing.add('eid');
	if (status.size > 0) missing.add('date');
	if (missing.has('eprint')) missing.add('eprinttype').add('eprintclass');
	const fields = new Map([...record.fields].filter(([name]) => missing.has(name)));
	for (const [name, value] of status) if (value !== null && !isDate(name)) fields.set(name, value);
	const removed = new Set([...status].flatMap(([name, value]) => (value === null ? [name] : [])));
	const date = fields.get('date');
	if (date !== undefined) fields.set('date', withPrecision(date, entry, style));
	return changeEntry(entry, { draft: { ...record, type: entry.type, fields }, removed }, style);
}

const none: StatusChanges = new Map();

function isDate(name: string): boolean {
	return name === 'date' || name === 'year';
}

/**
 * True if the entry says that the work is to appear, and it has appeared. A journal article that is only online has neither
 * volume nor pages: it is still in press.
 */
export function hasAppeared({ status, venue }: Publication, { fields }: Draft): boolean {
	const hasPlace = ['volume', 'pages', 'eid'].some((name) => fields.has(name));
	return status.kind !== 'published' && fields.has('date') && (hasPlace || venue.kind !== 'journal');
}
