/** Measures of a page, evaluated in the browser by `page-looks.test.ts`. */
const items = () => [...document.querySelectorAll('.bibfolio-item')];
const line = (key) => document.querySelector(`[data-key=${key}] .bibfolio-authors`);

globalThis.measures = {
	/** The works that are completely in view. */
	inView: () =>
		items()
			.map((item) => item.getBoundingClientRect())
			.filter(({ top, bottom }) => top >= 0 && bottom <= innerHeight).length,

	/** The elements that are wider than the window, their list or their item. */
	overflowing: () =>
		[document.documentElement, ...document.querySelectorAll('.bibfolio-item, .bibfolio-venue')]
			.filter((element) => {
				const limit = element.parentElement?.getBoundingClientRect().right ?? innerWidth;
				return element.getBoundingClientRect().right > limit + 1;
			})
			.map(({ className, tagName }) => className || tagName),

	isWide: () => document.documentElement.scrollWidth > innerWidth,

	/** The matches of a pattern that a line break divides. */
	broken(pattern) {
		const texts = [];
		for (const element of document.querySelectorAll('.bibfolio-authors, .bibfolio-source')) {
			const places = [];
			const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
			for (let node = walker.nextNode(); node; node = walker.nextNode())
				for (let at = 0; at < node.nodeValue.length; at++) places.push([node, at]);
			const text = places.map(([node, at]) => node.nodeValue[at]).join('');
			for (const { 0: match, index } of text.matchAll(new RegExp(pattern, 'gu'))) {
				const bottoms = places.slice(index, index + match.length).flatMap(([node, at]) => {
					const range = document.createRange();
					range.setStart(node, at);
					range.setEnd(node, at + 1);
					return [...range.getClientRects()].filter(({ width }) => width > 0).map(({ bottom }) => bottom);
				});
				// Lines are more than 8 pixels apart.
				if (Math.max(...bottoms) - Math.min(...bottoms) > 8) texts.push(match);
			}
		}
		return texts;
	},

	/** The frames of pictures: their size, how the picture fits, and whether a text is below them. */
	frames: () =>
		[...document.querySelectorAll('.bibfolio-preview')].map((frame) => {
			const box = frame.getBoundingClientRect();
			const boxes = [...frame.parentElement.querySelectorAll(':scope > div > *')]
				.filter((element) => !frame.contains(element))
				.flatMap((element) => [...element.getClientRects()]);
			return {
				size: `${Math.round(box.width)} × ${Math.round(box.height)}`,
				fit: getComputedStyle(frame.querySelector('img')).objectFit,
				hasTextBelow: boxes.some(
					({ left, right, top, bottom, width }) =>
						width > 1 && left < box.right && right > box.left && top < box.bottom && bottom > box.top,
				),
			};
		}),

	/** The size of the marks of a work, relative to its names. */
	markSize(key) {
		const size = (element) => Number.parseFloat(getComputedStyle(element).fontSize);
		return size(line(key).querySelector('sup')) / size(line(key));
	},

	/** The height of the names of a work in one line. */
	lineHeight(key) {
		const copy = line(key).cloneNode(true);
		Object.assign(copy.style, { whiteSpace: 'nowrap', position: 'absolute', display: 'block' });
		line(key).parentElement.append(copy);
		const { height } = copy.getBoundingClientRect();
		copy.remove();
		return height;
	},

	/** Where the links of a work are, relative to its venue. */
	links(key) {
		const item = document.querySelector(`[data-key=${key}]`);
		const { left, top } = item.querySelector('.bibfolio-source').getBoundingClientRect();
		return [...item.querySelectorAll('.bibfolio-link')].map((link) => {
			const box = link.getBoundingClientRect();
			return [box.left - left, box.top - top].map(Math.round);
		});
	},

	/** The addresses that are printed. */
	printed: () =>
		[...document.querySelectorAll('.bibfolio-item a[href^="https"]')]
			.filter((link) => link.checkVisibility() && getComputedStyle(link, '::after').content !== 'none')
			.map((link) => link.getAttribute('href')),
};
