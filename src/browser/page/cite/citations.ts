import { textOf } from '../data/csl-words.ts';
import type { BibtexFile, ListData, WorkData } from '../data/list-data.ts';
import { workIdOf } from '../data/work-id.ts';
import { type Citable, CiteDialog } from './cite-dialog.ts';
import { withDoi } from './reference-doi.ts';
import { plainReference, shownReference, shownText } from './reference-text.ts';
import { risRecord } from './ris-record.ts';

/** Makes the buttons 'Cite' of a list work. */
export function addCitations(list: HTMLElement, data: ListData, bibtex: BibtexFile | null): void {
	nameButtons(list, data);
	let dialog: CiteDialog | null = null;
	list.addEventListener('click', ({ target }) => {
		const button = (target as Element).closest<HTMLElement>('.bibfolio-cite');
		const item = button?.closest<HTMLElement>('.bibfolio-item');
		const work = item && workOf(item, data);
		if (!button || !item || !work) return;
		dialog ??= CiteDialog.of(list);
		void dialog?.open(citable(item, work, data.styles ?? [], bibtex), button);
	});
}

/** Gives each button the title of its work, because screen readers also list buttons without what is around them. */
function nameButtons(list: HTMLElement, data: ListData): void {
	for (const button of list.querySelectorAll('.bibfolio-cite')) {
		const item = button.closest<HTMLElement>('.bibfolio-item');
		const work = item && workOf(item, data);
		const title = work && textOf(work.csl, 'title');
		if (title) button.setAttribute('aria-label', `${button.textContent}: ${title}`);
	}
}

function workOf(item: HTMLElement, { works }: ListData): WorkData | undefined {
	const id = workIdOf(item);
	return Object.hasOwn(works, id) ? works[id] : undefined;
}

function citable(item: Element, work: WorkData, styles: readonly string[], bibtex: BibtexFile | null): Citable {
	const reference = withDoi(shownReference(item), textOf(work.csl, 'DOI'));
	const abstract = item.querySelector('.bibfolio-abstract');
	const hasBibtex = bibtex !== null && work.bibtex.length > 0;
	const bibtexForm = {
		id: 'bib',
		label: null,
		extension: 'bib',
		text: () => (bibtex as BibtexFile).of([work]),
	} as const;
	return {
		title: textOf(work.csl, 'title') ?? plainReference(reference),
		name: work.key,
		forms: [
			...(hasBibtex ? [bibtexForm] : []),
			{ id: 'ris', label: null, extension: 'ris', text: () => risRecord(work.csl, abstract && shownText(abstract)) },
			{ id: 'txt', label: null, extension: 'txt', text: () => reference },
			...(work.styles ?? []).flatMap((text, index) =>
				text ? [{ id: `style-${index}`, label: styles[index] ?? '', extension: 'txt' as const, text: () => text }] : [],
			),
		],
	};
}
