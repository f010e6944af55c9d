import { describe, expect, it } from 'vitest';
import { scanFolder } from '../../../src/cli/survey/folder.ts';
import { proposals } from '../../../src/cli/survey/sites.ts';
import { folderWith } from '../../folder.ts';

const proposed = (files: Readonly<Record<string, string>>) =>
	proposals(scanFolder(folderWith(files))).map(({ site, path, format, region }) =>
		[site, path, format, region].filter(Boolean).join(' | '),
	);

describe('the proposed lists', () => {
	it.each<[string, Readonly<Record<string, string>>, string]>([
		[
			'al-folio',
			{ '_config.yml': 'title: x\nscholar:\n  last_name: [A]' },
			'an al-folio site | _includes/publications.html | html',
		],
		['Jekyll', { '_config.yml': 'title: x' }, 'a Jekyll site | _includes/publications.html | html'],
		['Hugo', { 'hugo.toml': '', 'content/a.md': '' }, 'a Hugo site | layouts/partials/publications.html | html'],
		['an older Hugo', { 'config.toml': 'baseURL = "/"' }, 'a Hugo site | layouts/partials/publications.html | html'],
		['Quarto', { '_quarto.yml': '' }, 'a Quarto project | _publications.qmd | html'],
		['Eleventy', { 'eleventy.config.mjs': '' }, 'an Eleventy site | _includes/publications.html | html'],
		[
			'Eleventy in src',
			{ '.eleventy.js': '', 'src/a.md': '' },
			'an Eleventy site | src/_includes/publications.html | html',
		],
		['Astro', { 'astro.config.mjs': '' }, 'an Astro site | src/publications.html | html'],
		['Docusaurus', { 'docusaurus.config.ts': '' }, 'a Docusaurus site | docs/_publications.mdx | markdown'],
		['VitePress', { 'docs/.vitepress/config.ts': '' }, 'a VitePress site | docs/parts/publications.html | html'],
		['MkDocs', { 'mkdocs.yml': '' }, 'a MkDocs site | docs/publications.md | html | publications'],
		['Sphinx', { 'docs/conf.py': 'project = "x"' }, 'a Sphinx project | docs/publications.html | html'],
		[
			'BibBase',
			{ 'pubs.html': '<script src="https://bibbase.org/show?bib=x.bib&jsonp=1"></script>' },
			'a page with a BibBase list | bibfolio | embed',
		],
		['HTML', { 'index.html': '<h1>Me</h1>' }, 'a website | publications.html | html-page'],
		['a CV', { 'cv/main.tex': '\\documentclass[11pt]{moderncv}' }, 'a CV in LaTeX | cv/publications.tex | latex'],
		['a plain CV', { 'my-cv.tex': '\\documentclass{article}' }, 'a CV in LaTeX | publications.tex | latex'],
		[
			'markers',
			{ 'README.md': '# Me\n<!-- bibfolio:papers -->\n<!-- /bibfolio:papers -->\n' },
			'markers in README.md | README.md | markdown | papers',
		],
	])('%s', (_, files, expected) => {
		expect(proposed(files)).toEqual([expected]);
	});

	it('are several for a site and a CV', () => {
		expect(proposed({ '_config.yml': '', 'cv.tex': '\\documentclass{altacv}' })).toEqual([
			'a Jekyll site | _includes/publications.html | html',
			'a CV in LaTeX | publications.tex | latex',
		]);
	});

	it('are a page, Markdown and LaTeX without a site or CV', () => {
		const paths = [
			'out/publications.html | html-page',
			'out/publications.md | markdown',
			'out/publications.tex | latex',
		];
		expect(proposed({ 'paper.tex': '\\documentclass{article}', 'README.md': '# Data' })).toEqual(paths);
		expect(proposed({ 'node_modules/x/_config.yml': '' })).toEqual(paths);
	});

	it('never have the path of an existing file', () => {
		expect(proposed({ 'index.html': '', 'publications.html': 'mine', 'publications-2.html': 'mine' })).toEqual([
			'a website | publications-3.html | html-page',
		]);
	});
});
