import { type NoticeKind, noticeKinds } from '../../publications/editorial-notices.ts';
import { type Notice, relationsOf } from '../../sources/records/crossref-relations.ts';
import { valueIn } from '../../text/value-in.ts';
import type { RecordedWork } from './online-check.ts';

/** A notice about a work in the record of a service. */
export interface RecordNotice {
	readonly kind: NoticeKind;
	/** The DOI of the notice; null if it is unknown, or if the work itself was changed. */
	readonly doi: string | null;
	/** ISO 8601; null if unknown. */
	readonly date: string | null;
	/** Who says so, after 'says': 'Retraction Watch', 'the publisher', 'the record at arXiv'. */
	readonly authority: string;
}

/**
 * Crossref's types of updates, without those that change no result: new editions, addenda, clarifications. A reinstatement
 * ends a retraction.
 */
const kinds: Readonly<Record<string, NoticeKind>> = {
	retraction: 'retracted',
	withdrawal: 'withdrawn',
	removal: 'withdrawn',
	expression_of_concern: 'concern',
	concern: 'concern',
	correction: 'corrected',
	corrigendum: 'corrected',
	erratum: 'corrected',
	partial_retraction: 'corrected',
};

/** The notices about a work in its record, the gravest first, the oldest of a kind first. */
export function noticesAbout(work: RecordedWork): readonly RecordNotice[] {
	const { record, recorded, reference, service } = work;
	const { updatedBy, updates } = record.item ? relationsOf(record.item) : { updatedBy: [], updates: [] };
	const own = reference.id.toLowerCase();
	// Publishers that change an article in place register the update as one of the article itself.
	const all = [...updatedBy, ...updates.filter(({ doi }) => doi.toLowerCase() === own)];
	const reinstated = latest(all.filter(({ type }) => type.replace(/[\s-]/g, '_') === 'reinstatement'));
	const registered = all.flatMap((notice): RecordNotice[] => {
		const kind = kindOf(notice);
		if (!kind || (kind !== 'corrected' && reinstated !== '' && (notice.date ?? '') <= reinstated)) return [];
		const doi = notice.doi.toLowerCase() === own ? null : notice.doi;
		return [{ kind, doi, date: notice.date, authority: authorityOf(notice.source) }];
	});
	const inRecord = recorded.notices
		.filter(({ kind }) => !registered.some((notice) => notice.kind === kind) && reinstated === '')
		.map(({ kind }) => ({ kind, doi: null, date: null, authority: `the record at ${service}` }));
	return distinct([...registered, ...inRecord]);
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

function kindOf({ type }: Notice): NoticeKind | undefined {
	return valueIn(kinds, type.replace(/[\s-]/g, '_'));
}

function authorityOf(source: string | null): string {
	return source === 'retraction-watch' ? 'Retraction Watch' : 'the publisher';
}

function latest(notices: readonly Notice[]): string {
	return (
		notices
			.map(({ date }) => date ?? '9999')
			.sort()
			.at(-1) ?? ''
	);
}

/** Publisher and Retraction Watch may both register a notice. Each kind once for retractions, each DOI once for others. */
function distinct(notices: readonly RecordNotice[]): readonly RecordNotice[] {
	const sorted = notices.toSorted(
		(one, other) =>
			noticeKinds.indexOf(one.kind) - noticeKinds.indexOf(other.kind) ||
			(one.date ?? '').localeCompare(other.date ?? ''),
	);
	const seen = new Set<string>();
	return sorted.filter(({ kind, doi }) => {
		const key = kind === 'retracted' || kind === 'withdrawn' ? kind : `${kind} ${doi?.toLowerCase() ?? ''}`;
		return !seen.has(key) && seen.add(key);
	});
}
