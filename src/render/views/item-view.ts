import type { Markup } from '../../formats/format.ts';
import type { Item } from '../../lists/list.ts';
import { View } from '../engine/look-up.ts';
import type { Addresses, Entries } from './entries.ts';
import type { ItemId } from './item-ids.ts';
import type { WorkView } from './work-view.ts';

/**
 * How the works of a section are numbered: `up` for 4, 5, 6; `values` for other plain numbers (6, 5, 4); `labels` if a
 * label is not only its number (J3); `none` without numbers.
 */
export type Numbering = 'up' | 'values' | 'labels' | 'none';

/** A work in a list. Its number is here, not in the entry, so that a new work at the top does not change other entries. */
export class ItemView extends View {
	readonly #item: Item;
	readonly #entries: Entries;
	readonly #addresses: Addresses;
	/** Unique on the page; contains only letters, digits, `-` and `_`. */
	readonly id: string;
	/** The id of the first item of the same work, if this one repeats it in another section; else null. */
	readonly repeats: string | null;
	/** The numbering of its section. */
	readonly numbering: Numbering;

	constructor(item: Item, { id, repeats }: ItemId, numbering: Numbering, entries: Entries, addresses: Addresses) {
		super();
		this.#item = item;
		this.#entries = entries;
		this.#addresses = addresses;
		this.id = id;
		this.repeats = repeats;
		this.numbering = numbering;
	}
	/** The entry key as written. */
	get key(): string {
		return this.#item.publication.key;
	}
	/** The venue kind. */
	get kind(): string {
		return this.#item.publication.venue.kind;
	}
	/** The number: 3; null if the section has no numbers. */
	get number(): number | null {
		return this.#item.number?.value ?? null;
	}
	/** The number as shown: 'J3'. */
	get label(): string | null {
		return this.#item.number?.label ?? null;
	}
	/** The entry, rendered by the template `entry`. */
	get entry(): Markup {
		return this.#entries.write(this.#item, this.#addresses);
	}
	/** The view of the work. */
	get work(): WorkView {
		return this.#entries.work(this.#item, this.#addresses);
	}
}
