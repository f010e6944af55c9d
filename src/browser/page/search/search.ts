import type { BibtexFile, ListData } from '../data/list-data.ts';
import { save } from '../save.ts';
import { createChartFilter } from './chart-filter.ts';
import { countOf, createFilterChoices } from './filter-choices.ts';
import { pluralForm } from './plural-form.ts';
import { createRegrouper } from './regroup.ts';
import { createRevealer } from './reveal.ts';
import { emptyState, filterNames, isFiltering, type ListState, readHash, writeHash } from './search-query.ts';
import { countSections } from './section-counts.ts';
import { matcher, readTextsWhenIdle, readWorks, type Work } from './works-on-page.ts';

/**
 * Makes the bar of a list work: search, filters, groups and order. The state is part of the URL, so that it can be shared. A
 * URL that links to a hidden work or section clears it.
 */
export function addSearch(list: HTMLElement, data: ListData, bibtex: BibtexFile | null): void {
	const form = list.querySelector<HTMLFormElement>('.bibfolio-search');
	if (!form) return;
	const { works, kinds } = readWorks(list, data);
	const control = (name: string) => form.elements.namedItem(name) as HTMLInputElement | HTMLSelectElement | null;
	const box = control('q');
	const summary = form.querySelector('output') as HTMLOutputElement;
	const shortSummary = form.querySelector('.bibfolio-found');
	const clear = form.querySelector<HTMLElement>('[data-do="clear"]');
	const active = form.querySelector<HTMLElement>('.bibfolio-active');
	const noMatches = list.querySelector<HTMLElement>('.bibfolio-nothing');
	const choices = createFilterChoices(form, works, kinds);
	const regroup = createRegrouper(list, works, data, {
		forthcoming: form.dataset['forthcoming'] ?? '',
		undated: form.dataset['undated'] ?? '',
	});
	const chart = createChartFilter(list, (year) => {
		setState({ ...current, year });
		replaceHash();
	});
	const reveal = createRevealer(works.flatMap(({ item, repeats }) => [item, ...repeats]));
	let updateCounts = countSections(list);
	let current: ListState = emptyState;
	let matching: readonly Work[] = [];

	function show(state: ListState, atOnce?: 'at once'): void {
		const matches = matcher(state);
		matching = works.filter((work) => matches(work));
		// Other groups show each work once.
		const shown = new Set(matching.flatMap(({ item, repeats }) => (state.group === '' ? [item, ...repeats] : item)));
		if (state.group !== current.group || state.sort !== current.sort) {
			regroup(state);
			updateCounts = countSections(list);
		}
		reveal(shown, atOnce);
		updateCounts(shown);
		choices.count(matches);
		chart?.update(
			state.year,
			countOf(
				works.filter((work) => matches(work, 'year')),
				'year',
			),
		);
		summarize(state);
		current = state;
	}

	function summarize(state: ListState): void {
		const [found, number] = [matching.length, works.length].map(String) as [string, string];
		const filtering = isFiltering(state);
		const pattern = pluralForm(summary.dataset[filtering ? 'some' : 'all'] ?? '', works.length, list.lang);
		const words = pattern.replace('{found}', found).replace('{number}', number);
		if (summary.textContent !== words) summary.textContent = words;
		if (shortSummary) shortSummary.textContent = filtering ? `${found} / ${number}` : '';
		if (clear) clear.hidden = !filtering;
		if (noMatches) noMatches.hidden = matching.length > 0;
		const filters = filterNames.filter((name) => state[name] !== '').length;
		if (active) active.hidden = filters === 0;
		if (active) active.textContent = String(filters);
	}

	/** The state that the form shows. A tool that the page lacks keeps its value from the URL. */
	function stateOfForm(): ListState {
		const names = Object.keys(emptyState) as (keyof ListState)[];
		return Object.fromEntries(
			names.map((name) => [name, control(name)?.value ?? current[name]]),
		) as unknown as ListState;
	}

	let frame = 0;
	/** Updates the page at most once per frame. */
	function updateFromForm(): void {
		cancelAnimationFrame(frame);
		frame = requestAnimationFrame(() => {
			show(stateOfForm());
			replaceHash();
			scrollToStart();
		});
	}

	/** Shows the first works if the reader has scrolled past them. */
	function scrollToStart(): void {
		const [first] = list.querySelectorAll(
			':scope > :is(.bibfolio-groups, .bibfolio-section, .bibfolio-list):not([hidden])',
		);
		if (first && first.getBoundingClientRect().top < 0) first.scrollIntoView();
	}

	function setState(state: ListState): void {
		for (const name of ['q', 'group', 'sort'] as const) {
			const element = control(name);
			if (element) element.value = state[name];
		}
		choices.choose(state);
		show(state, 'at once');
	}

	/** Shows all works, in the same groups and order. */
	function clearFilters(): void {
		setState({ ...emptyState, group: current.group, sort: current.sort });
		replaceHash();
	}

	function updateFromUrl(): void {
		clearTimeout(hashTimer);
		const state = readHash(location.hash, list.id);
		if (state) {
			setState(state);
			return;
		}
		const target = document.getElementById(location.hash.slice(1));
		if (!target?.closest('[hidden]') || !list.contains(target)) return;
		setState(emptyState);
		target.scrollIntoView();
	}

	let hashTimer = 0;
	/**
	 * Replaces the hash of the URL without a history entry, because each typed letter would add one. It waits for a pause,
	 * because Chromium lays out the page for it, and Safari allows 100 changes in 30 seconds.
	 */
	function replaceHash(): void {
		clearTimeout(hashTimer);
		hashTimer = setTimeout(() => {
			const isOnly = document.querySelectorAll('.bibfolio-search').length === 1;
			const hash = writeHash(current, isOnly ? null : list.id);
			try {
				history.replaceState(history.state, '', hash || location.pathname + location.search);
			} catch {
				// A page in another document may not have its own URL.
			}
		}, 200);
	}

	async function saveMatching(): Promise<void> {
		const entries = matching.flatMap(({ item }) => data.works[item.id] ?? []);
		if (bibtex) save(await bibtex.of(entries), `${list.id}.bib`);
	}

	form.addEventListener('input', updateFromForm);
	form.addEventListener('submit', (event) => event.preventDefault());
	form.addEventListener('click', ({ target }) => {
		const button = (target as Element).closest<HTMLElement>('[data-do]');
		if (button?.dataset['do'] === 'save') void saveMatching();
		if (button?.dataset['do'] !== 'clear') return;
		clearFilters();
		box?.focus();
	});
	box?.addEventListener('keydown', (event) => {
		if ((event as KeyboardEvent).key !== 'Escape') return;
		event.preventDefault();
		if (box.value === '') box.blur();
		else setState({ ...current, q: '' });
		replaceHash();
	});
	addEventListener('hashchange', updateFromUrl);
	list.querySelector('.bibfolio-contents')?.addEventListener('click', (event) => {
		const hash = (event.target as Element).closest('a')?.hash;
		const heading = hash && document.getElementById(decodeURIComponent(hash.slice(1)));
		// The link would replace the state in the URL.
		if (!heading || !writeHash(current)) return;
		event.preventDefault();
		heading.tabIndex = -1;
		heading.focus();
		heading.scrollIntoView();
	});

	const saveButton = form.querySelector<HTMLElement>('[data-do="save"]');
	if (saveButton && !bibtex) saveButton.hidden = true;
	// The reader may have typed before the data was ready.
	const typed = stateOfForm();
	setState(writeHash(typed) ? typed : (readHash(location.hash, list.id) ?? emptyState));
	readTextsWhenIdle(works);
}
