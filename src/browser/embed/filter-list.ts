import { workIdOf } from '../page/data/work-id.ts';
import type { Years } from './embedded-list.ts';
import type { SelectionOptions } from './selection-options.ts';

/** Removes the items and sections of a list that are not selected. Item numbers stay unchanged. */
export function filterList(list: HTMLElement, years: Years, { section, years: range, limit }: SelectionOptions): void {
	if (section) keepSection(list, section);
	const shown = new Set<string>();
	for (const item of list.querySelectorAll<HTMLElement>('.bibfolio-item')) {
		const id = workIdOf(item);
		const [first, last] = (Object.hasOwn(years, id) && years[id]) || [Number.NaN, Number.NaN];
		const matches = !range || (first <= range[1] && last >= range[0]);
		if (matches && (shown.has(id) || shown.size < (limit ?? Number.POSITIVE_INFINITY))) shown.add(id);
		else item.remove();
	}
	for (const empty of list.querySelectorAll('.bibfolio-list, .bibfolio-section'))
		if (!empty.querySelector('.bibfolio-item')) empty.remove();
}

/** Removes all sections except the one with an id or heading. */
function keepSection(list: HTMLElement, name: string): void {
	const sections = [...list.querySelectorAll('.bibfolio-section')];
	const match = sections.find((section) => {
		const heading = section.firstElementChild;
		return heading?.id === `${list.id}-${name}` || normalized(heading?.textContent) === normalized(name);
	});
	if (!match) {
		console.warn(`Bibfolio: unknown section "${name}"`);
		return;
	}
	for (const child of [...list.children]) if (child.matches('.bibfolio-section, .bibfolio-list')) child.remove();
	list.append(match);
}

function normalized(text: string | null | undefined): string {
	return (text ?? '').trim().toLowerCase();
}
