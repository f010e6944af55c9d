import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { source } from '../../src/diagnostics/source.ts';
import { parseYaml } from '../../src/text/yaml.ts';
import { folderWith } from '../folder.ts';
import { recipe } from '../sites/site.ts';
import { run } from './run.ts';

const papers = readFileSync(new URL('fixtures/papers.bib', import.meta.url), 'utf8');
const read = (folder: string, path: string) => readFileSync(join(folder, path), 'utf8');
const outputsOf = (yaml: string) =>
	(parseYaml(source('bibfolio.yaml', yaml), () => {}, 'config/syntax')?.value as { outputs: unknown } | undefined)
		?.outputs;

type Files = Readonly<Record<string, string>>;

/** Runs `init --yes` in a folder with a library and these files. */
async function initialized(files: Files, library = papers) {
	const folder = folderWith({ 'papers.bib': library, ...files });
	return { folder, ...(await run(folder, ['init', '--yes'])) };
}

const layout = { '_layouts/page.html': '{{ content }}' };
const passthrough = { 'eleventy.config.js': 'export default (config) => config.addPassthroughCopy("assets");' };
const hosts: readonly (readonly [heading: string, files: Files])[] = [
	['Jekyll', { '_config.yml': 'title: x', ...layout }],
	['Hugo', { 'hugo.toml': '' }],
	['Eleventy', passthrough],
	['Astro', { 'astro.config.mjs': '' }],
	['VitePress', { '.vitepress/config.mjs': '' }],
	['Quarto', { '_quarto.yml': '' }],
	['MkDocs', { 'mkdocs.yml': 'site_name: x' }],
];

describe('bibfolio init in a site', () => {
	it.each(hosts)('writes the files of the recipe in docs/embedding.md: %s', async (heading, files) => {
		const { folder, code, err } = await initialized(files);
		expect([code, err]).toEqual([0, '']);
		const { 'bibfolio.yaml': yaml = '', ...pages } = recipe(heading);
		expect(outputsOf(read(folder, 'bibfolio.yaml'))).toEqual(outputsOf(yaml));
		const own = Object.entries(pages).filter(([path]) => /publications\./.test(path));
		expect(own.length).toBeGreaterThan(0);
		for (const [path, text] of own) {
			const written = read(folder, path).replace(/(?<=bibfolio:publications -->\n)[\s\S]*?(?=<!-- \/)/, '');
			expect(written, path).toBe(text);
		}
		expect((await run(folder, ['build', '--check'])).code).toBe(0);
	});

	it.each(hosts)('shows the address of the list and how to publish it: %s', async (_, files) => {
		const { out } = await initialized(files);
		expect(out).toMatch(/^ {2}\S.* {3}show the list (?:at http:\/\/(?:localhost|127\.0\.0\.1):\d+\/|in a browser)/m);
		expect(out).toMatch(/^ {2}\S.* {3}.*publish/m);
	});

	it.each([
		['Jekyll', { '_config.yml': 'baseurl: "/lab"\n' }, 'http://localhost:4000/lab/publications/'],
		['Hugo', { 'hugo.toml': 'baseURL = "https://x.example/lab/"\n' }, 'http://localhost:1313/lab/publications/'],
		['Eleventy', { '.eleventy.js': 'return { pathPrefix: "/lab/" }' }, 'http://localhost:8080/lab/publications/'],
		['Astro', { 'astro.config.mjs': "export default { base: '/lab' }" }, 'http://localhost:4321/lab/publications'],
		['VitePress', { 'docs/.vitepress/config.ts': "{ base: '/lab/' }" }, 'http://localhost:5173/lab/publications'],
	])('shows the address below the base of the site: %s', async (_, files, address) => {
		expect((await initialized(files as unknown as Files)).out).toContain(`show the list at ${address}\n`);
	});

	it.each([
		['Jekyll', { '_config.yml': '', 'publications.md': 'mine' }, 'publications.md', '{% include publications.html %}'],
		['Jekyll', { '_config.yml': '', '_pages/publications.md': 'mine' }, '_pages/publications.md', '{% include'],
		['Hugo', { 'hugo.toml': '', 'content/publication/_index.md': 'mine' }, 'content/publication/_index.md', '{{<'],
		[
			'Astro',
			{ 'astro.config.mjs': '', 'src/pages/publications.astro': 'mine' },
			'src/pages/publications.astro',
			'---',
		],
	])('shows the lines for a page that exists: %s %j', async (_, files, path, line) => {
		const { folder, out } = await initialized(files as unknown as Files);
		expect(read(folder, path)).toBe('mine');
		expect(out).toContain(`\nAdd these lines to ${path}:\n`);
		expect(out.split(`${path}:\n`)[1]).toContain(`  ${line}`);
	});

	it('names its files otherwise if they exist', async () => {
		const files = { 'hugo.toml': '', 'layouts/shortcodes/publications.html': 'mine' };
		const { folder } = await initialized(files);
		expect(read(folder, 'layouts/shortcodes/publications.html')).toBe('mine');
		expect(read(folder, 'layouts/shortcodes/publications-2.html')).toContain('partial "publications-2.html"');
		expect(read(folder, 'content/publications.md')).toContain('{{< publications-2 >}}');
	});

	it('puts the stylesheet into a folder that Eleventy copies', async () => {
		const { folder, out } = await initialized({
			'eleventy.config.js': 'c.addPassthroughCopy("CNAME"); c.addPassthroughCopy({ "./public/": "/" });',
			CNAME: 'x.example',
		});
		expect(existsSync(join(folder, 'public/bibfolio.css'))).toBe(true);
		expect(read(folder, 'publications.md')).toContain(`href="{{ '/bibfolio.css' | url }}"`);
		expect(out).not.toContain('addPassthroughCopy');
	});

	it('shows the setting that Eleventy lacks', async () => {
		expect((await initialized({ '.eleventy.js': '' })).out).toContain('eleventyConfig.addPassthroughCopy("assets");');
	});

	it('creates no page for a list that it could not build', async () => {
		const folder = folderWith({ '_config.yml': '' });
		const { code, out } = await run(folder, ['init', '--yes']);
		expect([code, existsSync(join(folder, 'publications.md'))]).toEqual([0, false]);
		expect(out).toContain('Add these lines to the page that shows the list:\n  <link rel="stylesheet"');
	});
});

const articles = Array.from(
	{ length: 12 },
	(_, index) =>
		`@article{a${index}, author={Noether, Emmy}, title={Work ${index}}, journal={J}, year=${1910 + index}}\n`,
).join('');
const mixed = articles.replace(/@article(?=\{a[0-5],)/g, '@book');

describe('the sections that bibfolio init suggests', () => {
	it.each<[string, Files, string, string]>([
		['by year for works of one kind', {}, articles, 'Sections by year'],
		['by kind for works of several kinds', {}, mixed, 'Sections by kind of venue'],
		['by year as in jekyll-scholar', { '_config.yml': 'scholar:\n  group_by: year\n' }, mixed, 'Sections by year'],
		['by kind for few works', {}, papers, 'Sections by kind of venue'],
	])('are %s', async (_, files, library, line) => {
		const { folder, out } = await initialized(files, library);
		expect(out).toContain(`${line}; for sections by`);
		expect(/^ {4}group-by: year$/m.test(read(folder, 'bibfolio.yaml'))).toBe(line === 'Sections by year');
	});

	it('can be chosen as an option', async () => {
		const folder = folderWith({ 'papers.bib': papers });
		const { out } = await run(folder, ['init', '--group-by', 'year']);
		expect(out).not.toContain('Sections by');
		expect(read(folder, 'out/publications.md')).toMatch(/^## 2017$/m);
	});
});
