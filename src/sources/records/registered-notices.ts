import type { CslInput } from '../../editing/drafts/csl-drafts.ts';
import { type NoticeKind, noticeKinds } from '../../publications/editorial-notices.ts';
import { valueIn } from '../../text/value-in.ts';
import { type Notice, relationsOf } from './crossref-relations.ts';

/** A notice about a work that its record has. */
export interface RecordNotice {
	readonly kind: NoticeKind;
	/** The DOI of the notice; null if it is unknown, or if the work itself was changed. */
	readonly doi: string | null;
	/** ISO 8601; null if unknown. */
	readonly date: string | null;
	/** Who says so, after 'says': 'Retraction Watch', 'the publisher', 'the record at arXiv'. */
	readonly authority: string;
}

/** The notices about a work in its record. */
export interface RegisteredNotices {
	/** The gravest first, the oldest of a kind first. */
	readonly notices: readonly RecordNotice[];
	/** A reinstatement ends a retraction. */
	readonly isReinstated: boolean;
}

/** Crossref's types of updates, without those that change no result: new editions, addenda, clarifications. */
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

/** The notices about the work with a DOI in its item of Crossref; none for an item of another source. */
export function registeredNotices(item: CslInput, doi: string): RegisteredNotices {
	const { updatedBy, updates } = relationsOf(item);
	const own = doi.toLowerCase();
	// Publishers that change an article in place register the update as one of the article itself.
	const all = [...updatedBy, ...updates.filter((update) => update.doi.toLowerCase() === own)];
	const reinstated = latest(all.filter(({ type }) => type.replace(/[\s-]/g, '_') === 'reinstatement'));
	const notices = all.flatMap((notice): RecordNotice[] => {
		const kind = kindOf(notice);
		if (!kind || (kind !== 'corrected' && reinstated !== '' && (notice.date ?? '') <= reinstated)) return [];
		const noticeDoi = notice.doi.toLowerCase() === own ? null : notice.doi;
		return [{ kind, doi: noticeDoi, date: notice.date, authority: authorityOf(notice.source) }];
	});
	return { notices: distinct(notices), isReinstated: reinstated !== '' };
}

/** The value of the field that states a notice: '2010-02-06, doi:10.1016/…'; '' if nothing is known about it. */
export function statedValue({ date, doi }: RecordNotice): string {
	return [...(date ? [date] : []), ...(doi ? [`doi:${doi}`] : [])].join(', ');
}

/** The fields that state notices. Nothing else matters for a retracted work. */
export function noticeFields(notices: readonly RecordNotice[]): readonly (readonly [name: string, value: string])[] {
	const retraction = notices.find(({ kind }) => kind === 'retracted' || kind === 'withdrawn');
	if (retraction) {
		const { kind } = retraction;
		const value = statedValue(retraction);
		return [['pubstate', kind], ...(value === '' ? [] : [[kind, value] as const])];
	}
	return noticeKinds.flatMap((kind) => {
		const values = notices.filter((notice) => notice.kind === kind).map(statedValue);
		return values.length > 0 ? [[kind, values.join('; ') || 'true'] as const] : [];
	});
}

/** Publisher and Retraction Watch may both register a notice. Each kind once for retractions, each DOI once for others. */
export function distinct(notices: readonly RecordNotice[]): readonly RecordNotice[] {
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
