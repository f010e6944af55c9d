import type { Draft } from '../editing/drafts/draft.ts';
import type { Entry } from '../library/entry.ts';
import { fieldOf } from '../publications/entry-fields.ts';
import { publicationOf, type Reading } from '../publications/normalize.ts';
import type { Publication } from '../publications/publication.ts';
import { type Status, withoutStateAfter } from '../publications/status.ts';
import { withoutStatusInTitle } from '../publications/title-status.ts';
import { entryWith } from './entry-with.ts';

/** The fields of an entry that contain its status, with their new values; null removes a field. */
export type StatusChanges = ReadonlyMap<string, string | null>;

/** Values in which the status may be, one in each field. */
const maxStatuses = 5;

/**
 * How an entry 'in press' becomes a published one: the status goes, and values of the record take its place. Null if a
 * field also says something else ('To appear; winner of an award'), which only a person can separate.
 */
export function appearedStatus({ status, entry }: Publication, record: Draft, reading: Reading): StatusChanges | null {
	const changes = new Map<string, string | null>();
	let current = status;
	for (let count = 0; current.kind !== 'published'; count++) {
		const change = saysNothingElse(current) ? changeOf(entryWith(entry, changes), current.field, record) : null;
		if (!change || count === maxStatuses) return null;
		for (const [name, value] of change) changes.set(name, value);
		current = publicationOf(entryWith(entry, changes), reading, () => {}).status;
	}
	return changes;
}

/** True for 'Accepted', 'Submitted to Automatica'; false for 'Accepted as an oral presentation', 'To appear. Winner of …'. */
function saysNothingElse({ words }: Status): boolean {
	return words === null || (onlyVenue.test(words) && !distinctions.test(words));
}

/** A status with the name of a venue, and perhaps a year. */
const onlyVenue = /^[^.;]{0,60}\b(?:to|at|in|by|for|bei|beim|im|à)\s[^.;]{1,100}\.?$/i;
const distinctions =
	/\b(?:as|with|oral|spotlight|poster|award|prize|best|honou?rable|invited|top|finalist|nominat\w*|talk|equal\w*|arxiv)\b/i;

/** The change of the field with the status; null if it cannot be changed. */
function changeOf(entry: Entry, field: string | null, record: Draft): readonly [string, string | null][] | null {
	const own = field === null ? undefined : entry.fields.get(field);
	const isIn = (names: RegExp) => own !== undefined && names.test(own.name);
	if (own?.inheritedFrom) return null;
	if (isIn(/^(?:year|date)$/)) return record.fields.has('date') ? [[own?.name ?? '', yearOf(record)]] : null;
	if (isIn(/^(?:volume|number|pages)$/)) return [[own?.name ?? '', record.fields.get(own?.name ?? '') ?? null]];
	const container = fieldOf(entry, 'journaltitle') ?? fieldOf(entry, 'booktitle');
	if (container && (own === undefined || own.name === container.name)) {
		const title = record.fields.get('journaltitle') ?? record.fields.get('booktitle');
		const shortened = withoutStateAfter(container.value);
		if (shortened !== container.value) return [[container.name, shortened]];
		if (own) return title === undefined ? null : [[container.name, title]];
	}
	if (own) return [[own.name, null]];
	const title = withoutStatusInTitle(entry).fields.get('title')?.value;
	return title === undefined || title === entry.fields.get('title')?.value ? null : [['title', title]];
}

function yearOf({ fields }: Draft): string {
	return fields.get('date')?.slice(0, 4) ?? '';
}
