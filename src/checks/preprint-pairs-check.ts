import { diagnostic, type Report } from '../diagnostics/diagnostic.ts';
import { addition } from '../library/syntax/addition.ts';
import { findPairs, type Pair } from '../lists/preprint-pairs.ts';
import type { CheckContext } from './check-context.ts';
import { areRelated } from './same-work.ts';

/**
 * Reports preprints with a published version in the library (`library/preprint-pair`): certain pairs, which lists show as
 * one item, and likely pairs, which need a review. Pairs that the library declares (`related`) are not reported.
 */
export function preprintPairs({ publications }: CheckContext, report: Report): void {
	const { certain, likely } = findPairs(publications);
	for (const pair of certain) {
		reportPair(pair, report, 'Lists show them as one item; use "merge-versions: false" in bibfolio.yaml to show both');
	}
	for (const pair of likely) {
		const { preprint, published } = pair;
		reportPair(
			pair,
			report,
			`If so, add related = {${published.key}}, relatedtype = {preprintof} to ${preprint.key} to show one item`,
		);
	}
}

function reportPair({ preprint, published, reason }: Pair, report: Report, hint: string): void {
	if (areRelated(preprint, published)) return;
	report(
		diagnostic('library/preprint-pair', `${preprint.key} seems to be the preprint of ${published.key}: ${reason}`, {
			span: preprint.entry.keySpan,
			hint,
			remedy: addition(
				preprint.entry,
				preprint.entry.fields.has('related') ? [] : [`related = {${published.key}}`, 'relatedtype = {preprintof}'],
			),
			related: [{ message: `${published.key} is here`, span: published.entry.keySpan }],
		}),
	);
}
