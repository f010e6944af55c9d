/** Adds a suffix to the ids of a list if the page contains one of them already, because a page may show a list twice. */
export function makeIdsUnique(list: HTMLElement, page: Document): void {
	const elements = [list, ...list.querySelectorAll<HTMLElement>('[id]')].filter(({ id }) => id);
	const ids = new Set(elements.map(({ id }) => id));
	let suffix = '';
	for (let count = 2; [...ids].some((id) => page.getElementById(id + suffix)); count++) suffix = `-${count}`;
	if (!suffix) return;
	for (const element of elements) element.id += suffix;
	for (const element of [list, ...list.querySelectorAll('[aria-labelledby]')]) {
		const label = element.getAttribute('aria-labelledby');
		if (label && ids.has(label)) element.setAttribute('aria-labelledby', label + suffix);
	}
}
