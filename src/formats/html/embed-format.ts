import type { Format } from '../format.ts';
import { html } from './html.ts';

/** A folder of what other sites embed lists by: a script, and a page for a frame. */
export const embed: Format = {
	...html,
	name: 'embed',
	extension: '/',
	main: 'frame',
	document: 'embed',
	folder: true,
	// An address in it leads to the site it comes from, where works have other ids.
	options: { anchors: false },
};
