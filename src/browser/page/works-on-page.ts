import { searchable } from './fold-letters.ts';
import { filterNames, type SearchQuery, searchTermsOf } from './search-query.ts';

type FilterName = (typeof filterNames)[number];

/** The facets of a page, as `src/render/documents/facets.ts` writes them. */
interface Facets {
	readonly kinds: readonly (readonly [kind: string, words: string])[];
	readonly keywords: readonly string[];
	readonly people: readonly string[];
	readonly works: Readonly<Record<string, readonly [number, number | null, readonly number[], readonly number[]]>>;
}

/** A work on the page, with the data to search in. */
export interface Work {
	readonly item: HTMLElement;
	/** Its values of each filter. */
	readonly values: Readonly<Record<FilterName, readonly string[]>>;
	/** The folded text, which is read from the page on first use. */
	readonly text: string;
}

/** Reads the works of the page in order, and the names of the kinds of venues. */
export function readWorks(): { readonly works: readonly Work[]; readonly kinds: ReadonlyMap<string, string> } {
	const data = document.querySelector('[data-bibfolio="facets"]')?.textContent;
	const facets: Facets = data ? JSON.parse(data) : { kinds: [], keywords: [], people: [], works: {} };
	const works = [...document.querySelectorAll<HTMLElement>('.bibfolio-item')].map((item) => {
		const [kind = -1, year = null, keywords = [], people = []] =
			(Object.hasOwn(facets.works, item.id) && facets.works[item.id]) || [];
		const values = {
			kind: facets.kinds[kind]?.slice(0, 1) ?? [],
			year: year === null ? [] : [String(year)],
			keyword: keywords.map((index) => facets.keywords[index] ?? ''),
			person: people.map((index) => facets.people[index] ?? ''),
		};
		return new PageWork(item, values);
	});
	return { works, kinds: new Map(facets.kinds) };
}

class PageWork implements Work {
	readonly item: HTMLElement;
	readonly values: Work['values'];
	#text: string | null = null;
	constructor(item: HTMLElement, values: Work['values']) {
		this.item = item;
		this.values = values;
	}
	get text(): string {
		this.#text ??= searchable(
			[visibleText(this.item), ...Object.values(this.values).flat()].join(' ').replace(/\s+/g, ' '),
		);
		return this.#text;
	}
}

/** The text of a work without its details. */
function visibleText(node: Node): string {
	let text = '';
	for (let child = node.firstChild; child; child = child.nextSibling) {
		if (child.nodeType === Node.TEXT_NODE) text += child.nodeValue;
		else if (child.nodeName !== 'DETAILS') text += `${visibleText(child)}${blocks.has(child.nodeName) ? ' ' : ''}`;
	}
	return text;
}

const blocks: ReadonlySet<string> = new Set(['DIV', 'P', 'A', 'SPAN']);

/** Reads the texts of the works while the browser is idle. */
export function readTextsWhenIdle(works: readonly Work[]): void {
	const idle = window.requestIdleCallback ?? ((call: () => void) => setTimeout(call, 30));
	let next = 0;
	const readSome = () => {
		const end = performance.now() + 8;
		while (next < works.length && performance.now() < end) works[next++]?.text;
		if (next < works.length) idle(readSome);
	};
	idle(readSome);
}

/** Returns a function that tells whether a work matches a query; it can ignore one filter. */
export function matcher(query: SearchQuery): (work: Work, ignoredFilter?: FilterName) => boolean {
	const terms = searchTermsOf(query.q);
	const used = filterNames.filter((name) => query[name]);
	return (work, ignoredFilter) =>
		used.every((name) => name === ignoredFilter || work.values[name].includes(query[name])) &&
		terms.every((term) => work.text.includes(term));
}
