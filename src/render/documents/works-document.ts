import { finish } from '../../formats/finish-file.ts';
import { plainText } from '../../latex/plain-text.ts';
import type { Item } from '../../lists/list.ts';
import { freeNames } from '../../text/free-names.ts';
import { type Inlined, stylesheet } from '../engine/inlined.ts';
import type { ItemView } from '../views/item-view.ts';
import type { ListView } from '../views/list-view.ts';
import { citationTags, type Tag } from './citation-tags.ts';
import {
	type DocumentParts,
	type PlacedItem,
	placedItems,
	type RenderedFile,
	type ShownList,
} from './document-parts.ts';

/** The view of the template `work`: the list, and one of its works. */
export interface WorkPageView extends ListView {
	readonly item: ItemView;
	/** The title as plain text. */
	readonly heading: string;
	/** Metadata for Google Scholar, Zotero and the like. */
	readonly tags: readonly Tag[];
	/** The address of the page; null if that of the site is unknown. */
	readonly url: string | null;
	/** The base of relative addresses in it: the page of the list, else the folder above. */
	readonly base: string;
	/** The page of the list, relative to `base`; null if there is none. */
	readonly back: string | null;
}

/** A page for each work of a list, named after its entry key. */
export function workPages(parts: DocumentParts): RenderedFile[] {
	const { view, environment, format, templates } = parts;
	const pageStylesheet = stylesheet(templates, [view.look.stylesheet, 'page.css'], format);
	return namedWorks(parts).map(({ placed, name }) => {
		const additions = workPage(placed.item, placed.view, name, parts, pageStylesheet);
		const contents = environment.render('work', Object.assign(extensibleView(view), additions));
		return { name, contents: finish(format, contents) };
	});
}

/** The works of a list with the file names of their pages. */
export function namedWorks(shown: ShownList): readonly { readonly placed: PlacedItem; readonly name: string }[] {
	const nameOf = fileNames();
	const prefix = `${shown.view.id}-`;
	return placedItems(shown).map((placed) => ({
		placed,
		name: `${nameOf(withoutPrefix(placed.view.id, prefix))}.html`,
	}));
}

/** Ids in a fragment begin with the id of the list; ids on a whole page do not. */
function withoutPrefix(id: string, prefix: string): string {
	return id.startsWith(prefix) ? id.slice(prefix.length) : id;
}

function workPage(
	item: Item,
	view: ItemView,
	name: string,
	{ view: list, locale }: DocumentParts,
	pageStylesheet: Inlined,
) {
	const { place } = list;
	const base = place.nearPage ?? '../';
	const url = place.url === null ? null : addressIn(place.url, name);
	const site = url === null ? null : new URL(base, url);
	const absolute = (address: string) => (/^https?:/i.test(address) ? address : site && new URL(address, site).href);
	return {
		stylesheet: pageStylesheet,
		item: view,
		heading: plainText(item.publication.title).trim() || (locale.term('no-title') ?? ''),
		tags: citationTags(item.publication, absolute),
		url,
		base,
		back: place.nearPage?.split('/').at(-1) ?? null,
	} satisfies Partial<WorkPageView>;
}

/** The address of a file in a folder. */
export function addressIn(folder: string, name: string): string {
	return `${folder.replace(/\/?$/, '/')}${encodeURIComponent(name)}`;
}

/** A view that inherits from the list's view and can replace its stylesheet. */
function extensibleView(view: ListView): ListView {
	return Object.create(view, { stylesheet: { writable: true } });
}

/** Names that Windows reserves, and `index`, which means the folder. */
const reserved = /^(?:index|con|prn|aux|nul|com\d|lpt\d)$/i;
const maxLength = 100;

/**
 * Returns a function that makes file names, without extension, of clean ids (`[\w-]`). No two are equal when case is ignored,
 * and none is reserved. A name is the id itself unless an earlier id took it.
 */
export function fileNames(): (id: string) => string {
	const taken = new Set<string>();
	const freeName = freeNames((name) => taken.has(name.toLowerCase()));
	return (id) => {
		const short = id.slice(0, maxLength);
		const name = freeName(reserved.test(short) ? `${short}-` : short);
		taken.add(name.toLowerCase());
		return name;
	};
}
