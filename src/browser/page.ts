import { addAnchors } from './page/anchors.ts';
import { addBackToTop } from './page/back-to-top.ts';
import { addCitations } from './page/cite/citations.ts';
import { bibtexOf, openListData } from './page/data/list-data.ts';
import { addDrawers } from './page/drawers.ts';
import { followGround } from './page/ground.ts';
import { addMetadata } from './page/metadata/reference-metadata.ts';
import { addSearch } from './page/search/search.ts';
import { addSearchShortcut } from './page/shortcuts.ts';

/**
 * Adds search, citations and metadata to a list. Its bar is shown at once, and filled when the data is ready. A list whose data
 * is missing or damaged stays as it is without a script.
 */
async function enhance(list: HTMLElement): Promise<void> {
	list.dataset['script'] = '';
	addAnchors(list);
	const opening = openListData(list);
	if (!opening) {
		list.dataset['plain'] = '';
		return;
	}
	list.dataset['tools'] = '';
	if (!list.closest('.bibfolio-page')) followGround(list);
	addDrawers(list);
	addBackToTop(list);
	const data = await opening.catch(() => null);
	if (!data) {
		delete list.dataset['tools'];
		list.dataset['plain'] = '';
		return;
	}
	const bibtex = bibtexOf(list, data);
	addSearch(list, data, bibtex);
	addCitations(list, data, bibtex);
	list.dataset['enhanced'] = '';
	await addMetadata(list, data);
}

/** Enhances the lists that are new on the page. */
function enhanceLists(): void {
	for (const list of document.querySelectorAll<HTMLElement>('.bibfolio:not([data-script])')) void enhance(list);
}

function start(): void {
	addSearchShortcut();
	enhanceLists();
	if (document.body.classList.contains('bibfolio-page')) return;
	// A site may show another page without loading it.
	new MutationObserver(enhanceLists).observe(document.body, { childList: true, subtree: true });
}

// All lists must be complete, wherever the site loads the script.
if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', start);
else start();
