import type { Format } from '../format.ts';
import { html } from './html.ts';

/** A feed of new works. Its markup is XML too: HTML's references are numbers, or names that XML shares. */
export const atom: Format = {
	...html,
	name: 'atom',
	extension: '.xml',
	main: 'feed',
	document: 'feed',
	options: { bibtex: false, limit: 30 },
};

/** A folder with a script and a page for a frame, by which other sites embed lists. */
export const embed: Format = {
	...html,
	name: 'embed',
	extension: '/',
	main: 'frame',
	document: 'embed',
	folder: true,
	// Links lead to the site of the list, where works have other ids.
	options: { anchors: false },
};

const { tidy: _tidy, ...markup } = html;

/** Data for the templates of a site generator; the entries in it are HTML. */
export const json: Format = { ...markup, name: 'json', extension: '.json', document: 'data' };

/** The addresses of a list's page and of its works' pages, for search engines. */
export const sitemap: Format = { ...html, name: 'sitemap', extension: '.xml', main: 'sitemap', document: 'sitemap' };

/** A folder with a page for each work, which shows its abstract. */
export const works: Format = {
	...html,
	name: 'works',
	extension: '/',
	main: 'work',
	document: 'works',
	folder: true,
	options: { abstract: false },
};
