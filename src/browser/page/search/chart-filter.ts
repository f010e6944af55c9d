const svgNamespace = 'http://www.w3.org/2000/svg';

/** The chart of a list as a filter by year. */
export interface ChartFilter {
	/**
	 * Marks the chosen year, and shows how many works of each year the other filters leave.
	 *
	 * @param year '' for none
	 */
	update(year: string, counts: ReadonlyMap<string, number>): void;
}

interface YearButton {
	readonly year: string;
	readonly total: number;
	readonly element: SVGGElement;
	/** The part of the bar for the works that are left. */
	readonly bar: SVGRectElement;
	readonly title: SVGTitleElement | null;
	/** The year with the punctuation before a number: '2021: '. */
	readonly label: string;
	/** The height of the whole bar, in percent. */
	readonly height: number;
	/** The centre of the bar, in percent. */
	readonly centre: number;
}

/**
 * Makes the bars of a list's chart buttons that choose a year: by click, and by keyboard as in a toolbar (ARIA Authoring
 * Practices Guide, 'Toolbar Pattern'), in which only one button is a tab stop. Null if the list has no chart.
 *
 * @param choose called with the year to show; '' for all years
 */
export function createChartFilter(list: HTMLElement, choose: (year: string) => void): ChartFilter | null {
	const chart = list.querySelector<HTMLElement>('.bibfolio-chart');
	const svg = chart?.querySelector('svg');
	if (!chart || !svg) return null;
	const buttons = [...svg.querySelectorAll<SVGRectElement>('rect[data-year]')].map(buttonOf);
	const label = svg.appendChild(create('text', { class: 'bibfolio-chart-label', y: '98%', 'text-anchor': 'middle' }));
	let chosen = '';

	/** Makes one button the tab stop. */
	function setTabStop(button: YearButton | undefined): void {
		for (const { element } of buttons) element.setAttribute('tabindex', element === button?.element ? '0' : '-1');
	}

	/** Shows the year and count below a bar, in place of the years of the axis. */
	function showLabel(button: YearButton | undefined): void {
		chart?.toggleAttribute('data-labelled', button !== undefined);
		if (!button) return;
		label.textContent = button.title?.textContent ?? '';
		label.setAttribute('x', `${Math.min(93, Math.max(7, button.centre))}%`);
	}

	const buttonAt = (target: EventTarget | null) => buttons.find(({ element }) => element.contains(target as Node));
	const chosenButton = () => buttons.find(({ year }) => year === chosen);
	const nearest = (clientX: number) => {
		const { left, width } = svg.getBoundingClientRect();
		const distance = ({ centre }: YearButton) => Math.abs(left + (centre / 100) * width - clientX);
		return [...buttons].sort((one, other) => distance(one) - distance(other))[0];
	};
	const toggle = (button: YearButton | undefined) => button && choose(button.year === chosen ? '' : button.year);

	svg.removeAttribute('aria-hidden');
	chart.setAttribute('role', 'toolbar');
	setTabStop(buttons.at(-1));
	svg.addEventListener('click', ({ clientX }) => toggle(nearest(clientX)));
	svg.addEventListener('pointermove', ({ clientX, pointerType }) => {
		if (pointerType === 'mouse') showLabel(nearest(clientX));
	});
	svg.addEventListener('pointerleave', () => showLabel(chosenButton()));
	// On the chart: Chromium makes an SVG element with listeners for focus a tab stop itself.
	chart.addEventListener('focusin', ({ target }) => {
		setTabStop(buttonAt(target));
		showLabel(buttonAt(target));
	});
	chart.addEventListener('focusout', () => showLabel(chosenButton()));
	svg.addEventListener('keydown', (event) => {
		const button = buttonAt(event.target);
		if (!button || event.ctrlKey || event.altKey || event.metaKey) return;
		const index = buttons.indexOf(button);
		const next = { ArrowLeft: index - 1, ArrowRight: index + 1, Home: 0, End: buttons.length - 1 }[event.key];
		if (next !== undefined) buttons[Math.min(buttons.length - 1, Math.max(0, next))]?.element.focus();
		else if (event.key === 'Enter' || event.key === ' ') toggle(button);
		else if (event.key === 'Escape' && chosen) choose('');
		else return;
		event.preventDefault();
	});

	return {
		update(year, counts) {
			chosen = year;
			for (const { year, label, total, element, bar, title, height } of buttons) {
				const count = counts.get(year) ?? 0;
				const words = `${label}${count}${count === total ? '' : `/${total}`}`;
				if (title && title.textContent !== words) {
					title.textContent = words;
					element.setAttribute('aria-label', words);
					const share = (height * count) / total;
					bar.setAttribute('height', `${share}%`);
					bar.setAttribute('y', `${100 - share}%`);
				}
				element.setAttribute('aria-pressed', String(year === chosen));
			}
			chart.toggleAttribute('data-chosen', chosen !== '');
			showLabel(chosenButton());
		},
	};
}

/** Wraps a bar in a button that fills the height of the chart. */
function buttonOf(whole: SVGRectElement): YearButton {
	const [x, width, height] = ['x', 'width', 'height'].map((name) => Number.parseFloat(whole.getAttribute(name) ?? '0'));
	const [left = 0, barWidth = 0, barHeight = 0] = [x, width, height];
	const title = whole.querySelector<SVGTitleElement>('title');
	const words = title?.textContent ?? '';
	const element = create('g', { class: 'bibfolio-chart-year', role: 'button', 'aria-label': words, tabindex: '-1' });
	const area = { x: `${left - barWidth / 8}%`, y: '0', width: `${barWidth * 1.25}%`, height: '100%' };
	const bar = whole.cloneNode() as SVGRectElement;
	bar.classList.add('bibfolio-chart-shown');
	whole.before(element);
	if (title) element.append(title);
	element.append(create('rect', { class: 'bibfolio-chart-area', ...area }), whole, bar);
	return {
		year: whole.dataset['year'] ?? '',
		label: words.replace(/\d+$/, ''),
		total: Number(/\d+$/.exec(words)?.[0] ?? 0),
		element,
		bar,
		title,
		height: barHeight,
		centre: left + barWidth / 2,
	};
}

function create<Name extends 'g' | 'rect' | 'text'>(
	name: Name,
	attributes: Readonly<Record<string, string>>,
): SVGElementTagNameMap[Name] {
	const element = document.createElementNS(svgNamespace, name);
	for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, value);
	return element;
}
