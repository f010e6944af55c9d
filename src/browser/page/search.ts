import { createFilterChoices } from './filter-choices.ts';
import type { BibtexFile, ListData } from './list-data.ts';
import { cloneTemplate } from './page-templates.ts';
import { createRevealer } from './reveal.ts';
import { save } from './save.ts';
import { emptyQuery, filterNames, readHash, type SearchQuery, writeHash } from './search-query.ts';
import { countSections } from './section-counts.ts';
import { matcher, readTextsWhenIdle, readWorks } from './works-on-page.ts';

/**
 * Adds search and filters above the list. The query is part of the URL, so that it can be shared. A URL that links to a
 * hidden work clears the query.
 */
export function addSearch(list: HTMLElement, data: ListData, bibtex: BibtexFile | null): void {
	const tools = cloneTemplate(list, 'search');
	const form = tools?.querySelector('form');
	if (!tools || !form) return;
	const { works, kinds } = readWorks(list, data);
	if (works.length < 2) return;
	const box = form.elements.namedItem('q') as HTMLInputElement;
	const summary = form.querySelector('output') as HTMLOutputElement;
	const noMatches = tools.querySelector<HTMLElement>('[data-bibfolio="nothing"]');
	const choices = createFilterChoices(form, works, kinds);
	const updateCounts = countSections(list);
	const reveal = createRevealer(works.map(({ item }) => item));
	let current: SearchQuery = emptyQuery;
	let matching: ReadonlySet<HTMLElement> = new Set();

	function show(query: SearchQuery, atOnce?: 'at once'): void {
		const matches = matcher(query);
		matching = new Set(works.flatMap((work) => (matches(work) ? [work.item] : [])));
		reveal(matching, atOnce);
		const count = matching.size;
		updateCounts(matching);
		choices.count(matches);
		const isAll = writeHash(query) === '';
		const pattern = summary.dataset[isAll ? 'all' : 'some'] ?? '';
		summary.textContent = pattern.replace('{found}', String(count)).replace('{number}', String(works.length));
		form?.toggleAttribute('data-filtered', !isAll);
		if (noMatches) noMatches.hidden = count > 0;
		current = query;
	}

	const queryOfForm = (): SearchQuery => {
		const value = (name: string) => (form.elements.namedItem(name) as HTMLInputElement | null)?.value ?? '';
		const [kind, year, keyword, person] = filterNames.map(value);
		return { q: box.value, kind: kind ?? '', year: year ?? '', keyword: keyword ?? '', person: person ?? '' };
	};

	let frame = 0;
	/** Updates the page at most once per frame. */
	function updateFromForm(): void {
		cancelAnimationFrame(frame);
		frame = requestAnimationFrame(() => {
			show(queryOfForm());
			replaceHash(writeHash(current));
		});
	}

	function setQuery(query: SearchQuery): void {
		box.value = query.q;
		choices.choose(query);
		show(query, 'at once');
	}

	function updateFromUrl(): void {
		const query = readHash(location.hash);
		if (query) {
			setQuery(query);
			return;
		}
		const target = document.getElementById(location.hash.slice(1));
		if (!target?.closest('[hidden]')) return;
		setQuery(emptyQuery);
		target.scrollIntoView();
	}

	async function saveMatching(): Promise<void> {
		const shown = works.flatMap(({ item }) => (matching.has(item) ? (data.works[item.id] ?? []) : []));
		if (bibtex) save(await bibtex.of(shown), `${list.id}.bib`);
	}

	form.addEventListener('input', updateFromForm);
	form.addEventListener('submit', (event) => event.preventDefault());
	form.addEventListener('click', ({ target }) => {
		const button = (target as Element).closest<HTMLElement>('[data-do]');
		if (button?.dataset['do'] === 'save') void saveMatching();
		if (button?.dataset['do'] !== 'clear') return;
		setQuery(emptyQuery);
		replaceHash('');
		box.focus();
	});
	addEventListener('hashchange', updateFromUrl);

	insertTools(tools, list);
	setQuery(readHash(location.hash) ?? emptyQuery);
	readTextsWhenIdle(works);
}

/** Inserts the tools above the contents of a page. In a site, they go into the list, because a framework may own the rest. */
function insertTools(tools: DocumentFragment, list: HTMLElement): void {
	const page = list.closest('.bibfolio-page');
	const place = page
		? (page.querySelector('.bibfolio-contents') ?? list)
		: list.querySelector(':scope > .bibfolio-section, :scope > .bibfolio-list');
	if (place) place.before(tools);
}

/** Replaces the hash of the URL without a history entry, because each typed letter would add one. */
function replaceHash(hash: string): void {
	try {
		history.replaceState(history.state, '', hash || location.pathname + location.search);
	} catch {
		// A page in another document may not have its own URL.
	}
}
