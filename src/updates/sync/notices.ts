import { plainText } from '../../latex/plain-text.ts';
import { relationsOf } from '../../sources/records/crossref-relations.ts';
import { fold, lettersOf } from '../../text/fold.ts';
import { noticeInTitle } from '../notice-title.ts';
import type { JoinedWork } from './joined-work.ts';

/** What a correction, an erratum or another notice is about. */
export interface WorkNotice {
	/** For a message: 'a correction'. */
	readonly type: string;
	/** The DOI of the work, in lower case; null if unknown. */
	readonly doi: string | null;
	/** The letters and digits of the title of the work; empty if unknown. */
	readonly title: string;
}

/** Crossref's types of updates that are works of their own. */
const ownWorks: ReadonlySet<string> = new Set(['new_version', 'new_edition']);

/** What a work is a notice about; null if it is no notice. */
export function noticeOf({ publication, record }: JoinedWork): WorkNotice | null {
	const own = publication.identifiers.doi?.toLowerCase();
	const { updates } = record?.item ? relationsOf(record.item) : { updates: [] };
	const update = updates.find(({ type, doi }) => !ownWorks.has(type) && doi.toLowerCase() !== own);
	const written = plainText(publication.title);
	const inTitle = noticeInTitle(written);
	const type = update?.type.replaceAll('_', ' ') ?? inTitle?.type;
	if (type === undefined) return null;
	return {
		type: `${/^[aeiou]/.test(type) ? 'an' : 'a'} ${type}`,
		doi: update?.doi.toLowerCase() ?? null,
		title: lettersOf(fold(inTitle?.about ?? written)),
	};
}

/** A later notice that withdraws a work; null if there is none. */
export function withdrawalOf({ record }: JoinedWork): string | null {
	const { updatedBy } = record?.item ? relationsOf(record.item) : { updatedBy: [] };
	return updatedBy.find(({ type }) => /^(?:retraction|withdrawal|removal)$/.test(type))?.type ?? null;
}
