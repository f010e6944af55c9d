import { diagnostic, type Report } from '../../diagnostics/diagnostic.ts';
import type { Span } from '../../diagnostics/source.ts';
import { plainText } from '../../latex/plain-text.ts';
import { fieldOf } from '../../publications/entry-fields.ts';
import type { Publication } from '../../publications/publication.ts';
import { relationsOf } from '../../sources/records/crossref-relations.ts';
import { type Reference, referenceLabel } from '../../sources/records/reference.ts';
import { noticeInTitle } from '../notice-title.ts';
import type { OnlineContext, RecordedWork } from './online-check.ts';
import { mayBeSameWork } from './record-agreement.ts';

/** Reports identifiers that belong to another work, or to the correction of a work: `online/other-title`. */
export function otherTitles({ records }: OnlineContext, report: Report): void {
	for (const work of records) {
		const { publication, reference, recorded, service } = work;
		const span = identifierSpan(publication, reference);
		const title = plainText(recorded.title);
		const corrected = correctedWork(work);
		if (corrected !== null) {
			report(
				diagnostic(
					'online/other-title',
					`The ${referenceLabel(reference)} of ${publication.key} is that of a notice at ${service}: "${title}"`,
					{
						span,
						hint: corrected === '' ? 'Use that of the work itself' : `Use that of the work itself: ${corrected}`,
					},
				),
			);
		} else if (!isSame(work)) {
			report(
				diagnostic(
					'online/other-title',
					`The ${referenceLabel(reference)} of ${publication.key} belongs to another work at ${service}: "${title}"`,
					{ span, hint: `Check it: the entry is "${plainText(publication.title)}"` },
				),
			);
		}
	}
}

/** False if the identifier of a work belongs to another one, whose record says nothing about it. */
export function isSame({ publication, recorded, record }: RecordedWork): boolean {
	return mayBeSameWork(publication, recorded, record);
}

/** The DOI of the work that a record is a notice about, unless the entry is the notice; '' if it is unknown. Null for a work. */
function correctedWork({ publication, record, recorded, reference }: RecordedWork): string | null {
	if (noticeInTitle(plainText(publication.title)) || !noticeInTitle(plainText(recorded.title))) return null;
	const { updates } = record.item ? relationsOf(record.item) : { updates: [] };
	return updates.find(({ doi }) => doi.toLowerCase() !== reference.id.toLowerCase())?.doi ?? '';
}

/** Where an entry has an identifier. */
export function identifierSpan({ entry }: Publication, { kind, id }: Reference): Span {
	const byName = {
		doi: ['doi'],
		arxiv: ['eprint', 'arxiv'],
		pubmed: ['pmid'],
		pmc: ['pmcid'],
		isbn: ['isbn'],
		page: [],
	};
	const field =
		byName[kind].map((name) => fieldOf(entry, name)).find((field) => field && !field.inheritedFrom) ??
		[...entry.fields.values()].find(({ value, inheritedFrom }) => !inheritedFrom && value.includes(id));
	return field?.span ?? entry.keySpan;
}
