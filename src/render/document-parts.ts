import type { Item, PublicationList, Section } from '../lists/list.ts';
import type { Environment } from './environment.ts';
import type { Locale } from './locale.ts';
import type { ItemView, ListView, SectionView } from './view.ts';

/** What a file is made of. */
export interface DocumentParts {
	readonly list: PublicationList;
	readonly view: ListView;
	readonly environment: Environment;
	readonly locale: Locale;
}

/** An item with its view, in its section. */
export interface PlacedItem {
	readonly item: Item;
	readonly view: ItemView;
	readonly section: SectionView;
}

/** Every item in the order shown. */
export function placedItems({ list, view }: Pick<DocumentParts, 'list' | 'view'>): PlacedItem[] {
	const inSection = (section: Section, shown: SectionView | undefined): PlacedItem[] =>
		!shown
			? []
			: [
					...section.items.flatMap((item, index) => {
						const itemView = shown.items[index];
						return itemView ? [{ item, view: itemView, section: shown }] : [];
					}),
					...section.sections.flatMap((inner, index) => inSection(inner, shown.sections[index])),
				];
	return list.sections.flatMap((section, index) => inSection(section, view.sections[index]));
}
