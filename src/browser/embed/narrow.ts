import type { Years } from './data-of-list.ts';
import type { Wishes } from './wishes.ts';

/** Takes out of a list what was not asked for. Numbers stay as they are. */
export function narrow(list: HTMLElement, years: Years, { section, years: wanted, limit }: Wishes): void {
	if (section) keepSection(list, section);
	let left = limit ?? Number.POSITIVE_INFINITY;
	for (const item of list.querySelectorAll('.bibfolio-item')) {
		const [first, last] = years[item.id] ?? [Number.NaN, Number.NaN];
		const fits = !wanted || (first <= wanted[1] && last >= wanted[0]);
		if (!fits || left <= 0) item.remove();
		else left--;
	}
	for (const empty of list.querySelectorAll('.bibfolio-list, .bibfolio-section'))
		if (!empty.querySelector('.bibfolio-item')) empty.remove();
}

/** The section of an id or heading becomes the only one. */
function keepSection(list: HTMLElement, name: string): void {
	const sections = [...list.querySelectorAll('.bibfolio-section')];
	const found = sections.find((section) => {
		const heading = section.firstElementChild;
		return heading?.id === `${list.id}-${name}` || plain(heading?.textContent) === plain(name);
	});
	if (!found) {
		console.warn(`Bibfolio: there is no section “${name}”`);
		return;
	}
	for (const child of [...list.children]) if (child.matches('.bibfolio-section, .bibfolio-list')) child.remove();
	list.append(found);
}

function plain(text: string | null | undefined): string {
	return (text ?? '').trim().toLowerCase();
}
