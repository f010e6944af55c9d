import { cloneTemplate } from './page-templates.ts';

/** Adds the link to each work. In the page, the links of all works would be a tenth of its bytes. */
export function addAnchors(list: HTMLElement): void {
	const link = cloneTemplate(list, 'anchor')?.querySelector('a');
	if (!link) return;
	for (const item of list.querySelectorAll('.bibfolio-item')) {
		link.setAttribute('href', `#${item.id}`);
		item.prepend(link.cloneNode(true));
	}
}
