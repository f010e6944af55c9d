import type { Code } from '../../diagnostics/codes.ts';
import { diagnostic, type Edit, type Report } from '../../diagnostics/diagnostic.ts';
import type { Entry } from '../../library/entry.ts';
import { addition } from '../../library/syntax/addition.ts';
import { placesInValue } from '../../library/value-places.ts';
import { type NoticeKind, noticeKinds, retractionOf } from '../../publications/editorial-notices.ts';
import type { Publication } from '../../publications/publication.ts';
import { type RecordNotice, statedValue } from '../../sources/records/registered-notices.ts';
import type { OnlineContext } from './online-check.ts';
import { isSame } from './other-titles.ts';
import { newerVersionOf, noticesAbout } from './record-notices.ts';

/**
 * Reports retractions, expressions of concern, corrections and new versions that an entry does not mention:
 * `online/retracted`, `online/concern`, `online/corrected`, `online/new-version`. Nothing else matters for a retracted work.
 */
export function unstatedNotices({ records }: OnlineContext, report: Report): void {
	for (const work of records) {
		if (!isSame(work)) continue;
		const { publication } = work;
		const notices = noticesAbout(work);
		const retraction = notices.find(({ kind }) => kind === 'retracted' || kind === 'withdrawn');
		if (retraction) {
			if (!retractionOf(publication.notices)) reportNotices([retraction], publication, report);
			continue;
		}
		for (const kind of noticeKinds) {
			const unstated = notices.filter((notice) => notice.kind === kind && !isStated(notice, publication));
			if (unstated.length > 0) reportNotices(unstated, publication, report);
		}
		const version = newerVersionOf(work);
		if (version && !entryNames(publication, version.doi)) {
			report(
				diagnostic('online/new-version', `A newer version of ${publication.key} has the DOI ${version.doi}`, {
					span: publication.entry.keySpan,
					hint: `Change the entry, or add the new version with bibfolio add ${version.doi}`,
				}),
			);
		}
	}
}

const codesOfKind: Readonly<Record<NoticeKind, Code>> = {
	retracted: 'online/retracted',
	withdrawn: 'online/retracted',
	concern: 'online/concern',
	corrected: 'online/corrected',
};

/** What happened to a work, after its key in a message. */
const verbs: Readonly<Record<NoticeKind, string>> = {
	retracted: 'was retracted',
	withdrawn: 'was withdrawn',
	concern: 'has an expression of concern',
	corrected: 'was corrected',
};

function reportNotices(notices: readonly RecordNotice[], publication: Publication, report: Report): void {
	const [first] = notices;
	if (!first) return;
	const { entry } = publication;
	const more = notices.length === 1 ? '' : ` (and ${notices.length - 1} more)`;
	const date = first.date === null ? '' : `${first.kind === 'concern' ? ' of' : dateWord(first.date)} ${first.date}`;
	const place = first.doi === null ? '' : `: https://doi.org/${first.doi}`;
	const fields = fieldsFor(first.kind, notices, entry);
	report(
		diagnostic(
			codesOfKind[first.kind],
			`${publication.key} ${verbs[first.kind]}${date}${more}, says ${first.authority}${place}`,
			{
				span: entry.keySpan,
				hint: `Add ${fields.shown.join(' and ')}, so that lists mark the work`,
				remedy: fields.edits,
			},
		),
	);
}

function dateWord(date: string): string {
	return date.length > 7 ? ' on' : ' in';
}

/**
 * The fields that state notices, and the edits that write them. Values of the same fields are completed. Without a date and a
 * DOI, a publication state is enough.
 */
function fieldsFor(
	kind: NoticeKind,
	notices: readonly RecordNotice[],
	entry: Entry,
): { readonly shown: readonly string[]; readonly edits: readonly Edit[] } {
	const isState = kind === 'retracted' || kind === 'withdrawn';
	const value = notices.map(statedValue).join('; ');
	const state = isState ? fieldWith('pubstate', kind, () => kind, entry) : null;
	const notice =
		isState && value === '' ? null : fieldWith(kind, value || 'true', (present) => `${present}; ${value}`, entry);
	const fields = [state, notice].flatMap((field) => field ?? []);
	const added = fields.flatMap(({ edits, shown }) => (edits === null ? shown : []));
	return {
		shown: fields.map(({ shown }) => shown),
		edits: [...fields.flatMap(({ edits }) => edits ?? []), ...addition(entry, added)],
	};
}

/** A field as written, and the edits of the entry's own field of that name; null if it has none, so that it is added. */
function fieldWith(name: string, value: string, changed: (present: string) => string, { fields }: Entry) {
	const shown = `${name} = {${value}}`;
	const present = fields.get(name);
	if (!present || present.inheritedFrom) return { shown, edits: null };
	const span = placesInValue(present)(0, present.value.length);
	return { shown, edits: span === present.span ? [] : [{ span, text: changed(present.value) }] };
}

/** Whether an entry states a notice. One without an address covers all of its kind. */
function isStated({ kind, doi, date }: RecordNotice, publication: Publication): boolean {
	const stated = publication.notices.filter((notice) => notice.kind === kind);
	if (stated.some((notice) => notice.url === null && notice.date === null)) return true;
	if (doi !== null)
		return stated.some((notice) => notice.doi?.toLowerCase() === doi.toLowerCase()) || entryNames(publication, doi);
	return stated.some((notice) => notice.date?.start?.year === Number(date?.slice(0, 4)));
}

/** Whether a field of an entry contains a DOI, as `erratum = {https://doi.org/10.…}` does. */
function entryNames({ entry }: Publication, doi: string): boolean {
	const name = doi.toLowerCase();
	return [...entry.fields.values()].some(({ value }) => value.toLowerCase().replaceAll('\\', '').includes(name));
}
