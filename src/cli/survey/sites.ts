import { dirname } from 'node:path/posix';
import { defaultFormats, defaultOutput } from '../../project/project-outputs.ts';
import type { Folder } from './folder.ts';

/** A list that fits a site or document in the folder. */
export interface Proposal {
	/** The site or document: 'a Jekyll site'; '' for none. */
	readonly site: string;
	readonly path: string;
	readonly format: string;
	/** The region between markers of an existing file. */
	readonly region?: string;
	/** How to include the list, in one line; null if it needs no inclusion. */
	readonly use: string | null;
}

/** How to recognize a kind of site or document, and the list for it. */
interface SiteKind {
	readonly site: string;
	/** Path of a file that identifies it. */
	readonly file: RegExp;
	/** A pattern that must match the text of that file. */
	readonly containing?: RegExp;
	/** The list. `at` is the folder of that file: '' or 'docs/'. */
	propose(at: string, folder: Folder): Pick<Proposal, 'path' | 'format' | 'use'>;
}

const inJekyll: SiteKind['propose'] = (at) => ({
	path: `${at}_includes/publications.html`,
	format: 'html',
	use: 'Add {% include publications.html %} to the page that shows the list',
});

/** Sites and CVs; the first row of each group that matches is used. */
const groups: readonly (readonly SiteKind[])[] = [
	[
		{ site: 'an al-folio site', file: /^_config\.ya?ml$/, containing: /al-folio|^scholar:/m, propose: inJekyll },
		{ site: 'a Jekyll site', file: /^_config\.ya?ml$/, propose: inJekyll },
		{
			site: 'a Quarto project',
			file: /^_quarto\.ya?ml$/,
			propose: () => ({
				path: '_publications.qmd',
				format: 'markdown',
				use: 'Add {{< include _publications.qmd >}} to the page that shows the list',
			}),
		},
		{
			site: 'a Hugo site',
			file: /^(?:hugo\.(?:toml|ya?ml|json)|config\/_default\/(?:hugo|config)\.(?:toml|ya?ml|json))$/,
			propose: inHugo,
		},
		{ site: 'a Hugo site', file: /^config\.(?:toml|ya?ml)$/, containing: /^\s*baseURL\b/im, propose: inHugo },
		{
			site: 'an Eleventy site',
			file: /^(?:\.eleventy\.js|eleventy\.config\.[cm]?[jt]s)$/,
			propose: (_, { files }) => ({
				path: `${files.some((file) => file.startsWith('src/')) ? 'src/' : ''}_includes/publications.html`,
				format: 'html',
				use: 'Add {% include "publications.html" %} to the page that shows the list',
			}),
		},
		{
			site: 'an Astro site',
			file: /^astro\.config\.[cm]?[jt]s$/,
			propose: () => ({
				path: 'src/publications.html',
				format: 'html',
				use: 'In the page: import list from "../publications.html?raw" and <Fragment set:html={list} />',
			}),
		},
		{
			site: 'a Docusaurus site',
			file: /^docusaurus\.config\.[cm]?[jt]s$/,
			propose: () => ({
				path: 'docs/_publications.mdx',
				format: 'markdown',
				use: 'In the page: import Publications from "./_publications.mdx" and <Publications />',
			}),
		},
		{
			site: 'a VitePress site',
			file: /^(?:.*\/)?\.vitepress\/config\.[cm]?[jt]s$/,
			propose: (at) => ({
				path: `${at.replace(/\.vitepress\/$/, '')}parts/publications.html`,
				format: 'html',
				use: 'Add <!--@include: ./parts/publications.html--> to the page that shows the list',
			}),
		},
		{
			site: 'a MkDocs site',
			file: /^mkdocs\.ya?ml$/,
			propose: () => ({
				path: 'docs/publications.md',
				format: 'markdown',
				use: 'Add the page under nav in mkdocs.yml',
			}),
		},
		{
			site: 'a Sphinx project',
			file: /^(?:.*\/)?conf\.py$/,
			containing: /^\s*(?:extensions|html_theme|project)\s*=/m,
			propose: (at) => ({
				path: `${at}publications.html`,
				format: 'html',
				use: 'In the page: .. raw:: html with :file: publications.html',
			}),
		},
		{
			site: 'a page with a BibBase list',
			file: /\.(?:html?|php|md)$/,
			containing: /bibbase\.org\/(?:show|service|network)/,
			propose: (at) => ({
				path: `${at}publications-list.html`,
				format: 'html',
				use: 'Replace the BibBase script with the list',
			}),
		},
		{
			site: 'a website',
			file: /^index\.html?$/,
			propose: () => ({ path: 'publications.html', format: 'html-page', use: 'Link to publications.html' }),
		},
	],
	[
		{
			site: 'a CV in LaTeX',
			file: /\.tex$/i,
			containing:
				/\\documentclass\s*(?:\[[^\]]*\])?\s*\{(?:moderncv|altacv|awesome-cv|europecv|europasscv|academicons|curve|limecv|twentysecondcv|res|resume|simplecv|muratcan_cv|[^}]*(?:cv|resume|vitae)[^}]*)\}/i,
			propose: inTex,
		},
		{
			site: 'a CV in LaTeX',
			file: /(?:^|\/)(?:.*[-_])?(?:cv|vita|vitae|resume|lebenslauf|curriculum)(?:[-_].*)?\.tex$/i,
			containing: /\\documentclass/,
			propose: inTex,
		},
	],
];

function inHugo(): Pick<Proposal, 'path' | 'format' | 'use'> {
	return {
		path: 'layouts/shortcodes/publications.html',
		format: 'html',
		use: 'Add {{< publications >}} to the page that shows the list',
	};
}

function inTex(at: string): Pick<Proposal, 'path' | 'format' | 'use'> {
	return { path: `${at}publications.tex`, format: 'latex', use: 'Add \\input{publications} to the CV' };
}

/** The lists for a folder without a site or a CV. */
const standalone: readonly Proposal[] = defaultFormats.map((format) => {
	const { path } = defaultOutput('publications', format, {});
	return { site: '', path, format, use: null };
});

/**
 * The lists that fit a folder: for its site, its CV and its files with markers, or else one in each default format. Only
 * files with markers are existing files.
 */
export function proposals(folder: Folder): Proposal[] {
	const fitting = groups.flatMap((kinds) => firstMatch(kinds, folder) ?? []);
	const all = [...fitting, ...regions(folder)];
	return (all.length ? all : standalone).map((proposal) =>
		proposal.region === undefined && folder.has(proposal.path)
			? { ...proposal, path: freePath(proposal.path, folder) }
			: proposal,
	);
}

function firstMatch(kinds: readonly SiteKind[], folder: Folder): Proposal | null {
	for (const { site, file, containing, propose } of kinds) {
		const path = folder.files.find((name) => file.test(name) && (!containing || containing.test(folder.text(name))));
		if (path === undefined) continue;
		const at = dirname(path) === '.' ? '' : `${dirname(path)}/`;
		return { site, ...propose(at, folder) };
	}
	return null;
}

const marker = /(?:<!--|%|\{\/\*)[ \t]*bibfolio:([\w-]+)[ \t]*(?:-->|\*\/\}|$)/gm;

/** Files with markers for a list: `<!-- bibfolio:publications -->`. */
function regions({ files, text }: Folder): Proposal[] {
	return files
		.filter((file) => /^[^/]*\.(?:md|html|tex|mdx|qmd)$|^cv\/[^/]*\.tex$/i.test(file))
		.flatMap((file) =>
			[...text(file).matchAll(marker)].map(([, region = '']) => {
				const format = /\.tex$/i.test(file) ? 'latex' : /\.html$/i.test(file) ? 'html' : 'markdown';
				return { site: `markers in ${file}`, path: file, format, region, use: null };
			}),
		);
}

function freePath(path: string, folder: Folder): string {
	const [, stem = '', ending = ''] = /^(.*?)(\.[^./]*)$/.exec(path) ?? [];
	for (let count = 2; ; count++) {
		const numbered = `${stem}-${count}${ending}`;
		if (!folder.has(numbered)) return numbered;
	}
}
