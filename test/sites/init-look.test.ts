import { existsSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { bibfolio } from '../cli/run.ts';
import { startChromium } from '../engines/chromium.ts';
import { root } from '../engines/record.ts';
import { folderWith } from '../folder.ts';
import { describeWith, itWith } from '../tools.ts';
import { make, packages, withIncludes, write } from './site.ts';
import { themed } from './theme.ts';

/** A site before `bibfolio init`, how it is built, and where its page then is. */
interface Host {
	readonly name: string;
	readonly needs: string;
	readonly files: Readonly<Record<string, string>>;
	build(folder: string): void;
	/** The folder that is published as `/` or below a base path. */
	readonly published: string;
	readonly base: string;
	readonly page: string;
}

const module = { 'package.json': '{ "type": "module" }' };

const hosts: readonly Host[] = [
	{
		name: 'Jekyll',
		needs: 'jekyll',
		files: {
			'_config.yml': 'title: Lab\nbaseurl: /lab\nexclude: [node_modules]\n',
			'_layouts/page.html': themed('{{ page.title }}', '{{ content }}'),
		},
		build: (folder) => make(folder, 'jekyll', 'build', '--quiet', '--disable-disk-cache'),
		published: '_site',
		base: '/lab/',
		page: 'publications/',
	},
	{
		name: 'Hugo',
		needs: 'hugo',
		files: {
			'hugo.toml':
				'baseURL = "https://site.example/lab/"\ntitle = "Lab"\ndisableKinds = ["home", "taxonomy", "term", "RSS", "sitemap", "section"]\n',
			'layouts/_default/single.html': themed('{{ .Title }}', '{{ .Content }}'),
		},
		build: (folder) => make(folder, 'hugo', '--quiet', '--config', 'hugo.toml'),
		published: 'public',
		base: '/lab/',
		page: 'publications/',
	},
	{
		name: 'Eleventy',
		needs: 'npm:@11ty/eleventy',
		files: {
			...module,
			'eleventy.config.js': `export default (config) => {
				config.addPassthroughCopy({ public: "/" });
				return { pathPrefix: "/lab/" };
			};`,
			'_includes/page.njk': themed('{{ title }}', '{{ content | safe }}'),
			'index.md': '---\nlayout: page.njk\ntitle: Lab\n---\n',
		},
		build: (folder) => make(folder, 'eleventy', '--quiet'),
		published: '_site',
		base: '/lab/',
		page: 'publications/',
	},
	{
		name: 'Astro',
		needs: 'npm:astro',
		files: {
			...module,
			'astro.config.mjs': "export default { base: '/lab' };",
			'src/layouts/Layout.astro': themed('{title}', '<slot />')
				.replace('<style>', '<style is:global>')
				.replace(/^/, '---\nconst { title } = Astro.props;\n---\n'),
		},
		build: (folder) => make(folder, 'astro', 'build', '--silent'),
		published: 'dist',
		base: '/lab/',
		page: 'publications/',
	},
	{
		name: 'VitePress',
		needs: 'npm:vitepress',
		files: {
			...module,
			'docs/.vitepress/config.mjs': "export default { base: '/lab/', ignoreDeadLinks: true };",
			'docs/index.md': '# Lab\n\n[Publications](/publications)\n',
		},
		build: (folder) => make(folder, 'vitepress', 'build', 'docs'),
		published: 'docs/.vitepress/dist',
		base: '/lab/',
		page: 'publications.html',
	},
	{
		name: 'Quarto, by Pandoc',
		needs: 'pandoc',
		files: {
			'_quarto.yml': 'project: { type: website }',
			'page.html': themed('$title$', '$body$', '$for(css)$<link rel="stylesheet" href="$css$">$endfor$'),
		},
		build: (folder) => {
			write(folder, 'included.md', withIncludes(folder, 'publications.qmd'));
			make(folder, 'pandoc', 'included.md', '--standalone', '--template', 'page.html', '--output', 'publications.html');
		},
		published: '.',
		base: '/',
		page: 'publications.html',
	},
];

const types: Readonly<Record<string, string>> = {
	'.html': 'text/html; charset=utf-8',
	'.css': 'text/css',
	'.js': 'text/javascript',
	'.svg': 'image/svg+xml',
};

describeWith('chromium', 'npm:axe-core')('a site after bibfolio init', () => {
	let browser: Browser;
	beforeAll(async () => {
		browser = await startChromium();
	}, 60_000);
	afterAll(() => browser?.close());
	const axe = () => readFileSync(join(packages, 'axe-core/axe.min.js'), 'utf8');

	/** Opens a page of a published folder. */
	async function open({ published, base, page }: Host, folder: string, colorScheme: 'light' | 'dark') {
		const context = await browser.newContext({ colorScheme, viewport: { width: 1280, height: 900 } });
		const tab = await context.newPage();
		const troubles: string[] = [];
		tab.on('console', (message) => {
			if (['error', 'warning'].includes(message.type())) troubles.push(message.text());
		});
		tab.on('pageerror', ({ message }) => troubles.push(message));
		await tab.route('**/*', (route) => {
			const path = decodeURIComponent(new URL(route.request().url()).pathname);
			const file = join(folder, published, path.startsWith(base) ? path.slice(base.length) : `missing/${path}`);
			const index = existsSync(file) && statSync(file).isDirectory() ? join(file, 'index.html') : file;
			if (existsSync(index))
				return route.fulfill({ contentType: types[extname(index)] ?? '', body: readFileSync(index) });
			if (path !== '/favicon.ico') troubles.push(`missing ${path}`);
			return route.fulfill({ status: path === '/favicon.ico' ? 204 : 404 });
		});
		await tab.goto(`https://site.example${base}${page}`);
		return { tab, troubles };
	}

	for (const host of hosts)
		itWith(host.needs)(
			`shows a list that fits and works: ${host.name}`,
			async () => {
				const library = readFileSync(join(root, 'bib/publications.bib'), 'utf8');
				const folder = folderWith({ 'papers.bib': library, ...host.files });
				if (host.needs.startsWith('npm:')) symlinkSync(packages, join(folder, 'node_modules'));
				const { code, out, err } = bibfolio(folder, ['init', '--yes']);
				expect(code, out + err).toBe(0);
				host.build(folder);
				for (const scheme of ['light', 'dark'] as const) {
					const { tab, troubles } = await open(host, folder, scheme);
					await tab.locator('.bibfolio[data-enhanced]').waitFor();
					expect(await tab.evaluate(look)).toEqual(fitting);
					await narrows(tab);
					await tab.evaluate(axe());
					expect(await tab.evaluate(violations)).toEqual([]);
					expect(troubles).toEqual([]);
					await tab.context().close();
				}
			},
			180_000,
		);

	itWith('npm:vitepress')(
		'works after a change of the page without loading it: VitePress',
		async () => {
			const host = hosts.find(({ name }) => name === 'VitePress') as Host;
			const folder = folderWith({ 'papers.bib': readFileSync(join(root, 'bib/talks.bib'), 'utf8'), ...host.files });
			symlinkSync(packages, join(folder, 'node_modules'));
			expect(bibfolio(folder, ['init', '--yes', '--quiet']).code).toBe(0);
			host.build(folder);
			const { tab, troubles } = await open({ ...host, page: '' }, folder, 'light');
			for (let visit = 0; visit < 2; visit++) {
				await tab.locator('.vp-doc a', { hasText: 'Publications' }).click();
				await tab.locator('.bibfolio[data-enhanced]').waitFor();
				await narrows(tab);
				await tab.goBack();
				await tab.locator('.bibfolio').waitFor({ state: 'detached' });
			}
			expect(troubles).toEqual([]);
			await tab.context().close();
		},
		180_000,
	);
});

/** Words in the search hide most works. */
async function narrows(tab: Page): Promise<void> {
	const shown = () => tab.locator('.bibfolio-item:visible').count();
	const all = await shown();
	expect(all).toBeGreaterThan(3);
	await tab.getByRole('searchbox', { name: /./ }).first().fill('zzz');
	await expect.poll(shown).toBe(0);
	await tab.getByRole('searchbox', { name: /./ }).first().fill('');
	await expect.poll(shown).toBe(all);
}

/** The look of a list beside that of the site's own elements, as a script for the page. */
const look = `(() => {
	const list = document.querySelector('.bibfolio');
	const item = list.querySelector('ol > .bibfolio-item');
	const style = (element, pseudo) => getComputedStyle(element, pseudo);
	const own = (name) => {
		const element = document.createElement(name);
		if (name === 'a') element.href = '#';
		element.textContent = 'x';
		list.parentElement.append(element);
		const { fontFamily, color } = style(element);
		element.remove();
		return { fontFamily, color };
	};
	const number = style(item, '::before');
	const link = list.querySelector('a.bibfolio-main');
	return {
		indent: style(item.parentElement).paddingInlineStart,
		left: item.getBoundingClientRect().left - list.getBoundingClientRect().left,
		number: number.content,
		numberPlace: [number.position, number.left, number.counterIncrement],
		gutter: parseFloat(style(item).paddingInlineStart) > 20,
		markers: [...list.querySelectorAll('ul > .bibfolio-item')].map((one) => style(one, '::before').content).filter((content) => content !== 'none'),
		headingFont: style(list.querySelector('.bibfolio-heading')).fontFamily === own('h2').fontFamily,
		linkColor: style(link).color === own('a').color,
		linkShadow: style(link).boxShadow,
		hasBorder: style(link).borderBottomWidth !== '0px',
		font: style(item).fontFamily === own('p').fontFamily && style(link).fontFamily === own('p').fontFamily,
		overflow: document.documentElement.scrollWidth > innerWidth,
	};
})()`;

const fitting = {
	indent: '0px',
	left: 0,
	number: '"1"',
	numberPlace: ['absolute', '0px', 'none'],
	gutter: true,
	markers: [],
	headingFont: true,
	linkColor: true,
	linkShadow: 'none',
	hasBorder: false,
	font: true,
	overflow: false,
};

const violations = `axe.run(document.querySelector('.bibfolio')).then(({ violations }) =>
	violations.map(({ id, nodes }) => id + ': ' + nodes[0].html))`;
