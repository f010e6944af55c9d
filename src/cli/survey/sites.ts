import { dirname } from 'node:path/posix';
import { defaultFormats, defaultOutput } from '../../project/project-outputs.ts';
import type { Folder } from './folder.ts';
import { astro } from './recipes/astro-recipe.ts';
import { eleventy } from './recipes/eleventy-recipe.ts';
import { hugo } from './recipes/hugo-recipe.ts';
import { jekyll } from './recipes/jekyll-recipe.ts';
import { mkDocs } from './recipes/mkdocs-recipe.ts';
import { bibBase, cv, docusaurus, openStep, sphinx, website } from './recipes/other-recipes.ts';
import { quarto } from './recipes/quarto-recipe.ts';
import type { Recipe, SurveyedSite } from './recipes/recipe.ts';
import { vitePress } from './recipes/vitepress-recipe.ts';

/** A list that fits a site or document in the folder. */
export interface Proposal extends Recipe {
	/** The site or document: 'a Jekyll site'; '' for none. */
	readonly site: string;
	/** Id of the list; the first list without one. */
	readonly list?: string;
}

/** How to recognize a kind of site or document, and the list for it. */
interface SiteKind {
	readonly site: string;
	/** Path of a file that identifies it. */
	readonly file: RegExp;
	/** A pattern that must match the text of that file. */
	readonly containing?: RegExp;
	readonly recipe: (site: SurveyedSite) => Recipe;
}

/** Sites and CVs; the first row of each group that matches is used. */
const groups: readonly (readonly SiteKind[])[] = [
	[
		{ site: 'an al-folio site', file: /^_config\.ya?ml$/, containing: /al-folio|^scholar:/m, recipe: jekyll },
		{ site: 'a Jekyll site', file: /^_config\.ya?ml$/, recipe: jekyll },
		{
			site: 'a Quarto project',
			file: /^_quarto\.ya?ml$/,
			recipe: quarto,
		},
		{
			site: 'a Hugo site',
			file: /^(?:hugo\.(?:toml|ya?ml|json)|config\/_default\/(?:hugo|config)\.(?:toml|ya?ml|json))$/,
			recipe: hugo,
		},
		{ site: 'a Hugo site', file: /^config\.(?:toml|ya?ml)$/, containing: /^\s*baseURL\b/im, recipe: hugo },
		{
			site: 'an Eleventy site',
			file: /^(?:\.eleventy\.js|eleventy\.config\.[cm]?[jt]s)$/,
			recipe: eleventy,
		},
		{
			site: 'an Astro site',
			file: /^astro\.config\.[cm]?[jt]s$/,
			recipe: astro,
		},
		{
			site: 'a Docusaurus site',
			file: /^docusaurus\.config\.[cm]?[jt]s$/,
			recipe: docusaurus,
		},
		{
			site: 'a VitePress site',
			file: /^(?:.*\/)?\.vitepress\/config\.[cm]?[jt]s$/,
			recipe: vitePress,
		},
		{
			site: 'a MkDocs site',
			file: /^mkdocs\.ya?ml$/,
			recipe: mkDocs,
		},
		{
			site: 'a Sphinx project',
			file: /^(?:.*\/)?conf\.py$/,
			containing: /^\s*(?:extensions|html_theme|project)\s*=/m,
			recipe: sphinx,
		},
		{
			site: 'a page with a BibBase list',
			file: /\.(?:html?|php|md)$/,
			containing: /bibbase\.org\/(?:show|service|network)/,
			recipe: bibBase,
		},
		{
			site: 'a website',
			file: /^index\.html?$/,
			recipe: website,
		},
	],
	[
		{
			site: 'a CV in LaTeX',
			file: /\.tex$/i,
			containing:
				/\\documentclass\s*(?:\[[^\]]*\])?\s*\{(?:moderncv|altacv|awesome-cv|europecv|europasscv|academicons|curve|limecv|twentysecondcv|res|resume|simplecv|muratcan_cv|[^}]*(?:cv|resume|vitae)[^}]*)\}/i,
			recipe: cv,
		},
		{
			site: 'a CV in LaTeX',
			file: /(?:^|\/)(?:.*[-_])?(?:cv|vita|vitae|resume|lebenslauf|curriculum)(?:[-_].*)?\.tex$/i,
			containing: /\\documentclass/,
			recipe: cv,
		},
	],
];

/** The lists for a folder without a site or a CV. */
const standalone: readonly Proposal[] = defaultFormats.map((format) => {
	const { path } = defaultOutput('publications', format, {});
	return { site: '', path, format, use: null, ...(format === 'html-page' && { steps: [openStep(path)] }) };
});

/**
 * The lists that fit a folder: for its site, its CV and its files with markers, or else one in each default format. Only
 * files with markers are existing files.
 *
 * @param lists ids of further lists of the site
 */
export function proposals(folder: Folder, lists: readonly string[] = []): Proposal[] {
	const [sites = [], ...documents] = groups;
	const fitting = [...firstMatch(sites, folder, lists), ...documents.flatMap((kinds) => firstMatch(kinds, folder, []))];
	const all = [...fitting, ...regions(folder)];
	return all.length ? all : [...standalone];
}

function firstMatch(kinds: readonly SiteKind[], folder: Folder, lists: readonly string[]): Proposal[] {
	for (const { site, file, containing, recipe } of kinds) {
		const path = folder.files.find((name) => file.test(name) && (!containing || containing.test(folder.text(name))));
		if (path === undefined) continue;
		const at = dirname(path) === '.' ? '' : `${dirname(path)}/`;
		const first = { site, ...withFreeName((name) => recipe({ at, folder, name }), folder) };
		// A script contains all lists.
		const others = first.format === 'embed' ? [] : lists;
		return [first, ...others.map((list) => furtherList(list, site, (name) => recipe({ at, folder, name }), folder))];
	}
	return [];
}

/** The output of a further list, without the steps that it shares with the first. */
function furtherList(list: string, site: string, recipe: (name: string) => Recipe, folder: Folder): Proposal {
	const name = list.startsWith('publications') ? list : `publications-${list}`;
	const { steps: _, setting: __, ...named } = withFreeName(recipe, folder, name);
	return { site, ...named, list };
}

/** The recipe with the first name whose files do not exist. */
function withFreeName(recipe: (name: string) => Recipe, { has }: Folder, base = 'publications'): Recipe {
	for (let count = 1; ; count++) {
		const named = recipe(count === 1 ? base : `${base}-${count}`);
		if (![named, ...(named.parts ?? [])].some(({ path }) => has(path))) return named;
	}
}

/** A path that no file has: as given, or with a number. */
export function freePath(path: string, { has }: Folder): string {
	const [, stem = '', ending = ''] = /^(.*?)(\.[^./]*)$/.exec(path) ?? [];
	for (let count = 1; ; count++) {
		const numbered = count === 1 ? path : `${stem}-${count}${ending}`;
		if (!has(numbered)) return numbered;
	}
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
