import type { Format } from '../../formats/format.ts';
import type { Item, PublicationList, Section } from '../../lists/list.ts';
import type { Environment } from '../engine/environment.ts';
import type { TemplateSet } from '../engine/templates.ts';
import type { Locale } from '../locale.ts';
import type { ItemView } from '../views/item-view.ts';
import type { ListView, SectionView } from '../views/list-view.ts';

/** A list and what templates see of it. */
export interface ShownList {
	readonly list: PublicationList;
	readonly view: ListView;
}

/** What the files of an output are made of. */
export interface DocumentParts extends ShownList {
	/** Every list of the project, this one first. */
	readonly lists: () => readonly ShownList[];
	readonly environment: Environment;
	readonly templates: TemplateSet;
	readonly format: Format;
	readonly locale: Locale;
}

/** A file of an output: below it where it is a folder, else the output itself, whose name is ''. */
export interface RenderedFile {
	readonly name: string;
	readonly contents: string;
}

/** An item with its view, in its section. */
export interface PlacedItem {
	readonly item: Item;
	readonly view: ItemView;
	readonly section: SectionView;
}

/** Every item in the order shown. */
export function placedItems({ list, view }: ShownList): PlacedItem[] {
	const placed: PlacedItem[] = [];
	function place(section: Section, shown: SectionView | undefined): void {
		for (const [index, item] of section.items.entries()) {
			const itemView = shown?.items[index];
			if (shown && itemView) placed.push({ item, view: itemView, section: shown });
		}
		for (const [index, inner] of section.sections.entries()) place(inner, shown?.sections[index]);
	}
	for (const [index, section] of list.sections.entries()) place(section, view.sections[index]);
	return placed;
}
