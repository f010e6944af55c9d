import type { Item, LocalText, PublicationList, Section } from '../../lists/list.ts';
import { publicationYear } from '../../lists/publication-date.ts';
import { ownerName } from '../../people/declared-names.ts';
import type { Publication } from '../../publications/publication.ts';
import type { OtherPage, OtherPages } from '../documents/other-pages.ts';
import type { Place } from '../documents/place.ts';
import type { Inlined } from '../engine/inlined.ts';
import { scriptOf, tagsFor } from '../language/scripts.ts';
import type { Locale } from '../locale.ts';
import type { Look } from '../looks.ts';
import type { Entries } from './entries.ts';
import { type ItemId, itemIds } from './item-ids.ts';
import { ItemView, type Numbering } from './item-view.ts';
import { localText } from './local-text.ts';
import { type MarkView, markView } from './name-runs.ts';
import type { PersonView } from './person-view.ts';
import type { TableView } from './table-view.ts';
import type { ViewContext } from './work-parts.ts';
import { chartThreshold, type YearChart, yearChart } from './year-chart.ts';

/** The view that the templates of a list get. Every property exists; absent values are null. */
export interface ListView {
	/** Unique among the project's lists; contains only [a-z0-9-]. */
	readonly id: string;
	/** The list's own title; null when it has none. */
	readonly title: string | null;
	/** The title of a whole page: the list's, the project's, or the locale's word. */
	readonly pageTitle: string;
	/** The name of the list's owner, given name first; null when no owner is declared. */
	readonly owner: string | null;
	/** The person whose list it is; null for the list of the declared owners. */
	readonly person: PersonView | null;
	/** True for a whole page, whose heading is not part of the list. */
	readonly isPage: boolean;
	readonly note: string | null;
	/** Language tag. */
	readonly language: string;
	/** The language tag, and shorter ones that mean the same language in the same script: zh-CN, zh-Hans, zh. */
	readonly languageTags: readonly string[];
	/** The ISO 15924 code of the script of the language: Latn, Cyrl, Arab, Hans, Jpan … */
	readonly scriptCode: string;
	/** The language is written from right to left. */
	readonly rightToLeft: boolean;
	/** Level of the list's own heading, 1 to 6. */
	readonly level: number;
	readonly sections: readonly SectionView[];
	/** The table that the output shows instead of the works; null for the works. */
	readonly table: TableView | null;
	/** The number of works. */
	readonly count: number;
	/** Words in place of the works of a person who has none yet; null for other lists. */
	readonly emptyNote: string | null;
	/** The marks in use that have a word in the legend. */
	readonly legend: readonly MarkView[];
	readonly look: Look;
	readonly options: ViewContext['options'];
	/** The address of the output, and those of the page and the feed of the same list. */
	readonly place: Place;
	/** The pages that lead further: of the whole list, and of the previous and next part. */
	readonly navigation: NavigationView;
	/** What the head of a page says about it. */
	readonly head: PageHead;
	/** The allowed hosts of images, as sources of a Content-Security-Policy; '' for none. */
	readonly imageSources: string;
	/** The stylesheet, for pages that carry it, and its hash for a Content-Security-Policy. */
	readonly stylesheet: Inlined;
	/** The script, likewise. */
	readonly script: Inlined;
	/** The chart of works per year; null if it is off or has fewer than two years. */
	readonly chart: YearChart | null;
	/** What the script needs of the list, compressed. */
	readonly data: CompressedData;
}

/** The pages around that of a part of a list; null where there is none. */
export interface NavigationView {
	/** The page of the whole list, else the main page. */
	readonly up: PageLink | null;
	readonly previous: PageLink | null;
	readonly next: PageLink | null;
}

/** A link to another page. */
export interface PageLink {
	readonly url: string;
	readonly title: string;
}

/** A `<meta>` element that describes a page to programs. */
export interface MetaTag {
	/** `name`; `property` for Open Graph. */
	readonly attribute: 'name' | 'property';
	readonly name: string;
	readonly content: string;
}

/** What the head of a page says about it and its owner. */
export interface PageHead {
	/** The title of the page with the owner's name: 'Publications – Emmy Noether'. */
	readonly title: string;
	/** The owner's name; null if the title of the page contains it, or without an owner. */
	readonly owner: string | null;
	/** The addresses of the owner: ORCID and home page. */
	readonly ownerAddresses: readonly string[];
	/** The absolute address of the configured picture; null without one. */
	readonly image: string | null;
	/** Tags for previews of links and for search engines. */
	readonly tags: readonly MetaTag[];
}

/** The data of a list and its BibTeX file, both compressed, in base64. */
export interface CompressedData {
	readonly json: string;
	/** Null if the list shows no BibTeX. */
	readonly bibtex: string | null;
}

/** A section, with the level of its heading. */
export interface SectionView {
	readonly id: string;
	readonly title: string | null;
	readonly note: string | null;
	/** 1 for a top-level section. */
	readonly depth: number;
	/** Level of its heading, at most 6. */
	readonly level: number;
	readonly items: readonly ItemView[];
	readonly sections: readonly SectionView[];
	/** The number of works in it and its subsections. */
	readonly count: number;
	readonly numbering: Numbering;
}

/** The options and parts from which a list's view is made. */
export interface ListContext {
	readonly locale: Locale;
	readonly headingLevel: number;
	/** Replaces the title of the list; its own title when null or omitted. */
	readonly listTitle?: LocalText | null;
	/** The title of the page if the list has none. */
	readonly title: string | null;
	readonly person: PersonView | null;
	readonly look: Look;
	readonly options: ViewContext['options'];
	readonly imageSources: string;
	stylesheet(): Inlined;
	script(): Inlined;
	data(view: ListView): CompressedData;
	head(view: ListView): PageHead;
	/** Prefix of all ids in a fragment, so that they are unique on the page around it. */
	readonly idPrefix: string;
	/** The list is a whole page: its title is the page's heading. */
	readonly wholePage: boolean;
	/** The title is in the front matter and not a heading. */
	readonly titleAbove?: boolean;
	readonly place: Place;
	readonly otherPages: OtherPages;
	readonly entries: Entries;
	/** Where references to other works of the list lead; nowhere when omitted. */
	readonly references?: References | null;
}

/** Where references to other works of a list lead. */
export interface References {
	/** The beginning of addresses, before the id: '#', 'https://example.org/publications.html#'. */
	readonly prefix: string;
	/** The ids are those of the page of the list, not those in this file. */
	readonly toPage: boolean;
}

/**
 * Creates the view of a list. Ids of items are made of entry keys; equal ids get a number. On a whole page they have no
 * prefix, so that the addresses of works are short and stable. In a fragment they begin with `bibfolio-`.
 */
export function listView(list: PublicationList, context: ListContext): ListView {
	const { locale, headingLevel, wholePage, titleAbove = false, references = null } = context;
	const text = (value: Section['title']) => (value === null ? null : localText(value, locale.tag));
	const title = text(context.listTitle ?? list.spec.title);
	const generalTitle = context.title ?? locale.term('publications') ?? '';
	const pageLink = (page: OtherPage | null): PageLink | null =>
		page && { url: page.url, title: text(page.title) ?? generalTitle };
	const listId = wholePage ? list.id : `${context.idPrefix}${list.id}`;
	const idOf = idsOf(list, listId, wholePage ? '' : `${listId}-`);
	const idOnPage = references?.toPage ? idsOf(list, list.id, '') : null;
	const addresses = new Map<string, string>();
	const countsDown = list.sections.some(goesDown);
	const outermost = wholePage ? 2 : title === null || titleAbove ? headingLevel : headingLevel + 1;

	function sectionView(section: Section): SectionView {
		const numbering = numberingOf(section.items, countsDown);
		const items = section.items.map((item) => itemView(item, numbering));
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
			count: new Set(publicationsIn(section)).size,
			numbering,
		};
	}

	function itemView(item: Item, numbering: Numbering): ItemView {
		const { key, versions } = item.publication;
		const { id, repeats } = idOf(item.publication);
		const idInAddress = idOnPage?.(item.publication).id ?? id;
		for (const version of references ? [key, ...versions.map((version) => version.key)] : []) {
			if (!addresses.has(version)) addresses.set(version, `${references?.prefix}${idInAddress}`);
		}
		return new ItemView(item, { id, repeats }, numbering, context.entries, addresses);
	}

	let data: CompressedData | null = null;
	let head: PageHead | null = null;
	const view: ListView = {
		id: listId,
		title: wholePage || titleAbove ? null : title,
		pageTitle: title ?? context.person?.name ?? generalTitle,
		owner: ownerName(list.highlights.owners),
		person: context.person,
		isPage: wholePage,
		note: text(list.spec.note),
		language: locale.tag,
		languageTags: tagsFor(locale.tag),
		scriptCode: scriptOf(locale.tag),
		rightToLeft: locale.direction === 'rtl',
		level: headingLevel,
		sections: list.sections.map(sectionView),
		table: null,
		count: list.items.length,
		emptyNote: list.spec.part !== null && list.items.length === 0 ? locale.term('no-works') : null,
		legend: list.marksInUse.map((kind) => markView(kind, locale)).filter(({ label }) => label !== null),
		look: context.look,
		options: context.options,
		place: context.place,
		navigation: {
			up: pageLink(context.otherPages.up),
			previous: pageLink(context.otherPages.previous),
			next: pageLink(context.otherPages.next),
		},
		imageSources: context.imageSources,
		get head() {
			head ??= context.head(view);
			return head;
		},
		get stylesheet() {
			return context.stylesheet();
		},
		get script() {
			return context.script();
		},
		get chart() {
			return chartOf(list, context.options);
		},
		get data() {
			data ??= context.data(view);
			return data;
		},
	};
	return view;
}

/** The chart of a list. By default, lists with a script have one if they are long. */
function chartOf({ items }: PublicationList, options: ViewContext['options']): YearChart | null {
	const isShown = options['chart'] ?? (options['script'] === true && items.length >= chartThreshold);
	return isShown ? yearChart(items.map(({ publication }) => publicationYear(publication))) : null;
}

/**
 * Returns a function that makes the ids of items in the order shown. They differ from those of the list and its sections.
 * Repeated items get the last ids, so that they change no other id.
 */
function idsOf(
	{ sections, items }: PublicationList,
	listId: string,
	prefix: string,
): (publication: Publication) => ItemId {
	const newId = itemIds(prefix, [listId, ...sections.flatMap(idsIn).map((sectionId) => `${listId}-${sectionId}`)]);
	const firstIds = new Map(items.map(({ publication }) => [publication, newId(publication.key)]));
	const shown = new Set<Publication>();
	return (publication) => {
		const first = firstIds.get(publication);
		const isFirst = first !== undefined && !shown.has(publication);
		shown.add(publication);
		return isFirst ? { id: first, repeats: null } : { id: newId(publication.key), repeats: first ?? null };
	};
}

function idsIn({ id, sections }: Section): string[] {
	return [id, ...sections.flatMap(idsIn)];
}

function publicationsIn({ items, sections }: Section): Publication[] {
	return [...items.map(({ publication }) => publication), ...sections.flatMap(publicationsIn)];
}

/** The heading for a term of the locale. */
export function heading(term: string, locale: Locale): string {
	return locale.term(`section-${term}`) ?? locale.term(term) ?? term;
}

function goesDown({ items, sections }: Section): boolean {
	const down = items.some(({ number }, index) => {
		const previous = items[index - 1]?.number;
		return number !== null && previous != null && number.value < previous.value;
	});
	return down || sections.some(goesDown);
}

/** A section with one work counts as descending if any section of the list does. */
function numberingOf(items: readonly Item[], countsDown: boolean): Numbering {
	if (!items.length || items.some(({ number }) => !number)) return 'none';
	if (items.some(({ number }) => number?.label !== String(number?.value))) return 'labels';
	const first = items[0]?.number?.value ?? 0;
	const up = items.every(({ number }, index) => number?.value === first + index);
	return up && !(countsDown && items.length === 1) ? 'up' : 'values';
}
