import { addCitations } from './page/citations.ts';
import { bibtexOf, openListData } from './page/list-data.ts';
import { addMetadata } from './page/reference-metadata.ts';
import { addSearch } from './page/search.ts';

/** Adds search, citations and metadata to a list. */
async function enhance(list: HTMLElement): Promise<void> {
	const data = await openListData(list);
	if (!data) return;
	const bibtex = bibtexOf(list, data);
	addSearch(list, data, bibtex);
	addCitations(list, data, bibtex);
	addMetadata(list, data);
	list.dataset['enhanced'] = '';
}

// The script is at the end of a page, or deferred, so that all lists exist.
for (const list of document.querySelectorAll<HTMLElement>('.bibfolio')) void enhance(list);
