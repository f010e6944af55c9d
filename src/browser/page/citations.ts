import type { BibtexFile, ListData } from './list-data.ts';
import { save } from './save.ts';

/** Makes the buttons 'Cite' of a list work. */
export function addCitations(list: HTMLElement, { works }: ListData, bibtex: BibtexFile | null): void {
	list.addEventListener('click', async ({ target }) => {
		const button = (target as Element).closest('.bibfolio-cite');
		const item = button?.closest<HTMLElement>('.bibfolio-item');
		const work = item && Object.hasOwn(works, item.id) ? works[item.id] : undefined;
		if (work && bibtex) save(await bibtex.of([work]), `${work.key}.bib`);
	});
}
