import { plainText } from '../../latex/plain-text.ts';
import type { Marks } from '../../people/person.ts';
import { type CslItem, cslItem, cslName } from '../../publications/csl/csl-item.ts';
import type { Name } from '../../publications/names/name.ts';
import type { Publication } from '../../publications/publication.ts';
import { gzip } from '../../text/gzip.ts';
import { cacheByIdentity } from '../../text/identity-cache.ts';
import type { Locale } from '../locale.ts';
import type { CompressedData, ListView } from '../views/list-view.ts';
import { bibtexFile } from './bibtex-file.ts';
import { type CitedReference, type CiteStyle, citedReference } from './cited-reference.ts';
import type { PlacedItem } from './document-parts.ts';
import { type Facets, facetsOf } from './facets.ts';
import { packed } from './packed-data.ts';
import { forthcomingItems, type PageOrders, pageOrders } from './page-orders.ts';
import { safeJson } from './safe-json.ts';
import { schemaTypes } from './schema-org.ts';

/** What the script of a page needs of a list beyond the visible text: `src/browser/page/data/list-data.ts` reads it. */
export interface ListData extends Omit<Facets, 'works'> {
	/** The positions of the items in other orders. */
	readonly orders: PageOrders;
	/** The positions of the works that are forthcoming. */
	readonly forthcoming: readonly number[];
	/** The schema.org types of works and of their containers, by CSL type. */
	readonly schemaTypes: typeof schemaTypes;
	/** The lengths of the blocks in the BibTeX file. */
	readonly blocks: readonly number[];
	/** The names of the CSL styles to cite in; absent if there are none. */
	readonly styles?: readonly string[];
	/** By the id of the item. */
	readonly works: Readonly<Record<string, WorkData>>;
}

/** The data of one work. */
export interface WorkData {
	readonly key: string;
	/** As in {@link Facets}: indices of kind, keywords and people, and the year. */
	readonly facets: Facets['works'][string];
	/** Indices of its blocks in the BibTeX file; empty if the list shows no BibTeX of it. */
	readonly bibtex: readonly number[];
	/** CSL-JSON, without the abstract. */
	readonly csl: CslItem;
	/** The reference in each of the styles; null if a style writes nothing. */
	readonly styles?: readonly (CitedReference | null)[];
}

/**
 * Compresses the data of a list. Nothing in it depends on the machine.
 *
 * @param styles the CSL styles to cite in
 */
export function listData(
	view: ListView,
	items: readonly PlacedItem[],
	locale: Locale,
	styles: readonly CiteStyle[],
): CompressedData {
	const showsBibtex = view.options['bibtex'] !== false;
	const file = bibtexFile(
		items.map(({ view: { work } }) => (showsBibtex && !work.isTalk && !work.isAward ? work.bibtexBlocks : [])),
	);
	const { works: facets, ...tables } = facetsOf(items, locale);
	const works = items.map(({ item: { publication, marks }, view: { id } }, index): [string, WorkData] => [
		id,
		{
			key: publication.key,
			facets: facets[id] as Facets['works'][string],
			bibtex: file.works[index] ?? [],
			csl: plainItem(publication, marks, locale),
			...(styles.length > 0 && { styles: styles.map(({ style }) => citedReference(style, publication)) }),
		},
	]);
	const types = new Set(works.map(([, { csl }]) => csl.type));
	const data: ListData = {
		...tables,
		orders: pageOrders(items),
		forthcoming: forthcomingItems(items),
		schemaTypes: Object.fromEntries(Object.entries(schemaTypes).filter(([type]) => types.has(type))),
		blocks: file.lengths,
		...(styles.length > 0 && { styles: styles.map(({ label }) => label) }),
		works: Object.fromEntries(works),
	};
	return { json: gzip(safeJson(packed(data))), bibtex: file.text === '' ? null : gzip(file.text) };
}

/**
 * A publication as CSL-JSON in plain text, with ORCID iDs as Crossref writes them. Without any, the pages of people, which have
 * other marks, share it.
 */
function plainItem(publication: Publication, marks: Marks, locale: Locale): CslItem {
	const hasOrcid = [...marks.values()].some(([mark]) => mark?.person?.orcid);
	return itemWith(publication, hasOrcid ? marks : noMarks, locale);
}

const noMarks: Marks = new Map();

const itemWith = cacheByIdentity((publication: Publication, marks: Marks, locale: Locale): CslItem => {
	const name = (name: Name) => {
		const orcid = name.orcid ?? marks.get(name)?.[0]?.person?.orcid;
		return orcid ? { ...cslName(name), ORCID: orcid } : cslName(name);
	};
	const writers = { markup: plainText, name, eidAsPage: true, withoutAbstract: true };
	return cslItem(publication, (term) => locale.term(term), writers);
});
