import { filterNames, type SearchQuery } from './search-query.ts';
import type { Work } from './works-on-page.ts';

/** The maximum number of choices per filter; search finds the others. */
const maxChoices = 300;

/** Fills the select elements with the most frequent values of the page, and updates their counts. */
export function createFilterChoices(form: HTMLFormElement, works: readonly Work[], kinds: ReadonlyMap<string, string>) {
	const collator = new Intl.Collator(document.documentElement.lang || undefined, { numeric: true });
	const selects = filterNames.flatMap((name) => {
		const select = form.elements.namedItem(name);
		return select instanceof HTMLSelectElement ? [{ name, select }] : [];
	});
	const words = (name: string, value: string) =>
		name === 'kind' ? (kinds.get(value) ?? value) : name === 'person' ? personLabel(value) : value;

	for (const { name, select } of selects) {
		const counts = countOf(works, name);
		const frequent = [...counts].sort(([, left], [, right]) => right - left).slice(0, maxChoices);
		const values = frequent.map(([value]) => value);
		if (name === 'year') values.sort((left, right) => Number(right) - Number(left));
		else if (name === 'kind')
			values.sort((left, right) => [...kinds.keys()].indexOf(left) - [...kinds.keys()].indexOf(right));
		else values.sort(collator.compare);
		for (const value of values) select.append(new Option(words(name, value), value));
		if (values.length < 2) select.hidden = true;
	}
	hideEmptyGroups(form, works);
	form.toggleAttribute(
		'data-filters',
		selects.some(({ select }) => !select.hidden),
	);

	return {
		/** Selects the values of a query, and adds those that are missing. */
		choose(query: SearchQuery): void {
			for (const { name, select } of selects) {
				const value = query[name];
				if (![...select.options].some((option) => option.value === value))
					select.append(new Option(words(name, value), value));
				select.value = value;
			}
		},
		/** Shows after each choice the number of works that it would select. */
		count(matches: (work: Work, ignoredFilter: (typeof filterNames)[number]) => boolean): void {
			for (const { name, select } of selects) {
				const counts = countOf(
					works.filter((work) => matches(work, name)),
					name,
				);
				for (const option of select.options) {
					if (!option.value) continue;
					const count = counts.get(option.value) ?? 0;
					const text = `${words(name, option.value)} (${count})`;
					if (option.text !== text) option.text = text;
					option.disabled = count === 0 && !option.selected;
				}
			}
		},
	};
}

/** Removes the ways to group that would give one section. */
function hideEmptyGroups(form: HTMLFormElement, works: readonly Work[]): void {
	const select = form.elements.namedItem('group');
	if (!(select instanceof HTMLSelectElement)) return;
	for (const name of ['kind', 'year'] as const) if (countOf(works, name).size < 2) optionOf(select, name)?.remove();
	const isGrouped = form.closest('.bibfolio')?.querySelector('.bibfolio-section') !== null;
	if (!isGrouped) optionOf(select, 'none')?.remove();
	select.hidden = select.options.length < 2;
}

function optionOf(select: HTMLSelectElement, value: string): HTMLOptionElement | undefined {
	return [...select.options].find((option) => option.value === value);
}

/** Counts the works by the values of a filter. */
export function countOf(works: readonly Work[], name: (typeof filterNames)[number]): Map<string, number> {
	const counts = new Map<string, number>();
	for (const { values } of works) for (const value of values[name]) counts.set(value, (counts.get(value) ?? 0) + 1);
	return counts;
}

/** A name as lists write it: with typographic apostrophes, and without a comma in Chinese characters, kana or hangul. */
function personLabel(name: string): string {
	return name
		.replace(
			/^([\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}]+), (?=[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}])/u,
			'$1',
		)
		.replaceAll("'", '’');
}
