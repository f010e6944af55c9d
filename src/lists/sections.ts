import { diagnostic, type Report } from '../diagnostics/diagnostic.ts';
import type { Highlights } from '../people/highlight.ts';
import type { Publication } from '../publications/publication.ts';
import { emptyList } from './empty-list.ts';
import { groupBy } from './group-by.ts';
import type { GroupKey, ListSpec, LocalText, NumberSpec, SectionSpec, SortKey } from './list.ts';
import { matches } from './selector.ts';
import { sortPublications } from './sort.ts';

/** A section before numbering. */
export interface SectionDraft {
	/** The configured id, or null. */
	readonly id: string | null;
	readonly title: LocalText | null;
	readonly term: string | null;
	readonly note: LocalText | null;
	readonly number: NumberSpec;
	/** Sections with the same counter object are numbered together. */
	readonly counter: object;
	readonly publications: readonly Publication[];
	readonly sections: readonly SectionDraft[];
}

interface Context {
	readonly list: ListSpec;
	readonly highlights: Highlights;
	readonly report: Report;
	/** The position of each publication in the library, for sections with their own sort keys. */
	readonly positions: ReadonlyMap<Publication, number>;
	/** The counter of all sections with the scope 'list'. */
	readonly listCounter: object;
}

/** Settings that inner sections inherit. */
interface Inherited {
	readonly sort: readonly SortKey[];
	readonly number: NumberSpec;
	/** The counter to continue; null starts a new one. */
	readonly counter: object | null;
}

/**
 * Divides the sorted publications of a list into sections; `positions` are those in the library. Each publication is in the
 * first section that matches; those beyond the limit of a section can be in later sections. Publications that match no
 * section are in a last section 'left-over' and are reported. Empty sections are dropped and reported.
 *
 * Each configured section has its own count, as have the outermost groups of a list without sections. Groups inside a
 * section continue its count.
 */
export function divide(
	list: ListSpec,
	publications: readonly Publication[],
	positions: ReadonlyMap<Publication, number>,
	highlights: Highlights,
	report: Report,
): SectionDraft[] {
	const context: Context = { list, highlights, report, positions, listCounter: {} };
	const inherited: Inherited = { sort: list.sort, number: list.number, counter: null };
	if (publications.length === 0) return [];
	if (list.sections?.length) return divideBySections(list.sections, publications, inherited, context);
	if (list.groupBy.length > 0) return divideByGroups(list.groupBy, publications, inherited, context);
	return [draft({ publications }, inherited, context)];
}

function divideBySections(
	specs: readonly SectionSpec[],
	publications: readonly Publication[],
	inherited: Inherited,
	context: Context,
): SectionDraft[] {
	let remaining = publications;
	const drafts: SectionDraft[] = [];
	const beyondLimit = new Set<Publication>();
	for (const spec of specs) {
		const matching = remaining.filter((publication) => includes(spec, publication, context.highlights));
		const sort = spec.sort ?? inherited.sort;
		const sorted = spec.sort ? sortPublications(inFileOrder(matching, context), sort) : matching;
		const taken = spec.limit === null ? sorted : sorted.slice(0, spec.limit);
		for (const publication of sorted.slice(taken.length)) beyondLimit.add(publication);
		if (taken.length === 0) {
			context.report(emptyList(`Section "${nameOf(spec)}" of list "${context.list.id}" matches no works`, spec.where));
			continue;
		}
		const takenSet = new Set(taken);
		remaining = remaining.filter((publication) => !takenSet.has(publication));
		const number = { ...inherited.number, ...spec.number };
		drafts.push(sectionDraft(spec, taken, { sort, number, counter: null }, context));
	}
	const leftOver = remaining.filter((publication) => !beyondLimit.has(publication));
	if (leftOver.length > 0 && context.list.leftOvers === 'show') {
		reportLeftOver(leftOver, context);
		drafts.push(draft({ term: 'left-over', publications: leftOver }, inherited, context));
	}
	return drafts;
}

function inFileOrder(publications: readonly Publication[], { positions }: Context): Publication[] {
	return publications.toSorted((one, other) => (positions.get(one) ?? 0) - (positions.get(other) ?? 0));
}

/** A section without a selector includes the publications of its inner sections; without these, all. */
function includes(spec: SectionSpec, publication: Publication, highlights: Highlights): boolean {
	if (spec.where) return matches(spec.where, publication, highlights);
	return !spec.sections?.length || spec.sections.some((section) => includes(section, publication, highlights));
}

function sectionDraft(
	spec: SectionSpec,
	publications: readonly Publication[],
	inherited: Inherited,
	context: Context,
): SectionDraft {
	const { id, title, note } = spec;
	const heading = { id, title, note };
	if (spec.sections?.length) {
		const sections = divideBySections(spec.sections, publications, inherited, context);
		return draft({ ...heading, sections }, inherited, context);
	}
	const undivided = draft({ ...heading, publications }, inherited, context);
	if (spec.groupBy.length === 0) return undivided;
	const sections = divideByGroups(spec.groupBy, publications, { ...inherited, counter: undivided.counter }, context);
	return { ...undivided, publications: [], sections };
}

function divideByGroups(
	[key, ...inner]: readonly GroupKey[],
	publications: readonly Publication[],
	inherited: Inherited,
	context: Context,
): SectionDraft[] {
	if (key === undefined) return [];
	return groupBy(key, publications, context.highlights, { sort: inherited.sort, repeat: context.list.repeat }).map(
		(group) => {
			const undivided = draft(group, inherited, context);
			if (inner.length === 0) return undivided;
			const sections = divideByGroups(inner, group.publications, { ...inherited, counter: undivided.counter }, context);
			return { ...undivided, publications: [], sections };
		},
	);
}

function draft(
	parts: Partial<Omit<SectionDraft, 'number' | 'counter'>>,
	{ number, counter }: Inherited,
	{ listCounter }: Context,
): SectionDraft {
	return {
		id: parts.id ?? null,
		title: parts.title ?? null,
		term: parts.term ?? null,
		note: parts.note ?? null,
		publications: parts.publications ?? [],
		sections: parts.sections ?? [],
		number,
		counter: number.scope === 'list' ? listCounter : (counter ?? {}),
	};
}

function nameOf({ id, title }: SectionSpec): string {
	return id ?? (typeof title === 'string' ? title : (Object.values(title ?? {})[0] ?? 'untitled'));
}

function reportLeftOver(publications: readonly Publication[], { list, report }: Context): void {
	const keys = publications.slice(0, 10).map(({ key }) => key);
	const more = publications.length > keys.length ? ` and ${publications.length - keys.length} more` : '';
	const works = publications.length === 1 ? '1 work matches' : `${publications.length} works match`;
	report(
		diagnostic('list/left-over', `${works} no section of list "${list.id}": ${keys.join(', ')}${more}`, {
			span: publications[0]?.entry.keySpan,
			hint: 'Add a section for them, or hide them with "left-overs: hide"',
		}),
	);
}
