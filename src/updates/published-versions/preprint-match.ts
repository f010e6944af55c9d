import { plainText } from '../../latex/plain-text.ts';
import { publishedKinds } from '../../lists/preprint-pairs.ts';
import { isCloseInTime, isDistinctive, wordSimilarity } from '../../lists/similarity.ts';
import type { Publication } from '../../publications/publication.ts';
import { authorAgreement } from '../agreement/author-agreement.ts';
import { haveSameTitle, haveSimilarTitle } from '../agreement/title-agreement.ts';

/** True for a preprint that its authors or its server withdrew, and for a retracted publication. */
export function isWithdrawn({ notices }: Publication): boolean {
	return notices.some(({ kind }) => kind === 'withdrawn' || kind === 'retracted');
}

/** How a record that a service names agrees with the preprint. Titles often change in review, lists of authors seldom. */
export function namedVersion(preprint: Publication, record: Publication): 'certain' | 'unsure' | null {
	if (!isPublication(record)) return null;
	const names = authorAgreement(preprint, record);
	const isSame = haveSimilarTitle(preprint, record) ? names !== 'none' : names === 'all';
	return isSame && isCloseInTime(preprint, record) ? 'certain' : 'unsure';
}

/** How a record that a search found agrees with the preprint; null if it is another work. */
export function foundVersion(preprint: Publication, record: Publication): 'certain' | 'unsure' | null {
	if (!isPublication(record) || authorAgreement(preprint, record) !== 'all' || isEarlier(record, preprint)) return null;
	if (!isCloseInTime(preprint, record) || !isDistinctive(preprint)) return null;
	if (haveSameTitle(preprint, record)) return 'certain';
	const authors = preprint.contributors.author?.names.length ?? 0;
	return authors > 1 && wordSimilarity(preprint, record) >= minSimilarity ? 'unsure' : null;
}

/**
 * True for a publication at the place that the authors gave to arXiv, with the volume and the first page in it, as in
 * 'Mechanism and Machine Theory 46 (2011) 1335--1349'.
 */
export function isAtReference(reference: string, preprint: Publication, record: Publication): boolean {
	const numbers = new Set<string>(reference.match(/[\p{L}\p{N}]*\p{N}/gu));
	const [volume, eid] = [record.volume, record.eid].map((text) => (text ? plainText(text) : ''));
	const page = record.pages?.split(/[–,]/, 1)[0] ?? eid;
	const hasPlace = Boolean(volume && page) && [volume, page].every((number) => numbers.has(number ?? ''));
	return hasPlace && namedVersion(preprint, record) === 'certain';
}

/** As in the pairs of a library, which `library/preprint-pair` reports. */
const minSimilarity = 0.6;

function isPublication(record: Publication): boolean {
	return publishedKinds.has(record.venue.kind) && !isWithdrawn(record);
}

/** True if a work appeared more than a year before another one. */
function isEarlier({ issued }: Publication, other: Publication): boolean {
	const [year, otherYear] = [issued?.start?.year, other.issued?.start?.year];
	return year !== undefined && otherYear !== undefined && year < otherYear - 1;
}
