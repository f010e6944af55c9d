import { finish } from '../../formats/finish-file.ts';
import { plainText } from '../../latex/plain-text.ts';
import type { Item } from '../../lists/list.ts';
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

/** What the template `work` sees: the list, and one of its works. */
export interface WorkPageView extends ListView {
	readonly item: ItemView;
	/** Plain text. */
	readonly heading: string;
	/** For programs that look for works. */
	readonly tags: readonly Tag[];
	/** Its own address; null while the site's is not known. */
	readonly url: string | null;
	/** What addresses in it are relative to: the page of the list, else the folder above. */
	readonly base: string;
	/** The page of the list, from there; null where it has none. */
	readonly back: string | null;
}

/** A page for each work of a list, by its entry key. */
export function workPages(parts: DocumentParts): RenderedFile[] {
	const { view, environment, format, templates } = parts;
	const page = stylesheet(templates, ['page.css'], format);
	return namedWorks(parts).map(({ placed, name }) => {
		const own = workPage(placed.item, placed.view, name, parts, page);
		const contents = environment.render('work', Object.assign(withOwnStylesheet(view), own));
		return { name, contents: finish(format, contents) };
	});
}

/** The works of a list with the names of their pages. */
export function namedWorks(shown: ShownList): readonly { readonly placed: PlacedItem; readonly name: string }[] {
	const nameOf = fileNames();
	const prefix = `${shown.view.id}-`;
	return placedItems(shown).map((placed) => ({
		placed,
		name: `${nameOf(withoutPrefix(placed.view.id, prefix))}.html`,
	}));
}

/** Ids are those of a whole page, or begin with the list's own, in a fragment. */
function withoutPrefix(id: string, prefix: string): string {
	return id.startsWith(prefix) ? id.slice(prefix.length) : id;
}

function workPage(item: Item, view: ItemView, name: string, { view: list, locale }: DocumentParts, page: Inlined) {
	const { place } = list;
	const base = place.nearPage ?? '../';
	const url = place.url === null ? null : joined(place.url, name);
	const site = url === null ? null : new URL(base, url);
	const absolute = (address: string) => (/^https?:/i.test(address) ? address : site && new URL(address, site).href);
	return {
		stylesheet: page,
		item: view,
		heading: plainText(item.publication.title).trim() || (locale.term('no-title') ?? ''),
		tags: citationTags(item.publication, absolute),
		url,
		base,
		back: place.nearPage?.split('/').at(-1) ?? null,
	} satisfies Partial<WorkPageView>;
}

/** An address in a folder. */
export function joined(folder: string, name: string): string {
	return `${folder.replace(/\/?$/, '/')}${encodeURIComponent(name)}`;
}

/** A view that begins with all that a list has, and may have a stylesheet of its own. */
function withOwnStylesheet(view: ListView): ListView {
	return Object.create(view, { stylesheet: { writable: true } });
}

/** Names that Windows reserves, and one that means the folder. */
const reserved = /^(?:index|con|prn|aux|nul|com\d|lpt\d)$/i;
const longest = 100;

/**
 * Gives file names, without extension, for clean ids (`[\w-]`). No two are equal when case is ignored, and none is reserved. An
 * id keeps its name unless an earlier one has the same.
 */
export function fileNames(): (id: string) => string {
	const taken = new Set<string>();
	return (id) => {
		const short = id.slice(0, longest);
		const base = reserved.test(short) ? `${short}-` : short;
		let name = base;
		for (let count = 2; taken.has(name.toLowerCase()); count++) name = `${base}-${count}`;
		taken.add(name.toLowerCase());
		return name;
	};
}
