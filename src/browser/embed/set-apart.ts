/** Gives a list ids that the page does not have yet, when it has any of them: a list may stand there twice. */
export function setApart(list: HTMLElement, page: Document): void {
	const owners = [list, ...list.querySelectorAll<HTMLElement>('[id]')].filter(({ id }) => id);
	const ids = new Set(owners.map(({ id }) => id));
	let ending = '';
	for (let count = 2; [...ids].some((id) => page.getElementById(id + ending)); count++) ending = `-${count}`;
	if (!ending) return;
	for (const owner of owners) owner.id += ending;
	for (const element of [list, ...list.querySelectorAll('[aria-labelledby]')]) {
		const label = element.getAttribute('aria-labelledby');
		if (label && ids.has(label)) element.setAttribute('aria-labelledby', label + ending);
	}
}
