import { workIdOf } from '../data/work-id.ts';

interface Counted {
	readonly section: HTMLElement;
	/** Its heading and its entry in the contents, which both show the count. */
	readonly heading: HTMLElement | null;
	readonly entry: HTMLElement | null;
	readonly count: Element | null;
	/** The items of each work: several if it is repeated in inner sections. */
	readonly works: readonly (readonly HTMLElement[])[];
}

/** Returns a function that updates the counts of all sections of a list and hides the sections without shown items. */
export function countSections(list: HTMLElement): (shown: ReadonlySet<HTMLElement>) => void {
	const entries = new Map(
		[...list.querySelectorAll<HTMLAnchorElement>('.bibfolio-contents a')].map((link) => [link.hash.slice(1), link]),
	);
	const sections = [...list.querySelectorAll<HTMLElement>('.bibfolio-section')].map((section): Counted => {
		const heading = section.querySelector<HTMLElement>(':scope > .bibfolio-heading');
		const entry = heading && (entries.get(heading.id)?.closest('li') ?? null);
		const count = entry?.querySelector('.bibfolio-count') ?? null;
		return { section, heading, entry, count, works: worksIn(section) };
	});
	return (shown) => {
		for (const { section, heading, entry, count, works } of sections) {
			const remaining = works.reduce((sum, items) => (items.some((item) => shown.has(item)) ? sum + 1 : sum), 0);
			section.hidden = remaining === 0;
			if (entry) entry.hidden = remaining === 0;
			if (count) count.textContent = String(remaining);
			if (heading?.dataset['count']) heading.dataset['count'] = String(remaining);
		}
	};
}

function worksIn(section: HTMLElement): HTMLElement[][] {
	const works = new Map<string, HTMLElement[]>();
	for (const item of section.querySelectorAll<HTMLElement>('.bibfolio-item')) {
		const id = workIdOf(item);
		const items = works.get(id);
		if (items) items.push(item);
		else works.set(id, [item]);
	}
	return [...works.values()];
}
