import { Markup } from '../../formats/format.ts';
import { plainText } from '../../latex/plain-text.ts';
import type { RichText } from '../../latex/rich-text.ts';
import type { NameStyle } from '../../lists/list.ts';
import { defaultNameStyle } from '../../lists/list-defaults.ts';
import type { Publication } from '../../publications/publication.ts';
import { fieldRich } from '../../publications/publication-fields.ts';
import type { Inlined } from '../engine/inlined.ts';
import { writeWork } from '../views/entries.ts';
import type { ItemView } from '../views/item-view.ts';
import type { ListView, MetaTag } from '../views/list-view.ts';
import { nameLinks } from '../views/name-links.ts';
import { type MarkView, type NamesView, WrittenNames } from '../views/name-runs.ts';
import { isoDate } from '../views/plain-values.ts';
import { type LinkView, nameStyleIn } from '../views/work-parts.ts';
import type { WorkView } from '../views/work-view.ts';
import { citationTags } from './citation-tags.ts';
import { type DocumentParts, type PlacedItem, viewWith } from './document-parts.ts';
import { excerpt, openGraph } from './open-graph.ts';
import { safeJson } from './safe-json.ts';
import { schemaOrgWork } from './schema-org.ts';

/** The view of the template `work`: the list, and one of its works. */
export interface WorkPageView extends ListView {
	readonly item: ItemView;
	/** The title as plain text. */
	readonly heading: string;
	/** All creators, with their given names in full; null without creators. */
	readonly people: NamesView | null;
	/** Where and when the work appeared, from the template `work-source`. */
	readonly source: Markup;
	/** The reference in the list's own style, from the template `work-reference`. */
	readonly reference: Markup;
	/** DOI, ISBN and the like. */
	readonly numbers: readonly Identifier[];
	/** Where the work can be read, best; null without such a link. */
	readonly mainLink: LinkView | null;
	readonly otherLinks: readonly LinkView[];
	/** Other versions, such as the preprint. */
	readonly otherVersions: readonly OtherVersion[];
	/** Its neighbours in the list. */
	readonly previous: Neighbour | null;
	readonly next: Neighbour | null;
	/** Metadata for Google Scholar, Zotero, and previews of links. */
	readonly tags: readonly MetaTag[];
	/** schema.org data. */
	readonly jsonLd: Markup;
	/** The address of the page; null if that of the site is unknown. */
	readonly url: string | null;
	/** The base of relative addresses in it: the page of the list, else the folder above. */
	readonly base: string;
	/** The page of the list, relative to `base`; null if there is none. */
	readonly back: string | null;
}

interface Identifier {
	readonly label: string;
	readonly value: string;
	/** Null without an address. */
	readonly url: string | null;
}

interface OtherVersion {
	/** Its title; null if it is that of the work. */
	readonly title: RichText | null;
	/** Where it appeared, from the template `work-source`. */
	readonly source: Markup;
	/** Its address, and links that the work lacks. */
	readonly links: readonly LinkView[];
}

interface Neighbour {
	/** Relative to `base`. */
	readonly url: string;
	readonly title: string;
}

/** A work and the file name of its page. */
export interface NamedWork {
	readonly placed: PlacedItem;
	readonly name: string;
}

/** The stylesheet and the script that all pages share. */
export interface SharedParts {
	readonly stylesheet: Inlined;
	readonly script: Inlined;
}

/** Writes the page of the work at an index. */
export function workPage(
	works: readonly NamedWork[],
	index: number,
	parts: DocumentParts,
	shared: SharedParts,
): string {
	const { view: list, environment, locale, people: peoplePages } = parts;
	const { placed, name } = works[index] as NamedWork;
	const { item, view } = placed;
	const { publication, marks } = item;
	const { work } = view;
	const { place } = list;
	const base = place.nearPage ?? '../';
	const url = place.url === null ? null : addressIn(place.url, name);
	const site = url === null ? null : new URL(base, url);
	const absolute = (address: string) => (/^https?:/i.test(address) ? address : site && new URL(address, site).href);
	const image = (work.preview && absolute(work.preview)) ?? list.head.image;
	const rendered = (template: string, work: WorkView, publication: Publication) =>
		writeWork(template, work, publication, environment, locale);
	const { author, inventor, organizer, editor } = publication.contributors;
	const names = author ?? inventor ?? organizer ?? editor;
	const people = names
		? new WrittenNames(names, nameStyleIn(locale, fullNames, publication), marks, locale, peoplePages)
		: null;
	const kinds = new Set(people?.runs.flatMap(({ marks }) => marks.map(({ kind }) => kind)));
	const heading = plainTitle(placed, parts);
	const { mainLink } = work;
	const neighbour = (work: NamedWork | undefined): Neighbour | null =>
		work && place.nearFolder !== null
			? { url: addressIn(place.nearFolder, work.name), title: plainTitle(work.placed, parts) }
			: null;
	const additions = {
		...shared,
		item: view,
		heading,
		people,
		legend: list.legend.filter(({ kind }: MarkView) => kinds.has(kind)),
		source: rendered('work-source', work, publication),
		reference: rendered('work-reference', work, publication),
		numbers: numbersOf(work),
		mainLink,
		otherLinks: work.links.filter((link) => link.url !== mainLink?.url),
		otherVersions: work.versions.map((version, at) => ({
			title: plainText(version.title ?? []) === plainText(work.title ?? []) ? null : version.title,
			source: rendered('work-source', version, publication.versions[at] ?? publication),
			// The links of all versions are among those of the work.
			links: version.links.filter(
				({ url }) => url === version.address || !work.links.some((shown) => shown.url === url),
			),
		})),
		previous: neighbour(works[index - 1]),
		next: neighbour(works[index + 1]),
		tags: [
			...citationTags(item, { page: url, absolute }),
			...openGraph({
				title: heading,
				description: descriptionOf(placed, people),
				type: 'article',
				siteName: list.head.title,
				url,
				image,
				more: [
					['article:published_time', isoDate(publication.issued ?? publication.eventDate)],
					...(names?.names ?? []).map((name) => {
						const { url } = nameLinks(name, marks.get(name) ?? [], peoplePages);
						return ['article:author', url && absolute(url)] as const;
					}),
					...publication.keywords.map((keyword) => ['article:tag', keyword] as const),
				],
			}),
		],
		jsonLd: new Markup(safeJson(schemaOrgWork(item, { page: url, image, people: peoplePages, absolute }))),
		url,
		base,
		back: place.nearPage?.split('/').at(-1) ?? null,
	} satisfies Partial<WorkPageView>;
	return environment.render('work', viewWith(list, additions));
}

/** 'Emmy Noether, Martin Luther King, Jr., … and Ludwig van Beethoven'; long lists are cut, except for marked names. */
const fullNames: NameStyle = {
	...defaultNameStyle,
	nameAsSortOrder: 'none',
	initializeWith: null,
	etAlMin: 101,
	etAlUseFirst: 50,
};

/** The address of a file in a folder. */
export function addressIn(folder: string, name: string): string {
	return `${folder.replace(/(?<=[^/])$/, '/')}${encodeURIComponent(name)}`;
}

function plainTitle({ item }: PlacedItem, { locale }: DocumentParts): string {
	return plainText(item.publication.title).trim() || (locale.term('no-title') ?? '');
}

/** Their labels are proper names, which are the same in all languages. */
function numbersOf({ identifiers, links }: WorkView): readonly Identifier[] {
	const { doi, arxiv, pmid, isbn, issn } = identifiers;
	const urlOf = (wanted: string) => links.find(({ kind }) => kind === wanted)?.url ?? null;
	const rows: readonly (readonly [label: string, value: string | null, url?: string | null])[] = [
		['DOI', doi, urlOf('doi')],
		['arXiv', arxiv, urlOf('arxiv')],
		['PubMed', pmid, urlOf('pubmed')],
		['ISBN', isbn.join(', ')],
		['ISSN', issn.join(', ')],
	];
	return rows.flatMap(([label, value, url = null]) => (value ? [{ label, value, url }] : []));
}

/** The maximum length of a description, in UTF-16 code units; search engines show about 160. */
const descriptionLength = 200;

/** The beginning of the abstract, else names, venue and date. */
function descriptionOf({ item: { publication }, view: { work } }: PlacedItem, people: NamesView | null): string {
	const abstract = fieldRich(publication, 'abstract');
	if (abstract) return excerpt(plainText(abstract), descriptionLength);
	const { containerTitle, eventTitle, institution, publisher } = publication;
	const venue = containerTitle ?? eventTitle ?? institution ?? publisher;
	const facts = [people?.plain, venue && plainText(venue), work.date?.text];
	return excerpt(facts.filter(Boolean).join('. '), descriptionLength);
}
