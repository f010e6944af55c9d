import type { VenueKind } from '../../publications/venues/venues.ts';
import { changesOf } from '../../updates/metrics/changes-of.ts';
import { type FoundWork, pairingOf } from '../../updates/sync/found-work.ts';
import { pluralize } from '../pluralize.ts';
import {
	type AddedFound,
	addedWorksOf,
	appearedEntriesOf,
	changedEntriesOf,
	noticesOf,
	unsureWorksOf,
} from './update-changes.ts';
import type { UpdateOutcome } from './update-library.ts';

/**
 * What an update changed in words: '2 new papers, 1 preprint appeared, 1 correction'. It consists of numbers and words of
 * Bibfolio only, so that it can be a subject of a commit or the title of a pull request.
 */
export function updateTitle(outcome: UpdateOutcome): string {
	const added = addedWorksOf(outcome);
	const versions = added.filter(({ found }) => isPublishedVersion(found));
	const { metrics, changed } = outcome;
	const counted = metrics?.update ? changesOf(metrics.update).length : 0;
	const rows: readonly (readonly [number, string, string?])[] = [
		newWorks(added.filter((each) => !versions.includes(each))),
		[appearedEntriesOf(outcome).length + versions.length, 'preprint appeared', 'preprints appeared'],
		[changedEntriesOf(outcome, 'completion').length, 'entry completed', 'entries completed'],
		[noticesOf(outcome, 'online/retracted').length, 'retraction'],
		[noticesOf(outcome, 'online/concern').length, 'expression of concern', 'expressions of concern'],
		[noticesOf(outcome, 'online/corrected').length, 'correction'],
		[unsureWorksOf(outcome).length, 'unsure work'],
		[counted, 'work with new citation counts', 'works with new citation counts'],
	];
	const words = rows.filter(([count]) => count > 0).map((row) => pluralize(...row));
	if (words.length > 0) return words.join(', ');
	if (metrics?.update && metrics.update.file.before !== metrics.update.file.after) return 'Citation counts confirmed';
	return changed.length > 0 ? 'Lists built again' : 'Nothing new';
}

/** Kinds of works that are called papers. */
const papers: ReadonlySet<VenueKind> = new Set(['journal', 'conference', 'workshop', 'preprint']);

function newWorks(added: readonly AddedFound[]): readonly [number, string] {
	const arePapers = added.every(({ found }) => papers.has(found.work.venue.kind));
	return arePapers ? [added.length, 'new paper'] : [added.length, 'new work'];
}

function isPublishedVersion(found: FoundWork): boolean {
	const pair = pairingOf(found);
	return pair !== null && !pair.isNew && pair.relation === 'published version';
}
