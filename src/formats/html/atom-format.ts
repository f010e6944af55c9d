import type { Format } from '../format.ts';
import { html } from './html.ts';

/** A feed of new works. What HTML escapes, by number or by a name that XML has too, is all that XML asks for. */
export const atom: Format = {
	...html,
	name: 'atom',
	extension: '.xml',
	main: 'feed',
	document: 'feed',
	options: { bibtex: false, limit: 30 },
};
