import { type CitationCount, isOpen, type WorkAccess } from '../publications/metrics/work-metrics.ts';
import type { Publication } from '../publications/publication.ts';

/**
 * The citations of a work that lists show and count: of its versions, those of the most cited one. Their sum would count
 * a work twice that cites both. Null if unknown.
 */
export function citationsOf(work: Publication): CitationCount | null {
	const counts = versionsOf(work).flatMap(({ metrics }) => metrics?.citations[0] ?? []);
	return counts.reduce<CitationCount | null>((most, each) => (most && most.count >= each.count ? most : each), null);
}

/** How a work can be read: the state of the first version that can be read for free, else its own. Null if unknown. */
export function accessOf(work: Publication): WorkAccess | null {
	const states = versionsOf(work).flatMap(({ metrics }) => metrics?.openAccess ?? []);
	return states.find(isOpen) ?? states[0] ?? null;
}

function versionsOf(work: Publication): readonly Publication[] {
	return work.versions.length === 0 ? [work] : [work, ...work.versions];
}
