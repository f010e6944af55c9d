import { filters, type Wanted } from './wanted.ts';
import type { Work } from './works-on-page.ts';

/** More would be no choice; whoever looks for somebody rare types the name. */
const most = 300;

/** Fills the lists to choose from, the most useful values of the page in a useful order, and keeps their counts. */
export function makeChoices(form: HTMLFormElement, works: readonly Work[], kinds: ReadonlyMap<string, string>) {
	const collator = new Intl.Collator(document.documentElement.lang || undefined, { numeric: true });
	const selects = filters.flatMap((name) => {
		const select = form.elements.namedItem(name);
		return select instanceof HTMLSelectElement ? [{ name, select }] : [];
	});
	const words = (name: string, value: string) => (name === 'kind' ? (kinds.get(value) ?? value) : value);

	for (const { name, select } of selects) {
		const counts = countOf(works, name);
		const frequent = [...counts].sort(([, one], [, other]) => other - one).slice(0, most);
		const values = frequent.map(([value]) => value);
		if (name === 'year') values.sort((one, other) => Number(other) - Number(one));
		else if (name === 'kind')
			values.sort((one, other) => [...kinds.keys()].indexOf(one) - [...kinds.keys()].indexOf(other));
		else values.sort(collator.compare);
		for (const value of values) select.append(new Option(words(name, value), value));
		if (values.length < 2) select.hidden = true;
	}

	return {
		/** Shows what is chosen; a value that is not among the choices joins them. */
		choose(wanted: Wanted): void {
			for (const { name, select } of selects) {
				const value = wanted[name];
				if (![...select.options].some((option) => option.value === value))
					select.append(new Option(words(name, value), value));
				select.value = value;
			}
		},
		/** Says behind each choice how many works it would leave. */
		count(matches: (work: Work, but: (typeof filters)[number]) => boolean): void {
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

function countOf(works: readonly Work[], name: (typeof filters)[number]): Map<string, number> {
	const counts = new Map<string, number>();
	for (const { values } of works) for (const value of values[name]) counts.set(value, (counts.get(value) ?? 0) + 1);
	return counts;
}
