import { plainText } from '../../latex/plain-text.ts';
import type { Format } from '../format.ts';
import { html } from '../html/html.ts';

const { text, comment, tidy } = html;

/** A picture of the numbers of works, or of people with joint works. Escaped HTML is valid XML. */
export const figure: Format = {
	name: 'figure',
	extension: '.svg',
	templates: 'svg',
	main: 'figure',
	document: 'figure',
	show: 'per-year',
	shows: ['per-year', 'per-kind', 'per-venue', 'per-person', 'co-authors', 'keywords'],
	options: { title: true, parts: true },
	numbers: { width: [240, 2000], top: [1, 100] },
	text,
	inline: (value) => text(plainText(value)),
	link: (_, label) => label,
	comment,
	tidy: tidy as NonNullable<typeof tidy>,
};
