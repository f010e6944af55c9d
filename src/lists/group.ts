import type { Report } from '../diagnostics/diagnostic.ts';
import { attemptAll } from '../diagnostics/internal-errors.ts';
import type { HighlightedWorks, Highlights } from '../people/highlight.ts';
import { isVisible } from '../people/person.ts';
import { emptyList } from './empty-list.ts';
import type { Item, ListSpec, PublicationList, Section } from './list.ts';
import { mergeVersions } from './merge-versions.ts';
import { numberRuns, type Run } from './numbering.ts';
import { worksIn } from './parts.ts';
import { sectionIds } from './section-ids.ts';
import { divide, type SectionDraft } from './sections.ts';
import { matches } from './selector.ts';
import { sortPublications } from './sort.ts';
import { reportUnknownFields } from './unknown-fields.ts';

/**
 * Builds a list: skips hidden publications, selects, merges versions, sorts, limits, divides into sections, and numbers.
 * Reports `list/empty`, `list/unknown-field` and `list/left-over`, except for the list of a part.
 */
export function group(spec: ListSpec, highlights: HighlightedWorks, report: Report): PublicationList {
	return attemptAll(
		highlights.publications,
		({ entry }) => entry,
		report,
		(publications, report) =>
			groupAll(spec, { ...highlights, publications }, spec.part === null ? report : ignoreProblems),
	);
}

/** The list of a part has the problems of the whole list, which are reported once. A part may be empty. */
const ignoreProblems: Report = () => {};

function groupAll(
	spec: ListSpec,
	{ publications, matcher, ownedBy }: HighlightedWorks,
	report: Report,
): PublicationList {
	const highlights = ownedBy(spec.owner === null ? null : matcher.find(spec.owner));
	const { where, part } = spec;
	const works = part === null ? publications : worksIn(part, publications, highlights);
	const selected = works.filter(
		(publication) => !publication.hidden && (where === null || matches(where, publication, highlights)),
	);
	if (selected.length === 0 && publications.length > 0) {
		report(emptyList(`List "${spec.id}" matches none of the ${publications.length} works`, where));
	}
	reportUnknownFields(spec, selected, report);
	const merged = spec.mergeVersions ? mergeVersions(selected) : selected;
	const sorted = sortPublications(merged, spec.sort);
	const limited = spec.limit === null ? sorted : sorted.slice(0, spec.limit);
	const positions = new Map(merged.map((publication, index) => [publication, index]));
	const sections = itemize(divide(spec, limited, positions, highlights, report), spec.id, highlights);
	const items = sections.flatMap(itemsOf);
	return { id: spec.id, spec, sections, items, marksInUse: marksInUse(items), highlights };
}

/** Converts drafts to sections with ids, and their publications to items with numbers and marks. */
function itemize(drafts: readonly SectionDraft[], listId: string, { marksOf }: Highlights): Section[] {
	const runs = drafts.flatMap(runsOf);
	const numbersOf = new Map(numberRuns(runs).map((numbers, index) => [runs[index]?.publications, numbers]));
	const idOf = sectionIds(listId);
	function section(draft: SectionDraft, depth: number, parent: string | null): Section {
		const id = idOf(draft, parent);
		const numbers = numbersOf.get(draft.publications);
		return {
			id,
			title: draft.title,
			term: draft.term,
			note: draft.note,
			depth,
			items: draft.publications.map((publication, index) => ({
				publication,
				number: numbers?.[index] ?? null,
				marks: marksOf(publication),
			})),
			sections: draft.sections.map((inner) => section(inner, depth + 1, id)),
		};
	}
	return drafts.map((draft) => section(draft, 1, null));
}

function runsOf({ publications, number, counter, sections }: SectionDraft): Run[] {
	return [{ publications, spec: number, counter }, ...sections.flatMap(runsOf)];
}

function itemsOf({ items, sections }: Section): Item[] {
	return [...items, ...sections.flatMap(itemsOf)];
}

/** Kinds of marks in the order of first use. */
function marksInUse(items: readonly Item[]): string[] {
	const kinds = new Set<string>();
	for (const { publication, marks } of items) {
		if (marks.size === 0) continue;
		for (const list of Object.values(publication.contributors)) {
			for (const name of list.names) for (const mark of marks.get(name)?.filter(isVisible) ?? []) kinds.add(mark.kind);
		}
	}
	return [...kinds];
}
