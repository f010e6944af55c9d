import { tableNames } from '../../statistics/statistics.ts';
import type { Format } from '../format.ts';
import { html } from './html.ts';

const { shows: _shows, ...listOnly } = html;

/** An Atom feed of new works. Escaped HTML is valid XML, because all its character references exist in XML, too. */
export const atom: Format = {
	...listOnly,
	name: 'atom',
	extension: '.xml',
	main: 'feed',
	document: 'feed',
	references: 'page',
	options: { bibtex: false, limit: 30 },
};

/** A folder with a script and a frame page, which embed lists in other sites. */
export const embed: Format = {
	...listOnly,
	name: 'embed',
	extension: '/',
	main: 'frame',
	document: 'embed',
	references: 'base',
	folder: true,
	// Links lead to the site of the list, where works have different ids.
	options: { anchors: false },
};

const { tidy: _tidy, references: _references, ...markup } = listOnly;

/** Data for the templates of a site generator, which give works their ids or none; its entries are HTML. */
export const json: Format = { ...markup, name: 'json', extension: '.json', document: 'data', shows: tableNames };

/** The addresses of the list's page and of the pages of its works, for search engines. */
export const sitemap: Format = {
	...listOnly,
	name: 'sitemap',
	extension: '.xml',
	main: 'sitemap',
	document: 'sitemap',
};

/** The stylesheet of fragments, for a site to link to. */
export const stylesheet: Format = {
	...markup,
	name: 'stylesheet',
	extension: '.css',
	main: 'stylesheet',
	document: 'stylesheet',
	withoutList: true,
	frontMatter: false,
};

const { hasLooks: _hasLooks, ...withoutLook } = stylesheet;

/** The script that adds search, filters and copying to fragments, for a site to load. */
export const script: Format = {
	...withoutLook,
	name: 'script',
	extension: '.js',
	main: 'script',
	document: 'script',
};

/** A folder with a page for each work. */
export const works: Format = {
	...listOnly,
	name: 'works',
	extension: '/',
	main: 'work',
	document: 'works',
	references: 'base',
	folder: true,
	options: { abstract: false },
};
