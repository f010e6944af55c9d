interface Counted {
	readonly section: HTMLElement;
	/** Where its count is shown: behind its heading, and in the contents. */
	readonly heading: HTMLElement | null;
	readonly entry: HTMLElement | null;
	readonly count: Element | null;
	readonly items: readonly HTMLElement[];
}

/** Has the sections of the page count what is left of them, and hides those of which nothing is. */
export function countSections(): (shown: ReadonlySet<HTMLElement>) => void {
	const sections = [...document.querySelectorAll<HTMLElement>('.bibfolio-section')].map((section): Counted => {
		const heading = section.querySelector<HTMLElement>(':scope > .bibfolio-heading');
		const entry = heading && document.querySelector(`.bibfolio-contents a[href="#${CSS.escape(heading.id)}"]`);
		return {
			section,
			heading,
			entry: entry?.closest('li') ?? null,
			count: entry?.parentElement?.querySelector('.bibfolio-count') ?? null,
			items: [...section.querySelectorAll<HTMLElement>('.bibfolio-item')],
		};
	});
	return (shown) => {
		for (const { section, heading, entry, count, items } of sections) {
			const left = items.reduce((sum, item) => (shown.has(item) ? sum + 1 : sum), 0);
			section.hidden = left === 0;
			if (entry) entry.hidden = left === 0;
			if (count) count.textContent = String(left);
			if (heading?.dataset['count']) heading.dataset['count'] = String(left);
		}
	};
}
