import type { Format } from '../format.ts';
import { html } from './html.ts';

/** A folder with a page for each work, where its abstract stands open. */
export const works: Format = {
	...html,
	name: 'works',
	extension: '/',
	main: 'work',
	document: 'works',
	folder: true,
	options: { abstract: false },
};
