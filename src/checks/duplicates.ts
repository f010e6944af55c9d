import { diagnostic, type Report } from '../diagnostics/diagnostic.ts';
import type { Publication } from '../publications/publication.ts';
import type { VenueKind } from '../publications/venues.ts';
import type { CheckContext } from './context.ts';
import { arxivId, belongTogether, distinction, titleKey, workKey } from './same-work.ts';

/** More than so many different works under one title are no duplicates but a habit; it keeps the rule linear. */
const mostAlike = 12;

/** Parts of a book bear its DOI. */
const parts = new Set<VenueKind>(['chapter']);
/** Not the paper itself, though it may bear the paper's identifiers. */
const companions = new Set<VenueKind>(['talk', 'lecture', 'poster', 'award', 'software', 'dataset', 'patent']);

interface Rule {
	/** What two entries share when the rule speaks, in words. */
	readonly shared: (publication: Publication) => string;
	/** What is compared; null: the rule has nothing to say about this work. */
	readonly key: (publication: Publication) => string | null;
	readonly same: (one: Publication, other: Publication) => boolean;
}

const rules: readonly Rule[] = [
	{
		shared: ({ identifiers }) => `the DOI ${identifiers.doi}`,
		key: ({ identifiers, venue }) => (companions.has(venue.kind) ? null : (identifiers.doi?.toLowerCase() ?? null)),
		same: sameDoi,
	},
	{
		shared: ({ identifiers }) => `the arXiv id ${identifiers.arxiv}`,
		key: (publication) => (publication.venue.kind === 'preprint' ? (arxivId(publication) ?? null) : null),
		same: (one, other) => !belongTogether(one, other),
	},
	{
		shared: ({ identifiers }) => `the PubMed id ${identifiers.pmid}`,
		key: ({ identifiers, venue }) => (companions.has(venue.kind) ? null : identifiers.pmid),
		same: sameDoi,
	},
	{
		shared: () => 'title and first author',
		key: workKey,
		same: (one, other) => distinction(one, other) === null,
	},
];

/**
 * Reports entries that seem to be the same work (`library/duplicate`), each once, with the entry it repeats: by DOI, arXiv
 * id or PubMed id, by title and first author. The same key twice is the reader's to report.
 */
export function duplicates({ publications }: CheckContext, report: Report): void {
	const reported = new Set<Publication>();
	for (const rule of rules) {
		const groups = new Map<string, Publication[]>();
		for (const publication of publications) {
			const key = rule.key(publication);
			if (key === null) continue;
			const group = groups.get(key);
			if (!group) {
				groups.set(key, [publication]);
				continue;
			}
			const first = group.find((other) => rule.same(publication, other));
			if (!first && group.length < mostAlike) group.push(publication);
			if (!first || first.key === publication.key || reported.has(publication)) continue;
			reported.add(publication);
			reportPair(publication, first, rule.shared(publication), report);
		}
	}
}

function sameDoi(one: Publication, other: Publication): boolean {
	if (belongTogether(one, other)) return false;
	if (parts.has(one.venue.kind) || parts.has(other.venue.kind)) return titleKey(one) === titleKey(other);
	// A preprint with the DOI of what it became is a pair, not a duplicate.
	return (one.venue.kind === 'preprint') === (other.venue.kind === 'preprint');
}

function reportPair(publication: Publication, first: Publication, shared: string, report: Report): void {
	const { key, entry } = publication;
	const hint =
		titleKey(publication) === titleKey(first)
			? `Keep one of them; ids = {${key}} in ${first.key} lets the other key live on`
			: 'Their titles differ: if they are two works, one of them bears an identifier of the other';
	report(
		diagnostic('library/duplicate', `${key} seems to be the same work as ${first.key}: they share ${shared}`, {
			span: entry.keySpan,
			hint,
			related: [{ message: `${first.key} is here`, span: first.entry.keySpan }],
		}),
	);
}
