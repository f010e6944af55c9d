import { diagnostic, type Report } from '../diagnostics/diagnostic.ts';
import type { Publication } from '../publications/publication.ts';
import type { VenueKind } from '../publications/venues/venues.ts';
import type { CheckContext } from './check-context.ts';
import { mergeEntries } from './merge-entries.ts';
import { areRelated, arxivId, distinction, titleKey, workKey } from './same-work.ts';

/** Maximum number of different works compared under one key. Keeps the rule linear. */
const maxGroupSize = 12;

/** Kinds that may have the DOI of their book. */
const parts = new Set<VenueKind>(['chapter']);
/** Kinds that are not the paper itself, although they may have its identifiers. */
const companions = new Set<VenueKind>(['talk', 'lecture', 'poster', 'award', 'software', 'dataset', 'patent']);

interface Rule {
	/** What two duplicates share, for the message. */
	readonly shared: (publication: Publication) => string;
	/** The compared key; null if the rule does not apply to the work. */
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
 * Reports entries that seem to be the same work (`library/duplicate`), each once, with the first entry of that work: by
 * DOI, arXiv id or PubMed id, or by title and first author. The library reader reports equal keys.
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

/** An existing publication that a publication duplicates, and what they share. */
export interface Duplicate {
	readonly first: Publication;
	/** For a message: 'the DOI 10.1000/xyz'. */
	readonly shared: string;
}

/** Finds the duplicate of a publication among others; `add` adds a publication to these. */
export function duplicateFinder(publications: readonly Publication[]): {
	find(publication: Publication): Duplicate | null;
	add(publication: Publication): void;
} {
	const indexes = rules.map((rule) => ({ rule, works: new WorkIndex(rule) }));
	const add = (publication: Publication) => {
		for (const { works } of indexes) works.add(publication);
	};
	publications.forEach(add);
	return {
		find: (publication) => {
			for (const { rule, works } of indexes) {
				const first = works.find(publication);
				if (first) return { first, shared: rule.shared(publication) };
			}
			return null;
		},
		add,
	};
}

/** Publications by the key of a rule. */
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
	// A preprint with the DOI of its published version is a pair, not a duplicate.
	return (one.venue.kind === 'preprint') === (other.venue.kind === 'preprint');
}

function reportPair(publication: Publication, first: Publication, shared: string, report: Report): void {
	const { key, entry } = publication;
	const hasSameTitle = titleKey(publication) === titleKey(first);
	const hint = hasSameTitle
		? `Keep one of them; ids = {${key}} in ${first.key} keeps the other key valid`
		: 'Remove one of them, or fix the wrong identifier (the titles differ)';
	report(
		diagnostic('library/duplicate', `${key} seems to be a duplicate of ${first.key}: they share ${shared}`, {
			span: entry.keySpan,
			hint,
			remedy: hasSameTitle ? mergeEntries(first.entry, entry) : [],
			related: [{ message: `${first.key} is here`, span: first.entry.keySpan }],
		}),
	);
}
