import type { ListData } from '../data/list-data.ts';
import { whenIdle } from '../idle.ts';
import { searchable } from './fold-letters.ts';
import { filterNames, type SearchQuery, searchTermsOf } from './search-query.ts';

type FilterName = (typeof filterNames)[number];

/** A work on the page, with the data to search in. */
export interface Work {
	/** Its first item. */
	readonly item: HTMLElement;
	/** Its items in other sections. */
	readonly repeats: readonly HTMLElement[];
	/** Its values of each filter. */
	readonly values: Readonly<Record<FilterName, readonly string[]>>;
	/** The folded text, which is read from the page on first use. */
	readonly text: string;
}

/** Reads the works of the page in order, and the names of the kinds of venues. */
export function readWorks(
	list: HTMLElement,
	data: ListData,
): { readonly works: readonly Work[]; readonly kinds: ReadonlyMap<string, string> } {
	const items = [...list.querySelectorAll<HTMLElement>('.bibfolio-item')];
	const repeats = repeatsById(items);
	const firstItems = items.filter((item) => item.dataset['repeats'] === undefined);
	const works = firstItems.map((item) => {
		const [kind = -1, year = null, keywords = [], people = []] =
			(Object.hasOwn(data.works, item.id) && data.works[item.id]?.facets) || [];
		const values = {
			kind: data.kinds[kind]?.slice(0, 1) ?? [],
			year: year === null ? [] : [String(year)],
			keyword: keywords.map((index) => data.keywords[index] ?? ''),
			person: people.map((index) => data.people[index] ?? ''),
		};
		return new PageWork(item, repeats.get(item.id) ?? [], values);
	});
	return { works, kinds: new Map(data.kinds) };
}

/** The repeated items by the id of the first one. */
function repeatsById(items: readonly HTMLElement[]): ReadonlyMap<string, readonly HTMLElement[]> {
	const repeats = new Map<string, HTMLElement[]>();
	for (const item of items) {
		const first = item.dataset['repeats'];
		if (first !== undefined) repeats.set(first, [...(repeats.get(first) ?? []), item]);
	}
	return repeats;
}

class PageWork implements Work {
	readonly item: HTMLElement;
	readonly repeats: readonly HTMLElement[];
	readonly values: Work['values'];
	#text: string | null = null;
	constructor(item: HTMLElement, repeats: readonly HTMLElement[], values: Work['values']) {
		this.item = item;
		this.repeats = repeats;
		this.values = values;
	}
	get text(): string {
		this.#text ??= searchable(
			[visibleText(this.item), ...Object.values(this.values).flat()].join(' ').replace(/\s+/g, ' '),
		);
		return this.#text;
	}
}

/** The text of a work without its details and buttons. */
function visibleText(node: Node): string {
	let text = '';
	for (let child = node.firstChild; child; child = child.nextSibling) {
		if (child.nodeType === Node.TEXT_NODE) text += child.nodeValue;
		else if (!controls.has(child.nodeName)) text += `${visibleText(child)}${blocks.has(child.nodeName) ? ' ' : ''}`;
	}
	return text;
}

const controls: ReadonlySet<string> = new Set(['DETAILS', 'BUTTON']);
const blocks: ReadonlySet<string> = new Set(['DIV', 'P', 'A', 'SPAN']);

/** Reads the texts of the works while the browser is idle. */
export function readTextsWhenIdle(works: readonly Work[]): void {
	void whenIdle(works, ({ text }) => text);
}

/** Returns a function that tells whether a work matches a query; it can ignore one filter. */
export function matcher(query: SearchQuery): (work: Work, ignoredFilter?: FilterName) => boolean {
	const terms = searchTermsOf(query.q);
	const used = filterNames.filter((name) => query[name]);
	return (work, ignoredFilter) =>
		used.every((name) => name === ignoredFilter || work.values[name].includes(query[name])) &&
		terms.every((term) => work.text.includes(term));
}
