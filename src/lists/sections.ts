import { diagnostic, type Report } from '../diagnostics/diagnostic.ts';
import type { Highlights } from '../people/highlight.ts';
import type { Publication } from '../publications/publication.ts';
import { emptyList } from './empty-list.ts';
import { groupBy } from './group-by.ts';
import type { GroupKey, ListSpec, LocalText, NumberSpec, SectionSpec, SortKey } from './list.ts';
import { matches } from './selector.ts';
import { sortPublications } from './sort.ts';

/** A section before its works are numbered. */
export interface Draft {
	/** The id asked for, or null. */
	readonly id: string | null;
	readonly title: LocalText | null;
	readonly term: string | null;
	readonly note: LocalText | null;
	readonly number: NumberSpec;
	/** Sections with one counter are counted together. */
	readonly counter: object;
	readonly publications: readonly Publication[];
	readonly sections: readonly Draft[];
}

interface Context {
	readonly list: ListSpec;
	readonly highlights: Highlights;
	readonly report: Report;
	/** The place of each work in the library, for sections that sort anew. */
	readonly places: ReadonlyMap<Publication, number>;
	/** The counter of all sections with the scope 'list'. */
	readonly listCounter: object;
}

/** What inner sections inherit from a section. */
interface Inherited {
	readonly sort: readonly SortKey[];
	readonly number: NumberSpec;
	/** The counter to continue; null: the section starts its own. */
	readonly counter: object | null;
}

/**
 * Divides the sorted works of a list into its sections; `places` are their positions in the library. The first section that
 * matches a work takes it; later sections can take works beyond a section's limit. Works that match no section go into a
 * last section 'left-over' and are reported. Empty sections are dropped.
 *
 * A configured section starts its own count, and so do the outermost groups of a list without sections; groups inside a
 * section continue its count.
 */
export function divide(
	list: ListSpec,
	publications: readonly Publication[],
	places: ReadonlyMap<Publication, number>,
	highlights: Highlights,
	report: Report,
): Draft[] {
	const context: Context = { list, highlights, report, places, listCounter: {} };
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
): Draft[] {
	let left = publications;
	const drafts: Draft[] = [];
	const cut = new Set<Publication>();
	for (const spec of specs) {
		const wanted = left.filter((publication) => takes(spec, publication, context.highlights));
		const sort = spec.sort ?? inherited.sort;
		const sorted = spec.sort ? sortPublications(asInFile(wanted, context), sort) : wanted;
		const taken = spec.limit === null ? sorted : sorted.slice(0, spec.limit);
		for (const publication of sorted.slice(taken.length)) cut.add(publication);
		if (taken.length === 0) {
			context.report(emptyList(`Section "${nameOf(spec)}" of list "${context.list.id}" matches no works`, spec.where));
			continue;
		}
		const gone = new Set(taken);
		left = left.filter((publication) => !gone.has(publication));
		const number = { ...inherited.number, ...spec.number };
		drafts.push(configured(spec, taken, { sort, number, counter: null }, context));
	}
	const leftOver = left.filter((publication) => !cut.has(publication));
	if (leftOver.length > 0 && context.list.leftOvers === 'show') {
		reportLeftOver(leftOver, context);
		drafts.push(draft({ term: 'left-over', publications: leftOver }, inherited, context));
	}
	return drafts;
}

function asInFile(publications: readonly Publication[], { places }: Context): Publication[] {
	return publications.toSorted((one, other) => (places.get(one) ?? 0) - (places.get(other) ?? 0));
}

/** A section without a selector takes what its inner sections take; without those, everything. */
function takes(spec: SectionSpec, publication: Publication, highlights: Highlights): boolean {
	if (spec.where) return matches(spec.where, publication, highlights);
	return !spec.sections?.length || spec.sections.some((each) => takes(each, publication, highlights));
}

function configured(
	spec: SectionSpec,
	publications: readonly Publication[],
	inherited: Inherited,
	context: Context,
): Draft {
	const { id, title, note } = spec;
	const heading = { id, title, note };
	if (spec.sections?.length) {
		const sections = divideBySections(spec.sections, publications, inherited, context);
		return draft({ ...heading, sections }, inherited, context);
	}
	const own = draft({ ...heading, publications }, inherited, context);
	if (spec.groupBy.length === 0) return own;
	const sections = divideByGroups(spec.groupBy, publications, { ...inherited, counter: own.counter }, context);
	return { ...own, publications: [], sections };
}

function divideByGroups(
	[key, ...inner]: readonly GroupKey[],
	publications: readonly Publication[],
	inherited: Inherited,
	context: Context,
): Draft[] {
	if (key === undefined) return [];
	return groupBy(key, publications, context.highlights, inherited.sort).map((group) => {
		const own = draft(group, inherited, context);
		if (inner.length === 0) return own;
		const sections = divideByGroups(inner, group.publications, { ...inherited, counter: own.counter }, context);
		return { ...own, publications: [], sections };
	});
}

function draft(
	parts: Partial<Omit<Draft, 'number' | 'counter'>>,
	{ number, counter }: Inherited,
	{ listCounter }: Context,
): Draft {
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
