import type { Markup } from '../../formats/format.ts';
import type { Item, PublicationList, Section } from '../../lists/list.ts';
import type { Place } from '../documents/place.ts';
import type { Inlined } from '../engine/inlined.ts';
import type { Locale } from '../locale.ts';
import type { Entries } from './entries.ts';
import { itemIds } from './item-ids.ts';
import { ItemView, type Numbering } from './item-view.ts';
import { localText } from './local-text.ts';
import { type MarkView, markView } from './name-runs.ts';
import type { ViewContext } from './work-parts.ts';

/** What the templates of a list are given. Total: what is absent is null. */
export interface ListView {
	/** Unique among the project's lists, made of [a-z0-9-]. */
	readonly id: string;
	/** The list's own title; null when it has none. */
	readonly title: string | null;
	/** The title of a whole page: the list's, the project's, or the locale's word. */
	readonly pageTitle: string;
	/** Whose list it is, given name first; null when nobody is declared as its owner. */
	readonly owner: string | null;
	readonly note: string | null;
	/** Language tag. */
	readonly language: string;
	/** Level of the list's own heading, 1 to 6. */
	readonly level: number;
	readonly sections: readonly SectionView[];
	/** How many works there are. */
	readonly count: number;
	/** The marks in use that have a word in the legend. */
	readonly legend: readonly MarkView[];
	readonly options: ViewContext['options'];
	/** Its address, and those of the page and the feed of the same list. */
	readonly place: Place;
	/** The stylesheet, for pages that carry it, and its hash for a Content-Security-Policy. */
	readonly stylesheet: Inlined;
	/** The script, likewise. */
	readonly script: Inlined;
	/** The list in schema.org's terms, and the data of the page's search: JSON that is safe in a script. */
	readonly jsonLd: Markup;
	readonly facets: Markup;
}

/** One section, with its place among the headings. */
export interface SectionView {
	readonly id: string;
	readonly title: string | null;
	readonly note: string | null;
	/** One for a top section. */
	readonly depth: number;
	/** Level of its heading, at most 6. */
	readonly level: number;
	readonly items: readonly ItemView[];
	readonly sections: readonly SectionView[];
	/** Works in it and in the sections in it. */
	readonly count: number;
	readonly numbering: Numbering;
}

/** What a view of a list needs beside the list. */
export interface ListContext {
	readonly locale: Locale;
	readonly headingLevel: number;
	readonly title: string | null;
	readonly owner: string | null;
	readonly options: ViewContext['options'];
	stylesheet(): Inlined;
	script(): Inlined;
	jsonLd(view: ListView): Markup;
	facets(view: ListView): Markup;
	/** What ids begin with in a page of another site, so that none is used twice there. */
	readonly idPrefix: string;
	/** The list is a page of its own: its title is the page's heading. */
	readonly wholePage: boolean;
	/** The title is in the front matter, and is no heading. */
	readonly titleAbove?: boolean;
	readonly place: Place;
	readonly entries: Entries;
}

/**
 * The view of a list. Ids of items are made from entry keys, and numbered where two would be the same. On a page of its own they
 * are bare, so that addresses of works are short and stay; in a page of another site they begin with `bibfolio-`.
 */
export function listView(list: PublicationList, context: ListContext): ListView {
	const { locale, headingLevel, wholePage, titleAbove = false } = context;
	const text = (value: Section['title']) => (value === null ? null : localText(value, locale.tag));
	const title = text(list.spec.title);
	const listId = wholePage ? list.id : `${context.idPrefix}${list.id}`;
	const sectionIds = list.sections.flatMap(idsIn).map((one) => `${listId}-${one}`);
	const prefix = wholePage ? '' : `${listId}-`;
	const id = itemIds(prefix, [listId, ...sectionIds]);
	const countsDown = list.sections.some(goesDown);
	const outermost = wholePage ? 2 : title === null || titleAbove ? headingLevel : headingLevel + 1;

	function sectionView(section: Section): SectionView {
		const numbering = numberingOf(section.items, countsDown);
		const items = section.items.map((item) => new ItemView(item, id(item.publication.key), numbering, context.entries));
		const sections = section.sections.map(sectionView);
		const level = Math.min(6, outermost + section.depth - 1);
		return {
			id: `${listId}-${section.id}`,
			title: text(section.title) ?? (section.term === null ? null : heading(section.term, locale)),
			note: text(section.note),
			depth: section.depth,
			level,
			items,
			sections,
			count: sections.reduce((sum, inner) => sum + inner.count, items.length),
			numbering,
		};
	}

	const view: ListView = {
		id: listId,
		title: wholePage || titleAbove ? null : title,
		pageTitle: title ?? context.title ?? locale.term('publications') ?? '',
		owner: context.owner,
		note: text(list.spec.note),
		language: locale.tag,
		level: headingLevel,
		sections: list.sections.map(sectionView),
		count: list.items.length,
		legend: list.marksInUse.map((kind) => markView(kind, locale)).filter(({ label }) => label !== null),
		options: context.options,
		place: context.place,
		get stylesheet() {
			return context.stylesheet();
		},
		get script() {
			return context.script();
		},
		get jsonLd() {
			return context.jsonLd(view);
		},
		get facets() {
			return context.facets(view);
		},
	};
	return view;
}

function idsIn({ id, sections }: Section): string[] {
	return [id, ...sections.flatMap(idsIn)];
}

function heading(term: string, locale: Locale): string {
	return locale.term(`section-${term}`) ?? locale.term(term) ?? term;
}

function goesDown({ items, sections }: Section): boolean {
	const down = items.some(({ number }, index) => {
		const before = items[index - 1]?.number;
		return number !== null && before != null && number.value < before.value;
	});
	return down || sections.some(goesDown);
}

/** A list that counts down somewhere does so in sections of one work, too. */
function numberingOf(items: readonly Item[], countsDown: boolean): Numbering {
	if (!items.length || items.some(({ number }) => !number)) return 'none';
	if (items.some(({ number }) => number?.label !== String(number?.value))) return 'labels';
	const first = items[0]?.number?.value ?? 0;
	const up = items.every(({ number }, index) => number?.value === first + index);
	return up && !(countsDown && items.length === 1) ? 'up' : 'values';
}
