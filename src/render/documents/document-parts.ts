import type { Format } from '../../formats/format.ts';
import type { Item, PublicationList, Section } from '../../lists/list.ts';
import type { Publication } from '../../publications/publication.ts';
import type { Environment } from '../engine/environment.ts';
import type { TemplateSet } from '../engine/templates.ts';
import type { Locale } from '../locale.ts';
import type { ItemView } from '../views/item-view.ts';
import type { ListView, SectionView } from '../views/list-view.ts';
import type { PeoplePages } from '../views/name-links.ts';

/** A list and its view. */
export interface ShownList {
	readonly list: PublicationList;
	readonly view: ListView;
}

/** A list with everything needed to write the files of an output. */
export interface DocumentParts extends ShownList {
	/** All lists of the project, this one first. */
	readonly lists: () => readonly ShownList[];
	/** The pages of people that names lead to. */
	readonly people: PeoplePages;
	/** The addresses of the pages of all parts on the site; none when omitted. */
	readonly partAddresses?: readonly string[];
	readonly environment: Environment;
	readonly templates: TemplateSet;
	readonly format: Format;
	readonly locale: Locale;
	/** 'list', or the name of a statistic. */
	readonly show: string;
	/** The configured title of the output; null for that of the list. */
	readonly outputTitle: string | null;
}

/** A file of an output: `name` is relative to the output if that is a folder, else ''. */
export interface RenderedFile {
	readonly name: string;
	readonly contents: string;
}

/** An item with its view and its sections. */
export interface PlacedItem {
	readonly item: Item;
	readonly view: ItemView;
	/** Several if the list repeats the work in other groups; the first one contains `item`. */
	readonly sections: readonly [SectionView, ...SectionView[]];
}

/** A view that inherits from the list's view, with further values. They also replace what that computes on access. */
export function viewWith<Additions extends object>(view: ListView, additions: Additions): ListView & Additions {
	return Object.create(view, Object.getOwnPropertyDescriptors(additions));
}

/** All works of a list in the order shown, each once. */
export function placedItems({ list, view }: ShownList): PlacedItem[] {
	const placed = new Map<Publication, PlacedItem & { readonly sections: [SectionView, ...SectionView[]] }>();
	function addSection(section: Section, sectionView: SectionView | undefined): void {
		for (const [index, item] of section.items.entries()) {
			const itemView = sectionView?.items[index];
			if (!sectionView || !itemView) continue;
			const first = placed.get(item.publication);
			if (first) first.sections.push(sectionView);
			else placed.set(item.publication, { item, view: itemView, sections: [sectionView] });
		}
		for (const [index, inner] of section.sections.entries()) addSection(inner, sectionView?.sections[index]);
	}
	for (const [index, section] of list.sections.entries()) addSection(section, view.sections[index]);
	return [...placed.values()];
}
