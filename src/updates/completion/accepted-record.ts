import { plainText } from '../../latex/plain-text.ts';
import { yearsApart } from '../../lists/publication-date.ts';
import { isDistinctive } from '../../lists/similarity.ts';
import type { Publication } from '../../publications/publication.ts';
import { fold } from '../../text/fold.ts';
import { authorAgreement } from '../agreement/author-agreement.ts';
import { containerAgreement } from '../agreement/container-agreement.ts';
import { areOfOneKind } from '../agreement/kind-agreement.ts';
import { placeConflict, sharedPlaces } from '../agreement/place-agreement.ts';
import { haveSameMainTitle, haveSameTitle, haveSimilarTitle } from '../agreement/title-agreement.ts';

/** Kinds of whole books, whose editions and reprints share a title. */
const wholeKinds: ReadonlySet<string> = new Set(['book', 'edited-volume']);

/**
 * Why the record of an entry's own DOI cannot complete it: it is that of another work, of the whole book, or of another
 * version. It follows 'because' in a message. Null if it can.
 */
export function mismatchWithDoi(entry: Publication, record: Publication): string | null {
	if (!haveSimilarTitle(entry, record)) return `the record has the title "${plainText(record.title)}"`;
	if (authorAgreement(entry, record) === 'none') return 'the record has other authors';
	if (record.venue.kind === 'preprint') return 'the DOI is that of a preprint';
	if (wholeKinds.has(entry.venue.kind) !== wholeKinds.has(record.venue.kind))
		return 'the DOI is that of the whole book';
	const conflict = placeConflict(entry, record);
	if (conflict) return `the record has ${conflict.field} ${conflict.there} instead of ${conflict.here}`;
	return isTooFarApart(entry, record) ? 'the record has another year' : null;
}

/** Whether a record without a common identifier is certainly that of an entry: title, names, year and kind agree, and no place contradicts. */
export function isCertainMatch(entry: Publication, record: Publication): boolean {
	const container = containerAgreement(entry, record);
	const hasTitle = haveSameTitle(entry, record) || (container === 'same' && haveSameMainTitle(entry, record));
	if (!hasTitle || authorAgreement(entry, record) !== 'all') return false;
	if (!areOfOneKind(entry, record) || isTooFarApart(entry, record) || placeConflict(entry, record)) return false;
	const places = sharedPlaces(entry, record);
	if (wholeKinds.has(entry.venue.kind)) return isSameEdition(entry, record);
	const isElsewhere = container === 'other' && entry.venue.kind !== 'conference' && entry.venue.kind !== 'workshop';
	if (isElsewhere && places < 2) return false;
	// Without a place, an article and a paper of the same title, authors and year cannot be told apart.
	const hasPlace = places > 0 || container === 'same' || container === 'other';
	const hasEvidence = hasPlace && isDistinctive(entry) && yearsApart(entry, record) !== null;
	return hasEvidence || (container === 'same' && places > 0);
}

/** Articles appear online in one year and in print in the next; one in press may take longer. */
function isTooFarApart(entry: Publication, record: Publication): boolean {
	return (yearsApart(entry, record) ?? 0) > (entry.status.kind === 'published' ? 1 : 3);
}

function isSameEdition(entry: Publication, record: Publication): boolean {
	if (entry.identifiers.isbn.some((isbn) => record.identifiers.isbn.includes(isbn))) return true;
	const [first, second] = [entry, record].map(({ publisher }) => fold(publisher ? plainText(publisher) : ''));
	const isSamePublisher =
		first === second || Boolean(first && second && (first.includes(second) || second.includes(first)));
	return isSamePublisher && isDistinctive(entry) && yearsApart(entry, record) === 0;
}
