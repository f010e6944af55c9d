import type { Markup } from '../../formats/format.ts';
import type { Item, ListSpec } from '../../lists/list.ts';
import { LastingView } from '../engine/template-runtime.ts';
import { sameMarks } from './marks.ts';
import type { WorkView } from './work-view.ts';

/**
 * How the works of a section are counted: `up` for 4, 5, 6; `values` for other plain numbers (6, 5, 4); `labels` where
 * some label is more than its number (J3); `none` where nothing is counted.
 */
export type Numbering = 'up' | 'values' | 'labels' | 'none';

/** What writes the entries of items. */
export interface EntryWriter {
	write(item: Item): Markup;
	work(item: Item): WorkView;
}

/** A work in its place. Its number is here and not in the entry, so that a new work on top changes no other entry. */
export class ItemView extends LastingView {
	readonly #item: Item;
	readonly #entries: EntryWriter;
	/** Unique on the page, made of letters, digits, `-` and `_`. */
	readonly id: string;
	/** As in its section. */
	readonly numbering: Numbering;

	constructor(item: Item, id: string, numbering: Numbering, entries: EntryWriter) {
		super();
		this.#item = item;
		this.#entries = entries;
		this.id = id;
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
	/** What is counted: 3; null when the section does not count. */
	get number(): number | null {
		return this.#item.number?.value ?? null;
	}
	/** The number as shown: 'J3'. */
	get label(): string | null {
		return this.#item.number?.label ?? null;
	}
	/** The entry, written by the template `entry`. */
	get entry(): Markup {
		return this.#entries.write(this.#item);
	}
	/** Everything known of the work. */
	get work(): WorkView {
		return this.#entries.work(this.#item);
	}

	/** Whether it would be the view of this item in this place, too. */
	shows({ publication, number, marks }: Item, numbering: Numbering): boolean {
		return (
			publication === this.#item.publication &&
			numbering === this.numbering &&
			(number?.value ?? null) === this.number &&
			(number?.label ?? null) === this.label &&
			sameMarks(marks, this.#item.marks)
		);
	}
}

/** Gives the view of an item in its place. */
export type ViewItem = (item: Item, id: string, numbering: Numbering) => ItemView;

/** Views that are made for once. */
export function viewOnce(entries: EntryWriter): ViewItem {
	return (item, id, numbering) => new ItemView(item, id, numbering, entries);
}

/** The views of the items of lists, with entries of one writer. */
export class ItemViews {
	readonly #entries: EntryWriter;
	/** By list and what its ids begin with: the views that it had last, in order. */
	readonly #last = new WeakMap<ListSpec, Map<string, readonly ItemView[]>>();

	constructor(entries: EntryWriter) {
		this.#entries = entries;
	}

	/** Makes the views of a list anew; an item that would be shown as before is the same object. */
	begin(list: ListSpec, prefix: string): ViewItem {
		const lists = this.#last.get(list) ?? new Map<string, readonly ItemView[]>();
		this.#last.set(list, lists);
		const find = finder(lists.get(prefix) ?? []);
		const views: ItemView[] = [];
		lists.set(prefix, views);
		return (item, id, numbering) => {
			const known = find(id);
			const view = known?.shows(item, numbering) ? known : new ItemView(item, id, numbering, this.#entries);
			views.push(view);
			return view;
		};
	}
}

/** Finds views by id: at once where they are asked for in the order they stand in, else by a table made for that. */
function finder(views: readonly ItemView[]): (id: string) => ItemView | undefined {
	let next = 0;
	let places: Map<string, number> | null = null;
	return (id) => {
		if (views[next]?.id !== id) {
			places ??= new Map(views.map((view, place) => [view.id, place]));
			const place = places.get(id);
			if (place === undefined) return undefined;
			next = place;
		}
		return views[next++];
	};
}
