import type { Report } from '../diagnostics/diagnostic.ts';
import type { Highlights } from '../people/highlight.ts';
import { emptyList } from './empty-list.ts';
import type { Item, ListSpec, PublicationList, Section } from './list.ts';
import { mergeVersions } from './merge-versions.ts';
import { numberRuns, type Run } from './numbering.ts';
import { sectionIds } from './section-ids.ts';
import { type Draft, divide } from './sections.ts';
import { matches } from './selector.ts';
import { sortPublications } from './sort.ts';
import { reportUnknownFields } from './unknown-fields.ts';

/**
 * Makes a list: skips hidden works, selects, merges versions, sorts, limits, divides into sections and numbers.
 * Reports `list/empty`, `list/unknown-field`, `list/left-over`.
 */
export function buildList(spec: ListSpec, highlights: Highlights, report: Report): PublicationList {
	const { publications } = highlights;
	const { where } = spec;
	const shown = publications.filter((each) => !each.hidden && (where === null || matches(where, each, highlights)));
	if (shown.length === 0 && publications.length > 0) {
		report(emptyList(`List "${spec.id}" matches none of the ${publications.length} works`, where));
	}
	reportUnknownFields(spec, shown, report);
	const merged = spec.mergeVersions ? mergeVersions(shown) : shown;
	const sorted = sortPublications(merged, spec.sort);
	const limited = spec.limit === null ? sorted : sorted.slice(0, spec.limit);
	const places = new Map(merged.map((each, index) => [each, index]));
	const sections = itemize(divide(spec, limited, places, highlights, report), spec.id, highlights);
	const items = sections.flatMap(itemsOf);
	return { id: spec.id, spec, sections, items, marksInUse: marksInUse(items) };
}

/** Turns drafts into sections with ids, and their works into items with numbers and marks. */
function itemize(drafts: readonly Draft[], listId: string, { marksOf }: Highlights): Section[] {
	const runs = drafts.flatMap(runsOf);
	const numbers = new Map(numberRuns(runs).map((row, index) => [runs[index]?.publications, row]));
	const idOf = sectionIds(listId);
	function section(draft: Draft, depth: number, parent: string | null): Section {
		const id = idOf(draft, parent);
		const row = numbers.get(draft.publications);
		return {
			id,
			title: draft.title,
			term: draft.term,
			note: draft.note,
			depth,
			items: draft.publications.map((publication, index) => ({
				publication,
				number: row?.[index] ?? null,
				marks: marksOf(publication),
			})),
			sections: draft.sections.map((each) => section(each, depth + 1, id)),
		};
	}
	return drafts.map((each) => section(each, 1, null));
}

function runsOf({ publications, number, counter, sections }: Draft): Run[] {
	return [{ publications, spec: number, counter }, ...sections.flatMap(runsOf)];
}

function itemsOf({ items, sections }: Section): Item[] {
	return [...items, ...sections.flatMap(itemsOf)];
}

/** Kinds of marks in the order in which a reader meets them. */
function marksInUse(items: readonly Item[]): string[] {
	const kinds = new Set<string>();
	for (const { publication, marks } of items) {
		if (marks.size === 0) continue;
		for (const list of Object.values(publication.contributors)) {
			for (const name of list.names) for (const { kind } of marks.get(name) ?? []) kinds.add(kind);
		}
	}
	return [...kinds];
}
