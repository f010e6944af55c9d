import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { startChromium } from '../engines/chromium.ts';
import { describeWith, itWith } from '../tools.ts';
import { make, read, siteOf, withIncludes, write } from './site.ts';

/** The visible titles in page order, and the scripts that ran. */
interface Seen {
	readonly titles: readonly string[];
	readonly troubles: readonly string[];
}

describeWith('chromium')('the recipes of docs/embedding.md', () => {
	let browser: Browser;
	beforeAll(async () => {
		browser = await startChromium();
	}, 60_000);
	afterAll(() => browser?.close());

	/** Opens a page as text alone: what it would load from elsewhere is not asked for. */
	async function open<Found>(
		html: string,
		look: (tab: Page) => Promise<Found>,
	): Promise<{ found: Found; troubles: string[] }> {
		const tab = await browser.newPage();
		const troubles: string[] = [];
		tab.on('dialog', (dialog) => troubles.push(dialog.message()));
		tab.on('pageerror', ({ message }) => troubles.push(message));
		await tab.route('**/*', (route) =>
			route.request().url() === 'https://site.example/'
				? route.fulfill({ contentType: 'text/html; charset=utf-8', body: html })
				: route.abort(),
		);
		await tab.goto('https://site.example/');
		const found = await look(tab);
		await tab.close();
		return { found, troubles };
	}

	async function seen(html: string): Promise<Seen> {
		const { found: titles, troubles } = await open(html, (tab) => tab.locator('.bibfolio-title').allTextContents());
		return { titles, troubles };
	}

	/** Every title is shown as it is in the fragment, on a page that runs nothing of the library's. */
	async function expectSame(page: string, fragment: string): Promise<void> {
		const expected = await seen(fragment);
		expect(expected.titles.length).toBeGreaterThan(100);
		expect(await seen(page)).toEqual(expected);
	}

	const html = '{ path: plain.html, format: html }';

	itWith('hugo')(
		'Hugo: a shortcode, and data in a template',
		async () => {
			const folder = siteOf(
				'Hugo',
				{
					'hugo.toml':
						'baseURL = "https://site.example/"\ntitle = "Site"\ndisableKinds = ["taxonomy", "term", "RSS", "sitemap", "section"]\n',
					'layouts/_default/single.html': '<!DOCTYPE html><html lang="en"><body>{{ .Content }}</body></html>',
					'layouts/index.html': '<!DOCTYPE html><html lang="en"><body>{{ partial "works.html" . }}</body></html>',
				},
				['{ path: data/publications.json }'],
			);
			make(folder, 'hugo', '--quiet', '--config', 'hugo.toml');
			const fragment = read(folder, 'layouts/partials/publications.html');
			await expectSame(read(folder, 'public/publications/index.html'), fragment);
			await expectSame(read(folder, 'public/index.html'), fragment);
		},
		60_000,
	);

	itWith('jekyll')(
		'Jekyll: an include, and data in a template',
		async () => {
			const folder = siteOf('Jekyll', { '_config.yml': 'title: Site\nexclude: [node_modules, papers.bib]\n' }, [
				'{ path: _data/publications.json }',
			]);
			make(folder, 'jekyll', 'build', '--quiet', '--disable-disk-cache');
			const fragment = read(folder, '_includes/publications.html');
			await expectSame(read(folder, '_site/publications/index.html'), fragment);
			await expectSame(read(folder, '_site/works.html'), fragment);
		},
		120_000,
	);

	itWith('npm:@11ty/eleventy')(
		'Eleventy: an include, and data in a template',
		async () => {
			const folder = siteOf('Eleventy', { 'package.json': '{ "type": "module" }' }, [
				'{ path: _data/publications.json }',
			]);
			make(folder, 'eleventy', '--quiet');
			const fragment = read(folder, '_includes/publications.html');
			await expectSame(read(folder, '_site/publications/index.html'), fragment);
			await expectSame(read(folder, '_site/works/index.html'), fragment);
		},
		60_000,
	);

	itWith('npm:astro')(
		'Astro: a fragment',
		async () => {
			const folder = siteOf('Astro', {
				'package.json': '{ "type": "module" }',
				'astro.config.mjs': 'export default {};',
			});
			make(folder, 'astro', 'build', '--silent');
			await expectSame(read(folder, 'dist/publications/index.html'), read(folder, 'src/publications.html'));
		},
		120_000,
	);

	itWith('npm:vitepress')(
		'VitePress: a raw import',
		async () => {
			const folder = siteOf('VitePress', {
				'package.json': '{ "type": "module" }',
				'.vitepress/config.mjs': 'export default { ignoreDeadLinks: true };',
			});
			make(folder, 'vitepress', 'build');
			await expectSame(read(folder, '.vitepress/dist/publications.html'), read(folder, 'parts/publications.html'));
		},
		120_000,
	);

	itWith('pandoc')(
		'Quarto, by Pandoc: an HTML block',
		async () => {
			const folder = siteOf('Quarto', {}, [html]);
			write(folder, 'included.qmd', withIncludes(folder, 'publications.qmd'));
			make(folder, 'pandoc', 'included.qmd', '--from', 'markdown', '--standalone', '--output', 'page.html');
			await expectSame(read(folder, 'page.html'), read(folder, 'plain.html'));
		},
		60_000,
	);

	itWith('php')(
		'PHP: an include',
		async () => {
			const folder = siteOf('PHP');
			write(
				folder,
				'run.php',
				"<?php ob_start(); include 'publications.php'; file_put_contents('page.html', ob_get_clean());",
			);
			make(folder, 'php', 'run.php');
			await expectSame(read(folder, 'page.html'), read(folder, 'includes/publications.html'));
		},
		60_000,
	);

	/** Of Markdown, the words of each entry are compared. */
	async function words(page: string): Promise<{ found: string[]; troubles: string[] }> {
		return open(page, async (tab) =>
			(await tab.locator('li').allTextContents()).map((text) => text.replace(/\s+/g, ' ').trim()),
		);
	}

	itWith('npm:markdown-it')(
		'markdown-it: Markdown, and HTML, between markers',
		async () => {
			const folder = siteOf('markdown-it', { 'page.md': '<!-- bibfolio:all -->\n<!-- /bibfolio:all -->\n' }, [
				'{ path: page.md, region: all, format: html }',
				html,
			]);
			write(
				folder,
				'run.mjs',
				`import markdownIt from 'markdown-it';
			import { readFileSync, writeFileSync } from 'node:fs';
			for (const [from, to, html] of [['README.md', 'readme.html', false], ['page.md', 'page.html', true]])
				writeFileSync(to, markdownIt({ html, linkify: true, typographer: false }).render(readFileSync(from, 'utf8')));`,
			);
			make(folder, process.execPath, 'run.mjs');
			await expectSame(read(folder, 'page.html'), read(folder, 'plain.html'));
			const { found, troubles } = await words(read(folder, 'readme.html'));
			expect(found.length).toBe((await words(read(folder, 'plain.html'))).found.length);
			expect(troubles).toEqual([]);
		},
		60_000,
	);

	itWith('npm:@mdx-js/mdx')(
		'MDX: Markdown between markers',
		async () => {
			const folder = siteOf('MDX', {}, [html]);
			write(
				folder,
				'run.mjs',
				`import { evaluate } from '@mdx-js/mdx';
			import { readFileSync, writeFileSync } from 'node:fs';
			import { createElement } from 'react';
			import * as runtime from 'react/jsx-runtime';
			import { renderToStaticMarkup } from 'react-dom/server';
			const { default: Page } = await evaluate(readFileSync('publications.mdx', 'utf8'), runtime);
			writeFileSync('page.html', renderToStaticMarkup(createElement(Page)));`,
			);
			make(folder, process.execPath, 'run.mjs');
			const { found, troubles } = await words(read(folder, 'page.html'));
			expect(found.length).toBe((await words(read(folder, 'plain.html'))).found.length);
			expect(found.join('\n')).toContain('<script>alert(1)</script>');
			expect(troubles).toEqual([]);
		},
		60_000,
	);
});
