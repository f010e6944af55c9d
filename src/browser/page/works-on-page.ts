import { searchable } from './fold-letters.ts';
import { filters, type Wanted, wordsOf } from './wanted.ts';

type Filter = (typeof filters)[number];

/** The facets of a page, as `src/render/documents/facets.ts` writes them. */
interface Facets {
	readonly kinds: readonly (readonly [kind: string, words: string])[];
	readonly keywords: readonly string[];
	readonly people: readonly string[];
	readonly works: Readonly<Record<string, readonly [number, number | null, readonly number[], readonly number[]]>>;
}

/** A work on the page and what it is found by. */
export interface Work {
	readonly item: HTMLElement;
	/** Its values of each filter. */
	readonly values: Readonly<Record<Filter, readonly string[]>>;
	/** Folded; read from the page when first asked for. */
	readonly text: string;
}

/** The works of the page in their order, and the words for kinds of venues. */
export function readWorks(): { readonly works: readonly Work[]; readonly kinds: ReadonlyMap<string, string> } {
	const data = document.querySelector('[data-bibfolio="facets"]')?.textContent;
	const facets: Facets = data ? JSON.parse(data) : { kinds: [], keywords: [], people: [], works: {} };
	const works = [...document.querySelectorAll<HTMLElement>('.bibfolio-item')].map((item) => {
		const [kind = -1, year = null, keywords = [], people = []] = facets.works[item.id] ?? [];
		const values = {
			kind: facets.kinds[kind]?.slice(0, 1) ?? [],
			year: year === null ? [] : [String(year)],
			keyword: keywords.map((place) => facets.keywords[place] ?? ''),
			person: people.map((place) => facets.people[place] ?? ''),
		};
		return new ShownWork(item, values);
	});
	return { works, kinds: new Map(facets.kinds) };
}

class ShownWork implements Work {
	readonly item: HTMLElement;
	readonly values: Work['values'];
	#text: string | null = null;
	constructor(item: HTMLElement, values: Work['values']) {
		this.item = item;
		this.values = values;
	}
	get text(): string {
		this.#text ??= searchable(
			[shownText(this.item), ...Object.values(this.values).flat()].join(' ').replace(/\s+/g, ' '),
		);
		return this.#text;
	}
}

/** What one sees of a work with its details closed. */
function shownText(node: Node): string {
	let text = '';
	for (let child = node.firstChild; child; child = child.nextSibling) {
		if (child.nodeType === Node.TEXT_NODE) text += child.nodeValue;
		else if (child.nodeName !== 'DETAILS') text += `${shownText(child)}${blocks.has(child.nodeName) ? ' ' : ''}`;
	}
	return text;
}

const blocks: ReadonlySet<string> = new Set(['DIV', 'P', 'A', 'SPAN']);

/** Reads what works are found by while nothing else is to be done. */
export function readAhead(works: readonly Work[]): void {
	const idle = window.requestIdleCallback ?? ((call: () => void) => setTimeout(call, 30));
	let next = 0;
	const some = () => {
		const end = performance.now() + 8;
		while (next < works.length && performance.now() < end) works[next++]?.text;
		if (next < works.length) idle(some);
	};
	idle(some);
}

/** Whether a work is what the reader asks for; `but` leaves one filter out of account. */
export function matcher(wanted: Wanted): (work: Work, but?: Filter) => boolean {
	const words = wordsOf(wanted.q);
	const used = filters.filter((name) => wanted[name]);
	return (work, but) =>
		used.every((name) => name === but || work.values[name].includes(wanted[name])) &&
		words.every((word) => work.text.includes(word));
}
