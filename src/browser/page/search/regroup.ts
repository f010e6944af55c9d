import { type ArrangementData, groupWorks, orderOf, type WorkGroup, type YearWords } from './arrange-works.ts';
import type { Arrangement } from './search-query.ts';
import type { Work } from './works-on-page.ts';

/**
 * Returns a function that shows the works of a list in other sections and in another order. It moves the items, so that
 * each keeps its number, its id and what is open in it.
 */
export function createRegrouper(
	list: HTMLElement,
	works: readonly Work[],
	data: ArrangementData,
	words: YearWords,
): (arrangement: Arrangement) => void {
	const originalLists = new Map(
		works.flatMap(({ item, repeats }) => [item, ...repeats]).map((item) => [item, item.parentElement as HTMLElement]),
	);
	const [firstOriginal] = list.querySelectorAll(':scope > .bibfolio-section, :scope > .bibfolio-list');
	const contents = list.querySelector('.bibfolio-contents ul');
	const originalEntries = [...(contents?.children ?? [])];
	const headingName = headingNameIn(list);
	let groups: HTMLElement | null = null;
	let current = '|';

	function sectionOf({ name, heading, positions }: WorkGroup, group: string): HTMLElement {
		const section = document.createElement('section');
		const items = positions.flatMap((position) => works[position]?.item ?? []);
		const ordered = items.some((item) => item.hasAttribute('value'));
		const itemList = document.createElement(ordered ? 'ol' : 'ul');
		itemList.className = 'bibfolio-list';
		if (heading) {
			const title = document.createElement(headingName);
			title.className = 'bibfolio-heading';
			title.id = `${list.id}-by-${group}-${name}`;
			title.textContent = heading;
			title.dataset['count'] = String(items.length);
			section.className = 'bibfolio-section';
			section.setAttribute('aria-labelledby', title.id);
			section.append(title);
		}
		itemList.append(fragmentOf(items));
		section.append(itemList);
		return section;
	}

	function restore(arrangement: Arrangement): void {
		const itemsByList = new Map<HTMLElement, HTMLElement[]>();
		for (const position of orderOf(arrangement, works, data)) {
			const work = works[position];
			for (const item of work ? [work.item, ...work.repeats] : []) {
				const original = originalLists.get(item);
				if (!original) continue;
				const items = itemsByList.get(original);
				if (items) items.push(item);
				else itemsByList.set(original, [item]);
			}
		}
		for (const [original, items] of itemsByList) original.append(fragmentOf(items));
		contents?.replaceChildren(...originalEntries);
	}

	return (arrangement) => {
		const { group, sort } = arrangement;
		if (current === `${group}|${sort}`) return;
		current = `${group}|${sort}`;
		const previous = groups;
		groups = null;
		if (group === '') restore(arrangement);
		else {
			groups = document.createElement('div');
			groups.className = 'bibfolio-groups';
			groups.append(...groupWorks(works, arrangement, data, words).map((each) => sectionOf(each, group)));
			firstOriginal?.before(groups);
			contents?.replaceChildren(...[...groups.querySelectorAll<HTMLElement>('.bibfolio-heading')].map(contentsEntry));
		}
		previous?.remove();
	};
}

function fragmentOf(items: readonly HTMLElement[]): DocumentFragment {
	const fragment = document.createDocumentFragment();
	for (const item of items) fragment.append(item);
	return fragment;
}

/** The element for headings of sections: that of the list's sections, else the next level below its title. */
function headingNameIn(list: HTMLElement): string {
	const section = list.querySelector('.bibfolio-section > .bibfolio-heading');
	if (section) return section.localName;
	const title = list.querySelector(':scope > .bibfolio-heading');
	return title ? `h${Math.min(6, Number(title.localName[1]) + 1)}` : 'h2';
}

function contentsEntry(heading: HTMLElement): HTMLElement {
	const entry = document.createElement('li');
	const link = document.createElement('a');
	link.href = `#${heading.id}`;
	link.textContent = heading.textContent;
	const count = document.createElement('span');
	count.className = 'bibfolio-count';
	entry.append(link, ' ', count);
	return entry;
}
