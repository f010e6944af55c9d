import type { Diagnostic, Report } from '../diagnostics/diagnostic.ts';
import { attemptAll } from '../diagnostics/internal-errors.ts';
import type { HighlightedWorks, Highlights } from '../people/highlight.ts';
import { isVisible } from '../people/person.ts';
import type { Publication } from '../publications/publication.ts';
import { cacheByIdentity } from '../text/identity-cache.ts';
import { keepEqual } from '../text/keep-equal.ts';
import { memoize } from '../text/memoize.ts';
import { emptyList } from './empty-list.ts';
import type { Item, ListSpec, PublicationList, Section } from './list.ts';
import { mergeVersions } from './merge-versions.ts';
import { numberRuns, type Run } from './numbering.ts';
import { worksIn } from './parts.ts';
import { sectionIds } from './section-ids.ts';
import { divide, type SectionDraft } from './sections.ts';
import { matches, type Selector } from './selector.ts';
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

/** The names to highlight in a list. */
export function highlightsIn({ owner, membership }: ListSpec, { matcher, inList }: HighlightedWorks): Highlights {
	return inList(owner === null ? null : matcher.find(owner), membership);
}

function groupAll(spec: ListSpec, highlighted: HighlightedWorks, report: Report): PublicationList {
	const { publications } = highlighted;
	const highlights = highlightsIn(spec, highlighted);
	const works = keptWorks(spec)(worksOf(spec, publications, highlights));
	if (works.length === 0 && publications.length > 0) {
		report(emptyList(`List "${spec.id}" matches none of the ${publications.length} works`, spec.where));
	}
	const { list, diagnostics } = grouped(spec, highlights, works);
	diagnostics.forEach(report);
	return list;
}

/**
 * The works of a list. Versions of a work are merged before works are divided into years or keywords, so that a preprint
 * is not in the year before its published version. The works of a person come first, because conditions such as `position`
 * are about this person.
 */
function worksOf(spec: ListSpec, publications: readonly Publication[], highlights: Highlights): readonly Publication[] {
	const { part } = spec;
	if (part === null) return selected(spec, publications, highlights);
	if (part.key === 'person') return selected(spec, worksIn(part, publications, highlights), highlights);
	return worksIn(part, dividedWorks(spec, publications, highlights), highlights);
}

/** The works of a list that its parts divide; the same array for all of them. */
export function dividedWorks(
	{ where, mergeVersions }: ListSpec,
	publications: readonly Publication[],
	highlights: Highlights,
): readonly Publication[] {
	return selectedOnce(where ?? anyWork, highlights, publications)(String(mergeVersions));
}

const selectedOnce = cacheByIdentity((where: Selector, highlights: Highlights, publications: readonly Publication[]) =>
	memoize((merges) => selected({ where, mergeVersions: merges === 'true' }, publications, highlights)),
);

const anyWork: Selector = {};

/** The publications that are not hidden and match the condition of a list, with their versions merged. */
function selected(
	{ where, mergeVersions: merges }: Pick<ListSpec, 'where' | 'mergeVersions'>,
	publications: readonly Publication[],
	highlights: Highlights,
): readonly Publication[] {
	const matching = publications.filter(
		(publication) => !publication.hidden && (where === null || matches(where, publication, highlights)),
	);
	return merges ? mergeVersions(matching) : matching;
}

/** The works of a list, the same array as in the previous build if they have not changed. So the list is the same object. */
const keptWorks = cacheByIdentity((_spec: ListSpec) => keepEqual<readonly Publication[]>());

const grouped = cacheByIdentity((spec: ListSpec, highlights: Highlights, works: readonly Publication[]) => {
	const diagnostics: Diagnostic[] = [];
	const report: Report = (problem) => diagnostics.push(problem);
	reportUnknownFields(spec, works, report);
	const sorted = sortPublications(works, spec.sort);
	const limited = spec.limit === null ? sorted : sorted.slice(0, spec.limit);
	const positions = new Map(works.map((publication, index) => [publication, index]));
	const sections = itemize(divide(spec, limited, positions, highlights, report), spec.id, highlights);
	const items = distinct(sections.flatMap(itemsOf));
	const list: PublicationList = { id: spec.id, spec, sections, items, marksInUse: marksInUse(items), highlights };
	return { list, diagnostics };
});

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

/** The first item of each publication. */
function distinct(items: readonly Item[]): Item[] {
	const firstItems = new Map<Publication, Item>();
	for (const item of items) if (!firstItems.has(item.publication)) firstItems.set(item.publication, item);
	return [...firstItems.values()];
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
