import { diagnostic, type Report } from '../../diagnostics/diagnostic.ts';
import { plainText } from '../../latex/plain-text.ts';
import type { Reading } from '../../publications/normalize.ts';
import type { Publication } from '../../publications/publication.ts';
import { firstFailures } from '../first-failures.ts';
import { findPublishedVersions } from '../published-versions/find-published-versions.ts';
import type { PublishedVersion } from '../published-versions/published-version.ts';
import type { OnlineCheck } from './online-check.ts';

/**
 * Creates the rule that reports preprints which have been published (`online/published`). It remembers the entries that it
 * asked for: a second run, as after a fix, asks only for new ones.
 */
export function createPublishedPreprints(reading: Reading): OnlineCheck {
	const asked = new Map<string, PublishedVersion | null>();
	const textOf = ({ entry }: Publication) => entry.source.text;
	return async ({ publications, client }, report) => {
		const selects = (preprint: Publication) => !asked.has(textOf(preprint));
		const reportFailure = firstFailures(({ message, hint }) =>
			report(diagnostic('online/unavailable', message, { hint })),
		);
		const versions = await findPublishedVersions({ publications, selects, reading, found: [], client }, reportFailure);
		for (const publication of publications)
			if (publication.venue.kind === 'preprint' && selects(publication)) asked.set(textOf(publication), null);
		for (const version of versions) asked.set(textOf(version.preprint), version);
		for (const publication of publications) {
			const version = asked.get(textOf(publication));
			if (version) reportVersion(version, publication, report);
		}
	};
}

function reportVersion(
	{ work, isInLibrary, why, isCertain }: PublishedVersion,
	preprint: Publication,
	report: Report,
): void {
	const { doi } = work.identifiers;
	const place = work.venue.name ? ` in ${plainText(work.venue.name)}` : '';
	const publication = isInLibrary ? ` as ${work.key}` : `${place}${doi ? ` (DOI ${doi})` : ''}`;
	const upgrade = isInLibrary ? 'Link both entries with bibfolio sync --upgrade' : 'Use bibfolio sync --upgrade';
	const hint = isCertain ? upgrade : `If so, use bibfolio add ${doi ?? ''}, which links both`;
	report(
		diagnostic('online/published', `${preprint.key} ${isCertain ? 'has' : 'may have'} appeared${publication}: ${why}`, {
			span: preprint.entry.keySpan,
			hint,
		}),
	);
}
