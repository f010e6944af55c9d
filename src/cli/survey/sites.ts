import { dirname } from 'node:path/posix';
import type { Folder } from './folder.ts';

/** A list that fits something found in the folder. */
export interface Proposal {
	/** What was found: 'a Jekyll site'. */
	readonly found: string;
	readonly path: string;
	readonly format: string;
	/** Of a file that is the user's own. */
	readonly region?: string;
	/** How the list gets to its readers, one line; null when it stands by itself. */
	readonly use: string | null;
}

/** How one kind of place is known, and which list fits it. */
interface Kind {
	readonly found: string;
	/** The file by which it is known. */
	readonly sign: RegExp;
	/** What the file must hold. */
	readonly holding?: RegExp;
	/** The list, given the folder of that file: '' or 'docs/'. */
	propose(at: string, folder: Folder): Pick<Proposal, 'path' | 'format' | 'use'>;
}

const inJekyll: Kind['propose'] = (at) => ({
	path: `${at}_includes/publications.html`,
	format: 'html',
	use: 'Write {% include publications.html %} into the page that shall show the list',
});

/** Site generators and what else lists live in; the first of each group that fits counts. */
const groups: readonly (readonly Kind[])[] = [
	[
		{ found: 'an al-folio site', sign: /^_config\.ya?ml$/, holding: /al-folio|^scholar:/m, propose: inJekyll },
		{ found: 'a Jekyll site', sign: /^_config\.ya?ml$/, propose: inJekyll },
		{
			found: 'a Quarto project',
			sign: /^_quarto\.ya?ml$/,
			propose: () => ({
				path: '_publications.qmd',
				format: 'markdown',
				use: 'Write {{< include _publications.qmd >}} into the page that shall show the list',
			}),
		},
		{
			found: 'a Hugo site',
			sign: /^(?:hugo\.(?:toml|ya?ml|json)|config\/_default\/(?:hugo|config)\.(?:toml|ya?ml|json))$/,
			propose: inHugo,
		},
		{ found: 'a Hugo site', sign: /^config\.(?:toml|ya?ml)$/, holding: /^\s*baseURL\b/im, propose: inHugo },
		{
			found: 'an Eleventy site',
			sign: /^(?:\.eleventy\.js|eleventy\.config\.[cm]?[jt]s)$/,
			propose: (_, { files }) => ({
				path: `${files.some((file) => file.startsWith('src/')) ? 'src/' : ''}_includes/publications.html`,
				format: 'html',
				use: 'Write {% include "publications.html" %} into the page that shall show the list',
			}),
		},
		{
			found: 'an Astro site',
			sign: /^astro\.config\.[cm]?[jt]s$/,
			propose: () => ({
				path: 'src/publications.html',
				format: 'html',
				use: 'In a page: import list from "../publications.html?raw" and <Fragment set:html={list} />',
			}),
		},
		{
			found: 'a Docusaurus site',
			sign: /^docusaurus\.config\.[cm]?[jt]s$/,
			propose: () => ({
				path: 'docs/_publications.mdx',
				format: 'markdown',
				use: 'In a page: import Publications from "./_publications.mdx" and <Publications />',
			}),
		},
		{
			found: 'a VitePress site',
			sign: /^(?:.*\/)?\.vitepress\/config\.[cm]?[jt]s$/,
			propose: (at) => ({
				path: `${at.replace(/\.vitepress\/$/, '')}parts/publications.html`,
				format: 'html',
				use: 'Write <!--@include: ./parts/publications.html--> into the page that shall show the list',
			}),
		},
		{
			found: 'a MkDocs site',
			sign: /^mkdocs\.ya?ml$/,
			propose: () => ({
				path: 'docs/publications.md',
				format: 'markdown',
				use: 'It is a page by itself: name it under nav in mkdocs.yml',
			}),
		},
		{
			found: 'a Sphinx project',
			sign: /^(?:.*\/)?conf\.py$/,
			holding: /^\s*(?:extensions|html_theme|project)\s*=/m,
			propose: (at) => ({
				path: `${at}publications.html`,
				format: 'html',
				use: 'In a page: .. raw:: html with :file: publications.html',
			}),
		},
		{
			found: 'a page with a list from BibBase',
			sign: /\.(?:html?|php|md)$/,
			holding: /bibbase\.org\/(?:show|service|network)/,
			propose: (at) => ({
				path: `${at}publications-list.html`,
				format: 'html',
				use: 'Put the list in the place of the BibBase script: docs/embedding.md has the ways',
			}),
		},
		{
			found: 'a web site',
			sign: /^index\.html?$/,
			propose: () => ({ path: 'publications.html', format: 'html-page', use: 'Link to publications.html' }),
		},
	],
	[
		{
			found: 'a CV in LaTeX',
			sign: /\.tex$/i,
			holding:
				/\\documentclass\s*(?:\[[^\]]*\])?\s*\{(?:moderncv|altacv|awesome-cv|europecv|europasscv|academicons|curve|limecv|twentysecondcv|res|resume|simplecv|muratcan_cv|[^}]*(?:cv|resume|vitae)[^}]*)\}/i,
			propose: inTex,
		},
		{
			found: 'a CV in LaTeX',
			sign: /(?:^|\/)(?:.*[-_])?(?:cv|vita|vitae|resume|lebenslauf|curriculum)(?:[-_].*)?\.tex$/i,
			holding: /\\documentclass/,
			propose: inTex,
		},
	],
];

function inHugo(): Pick<Proposal, 'path' | 'format' | 'use'> {
	return {
		path: 'layouts/shortcodes/publications.html',
		format: 'html',
		use: 'Write {{< publications >}} into the page that shall show the list',
	};
}

function inTex(at: string): Pick<Proposal, 'path' | 'format' | 'use'> {
	return { path: `${at}publications.tex`, format: 'latex', use: 'Write \\input{publications} into the CV' };
}

/** What stands alone anywhere. */
const usual: readonly Proposal[] = [
	{ found: '', path: 'out/publications.html', format: 'html-page', use: null },
	{ found: '', path: 'out/publications.md', format: 'markdown', use: null },
	{ found: '', path: 'out/publications.tex', format: 'latex', use: null },
];

/**
 * The lists that fit a folder: for its site, its CV, and the files that have markers. Where there is nothing of that
 * kind, one for each reader: a page, Markdown, LaTeX. No path is that of a file which is there already.
 */
export function proposals(folder: Folder): Proposal[] {
	const found = groups.flatMap((kinds) => first(kinds, folder) ?? []);
	const all = [...found, ...regions(folder)];
	return (all.length ? all : usual).map((one) =>
		one.region === undefined && folder.has(one.path) ? { ...one, path: freePath(one.path, folder) } : one,
	);
}

function first(kinds: readonly Kind[], folder: Folder): Proposal | null {
	for (const { found, sign, holding, propose } of kinds) {
		const file = folder.files.find((path) => sign.test(path) && (!holding || holding.test(folder.text(path))));
		if (file === undefined) continue;
		const at = dirname(file) === '.' ? '' : `${dirname(file)}/`;
		return { found, ...propose(at, folder) };
	}
	return null;
}

const marker = /(?:<!--|%|\{\/\*)[ \t]*bibfolio:([\w-]+)[ \t]*(?:-->|\*\/\}|$)/gm;

/** Files that say where a list is wanted: `<!-- bibfolio:publications -->`. */
function regions({ files, text }: Folder): Proposal[] {
	return files
		.filter((file) => /^[^/]*\.(?:md|html|tex|mdx|qmd)$|^cv\/[^/]*\.tex$/i.test(file))
		.flatMap((file) =>
			[...text(file).matchAll(marker)].map(([, region = '']) => {
				const format = /\.tex$/i.test(file) ? 'latex' : /\.html$/i.test(file) ? 'html' : 'markdown';
				return { found: `markers in ${file}`, path: file, format, region, use: null };
			}),
		);
}

function freePath(path: string, folder: Folder): string {
	const [, stem = '', ending = ''] = /^(.*?)(\.[^./]*)$/.exec(path) ?? [];
	for (let count = 2; ; count++) {
		const other = `${stem}-${count}${ending}`;
		if (!folder.has(other)) return other;
	}
}
