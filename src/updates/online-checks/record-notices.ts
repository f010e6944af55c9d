import { type Notice, relationsOf } from '../../sources/records/crossref-relations.ts';
import { distinct, type RecordNotice, registeredNotices } from '../../sources/records/registered-notices.ts';
import type { RecordedWork } from './online-check.ts';

/** The notices about a work in its record, and in the record as a library reads it, the gravest first, the oldest of a kind first. */
export function noticesAbout({ record, recorded, reference, service }: RecordedWork): readonly RecordNotice[] {
	const { notices, isReinstated } = registeredNotices(record.item ?? {}, reference.id);
	const inRecord = recorded.notices
		.filter(({ kind }) => !notices.some((notice) => notice.kind === kind) && !isReinstated)
		.map(({ kind }) => ({ kind, doi: null, date: null, authority: `the record at ${service}` }));
	return distinct([...notices, ...inRecord]);
}

/** The DOI of a newer version of a work in its record; null if there is none. */
export function newerVersionOf({ record, reference }: RecordedWork): Notice | null {
	if (!record.item) return null;
	const own = reference.id.toLowerCase();
	const versions = relationsOf(record.item).updatedBy.filter(
		({ type, doi }) => /^new_(?:version|edition)$/.test(type) && doi.toLowerCase() !== own,
	);
	return versions.toSorted((one, other) => (one.date ?? '').localeCompare(other.date ?? '')).at(-1) ?? null;
}
