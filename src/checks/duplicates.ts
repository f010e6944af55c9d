import { diagnostic, type Report } from '../diagnostics/diagnostic.ts';
import type { Publication } from '../publications/publication.ts';
import type { VenueKind } from '../publications/venues/venues.ts';
import type { CheckContext } from './check-context.ts';
import { mergeEntries } from './merge-entries.ts';
import { areRelated, arxivId, distinction, titleKey, workKey } from './same-work.ts';

/** More than so many different works under one title are no duplicates but a habit; it keeps the rule linear. */
const maxGroupSize = 12;

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
		same: (one, other) => !areRelated(one, other),
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
		const works = new WorkIndex(rule);
		for (const publication of publications) {
			const first = works.find(publication);
			if (!first) works.add(publication);
			else if (first.key !== publication.key && !reported.has(publication)) {
				reported.add(publication);
				reportPair(publication, first, rule.shared(publication), report);
			}
		}
	}
}

/** A work that a library has already, and what it shares with another. */
export interface Duplicate {
	readonly first: Publication;
	/** In words: 'the DOI 10.1000/xyz'. */
	readonly shared: string;
}

/** Gives what says of a work whether some others have it already, and which; and what makes a work one of the others. */
export function duplicateFinder(publications: readonly Publication[]): {
	find(publication: Publication): Duplicate | null;
	add(publication: Publication): void;
} {
	const known = rules.map((rule) => ({ rule, works: new WorkIndex(rule) }));
	const add = (publication: Publication) => {
		for (const { works } of known) works.add(publication);
	};
	publications.forEach(add);
	return {
		find: (publication) => {
			for (const { rule, works } of known) {
				const first = works.find(publication);
				if (first) return { first, shared: rule.shared(publication) };
			}
			return null;
		},
		add,
	};
}

/** WorkIndex by what a rule compares. */
class WorkIndex {
	private readonly rule: Rule;
	private readonly groups = new Map<string, Publication[]>();

	constructor(rule: Rule) {
		this.rule = rule;
	}

	find(publication: Publication): Publication | null {
		const key = this.rule.key(publication);
		const group = key === null ? undefined : this.groups.get(key);
		return group?.find((other) => this.rule.same(publication, other)) ?? null;
	}

	add(publication: Publication): void {
		const key = this.rule.key(publication);
		if (key === null) return;
		const group = this.groups.get(key);
		if (!group) this.groups.set(key, [publication]);
		else if (group.length < maxGroupSize) group.push(publication);
	}
}

function sameDoi(one: Publication, other: Publication): boolean {
	if (areRelated(one, other)) return false;
	if (parts.has(one.venue.kind) || parts.has(other.venue.kind)) return titleKey(one) === titleKey(other);
	// A preprint with the DOI of what it became is a pair, not a duplicate.
	return (one.venue.kind === 'preprint') === (other.venue.kind === 'preprint');
}

function reportPair(publication: Publication, first: Publication, shared: string, report: Report): void {
	const { key, entry } = publication;
	const same = titleKey(publication) === titleKey(first);
	const hint = same
		? `Keep one of them; ids = {${key}} in ${first.key} keeps the other key valid`
		: 'Remove one of them, or fix the wrong identifier (the titles differ)';
	report(
		diagnostic('library/duplicate', `${key} seems to be a duplicate of ${first.key}: they share ${shared}`, {
			span: entry.keySpan,
			hint,
			remedy: same ? mergeEntries(first.entry, entry) : [],
			related: [{ message: `${first.key} is here`, span: first.entry.keySpan }],
		}),
	);
}
