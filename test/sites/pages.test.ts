import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { show, startChromium } from '../engines/chromium.ts';
import { describeWith } from '../tools.ts';
import { everyPage, pagesIn } from './html.ts';

const load = createRequire(import.meta.url);
const packages = ['axe-core', 'microformats-parser', 'jsonld', 'linkinator'].map((name) => `npm:${name}`);

describeWith(...packages)('the pages of a folder', () => {
	let folder = '';
	beforeAll(() => {
		folder = everyPage();
	}, 60_000);
	const read = (path: string) => readFileSync(join(folder, path), 'utf8');

	it.each(['record', 'hostile', 'types'])(
		'contain microformats for each work of %s, with names and addresses',
		(name) => {
			const { mf2 } = load('microformats-parser') as { mf2(html: string, options: { baseUrl: string }): Parsed };
			for (const path of ['index.html', 'fragment.html']) {
				const html = read(`${name}/${path}`);
				const items = html.split(/<li [^>]*data-key="/).slice(1);
				const works = mf2(html, { baseUrl: 'https://lab.example/' }).items.flatMap(withChildren).filter(isCite);
				expect(works).toHaveLength(items.length);
				expect(works.filter(({ properties }) => !properties['name']?.[0])).toEqual([]);
				// In a page, the script adds the links to works. A work without another link has no address before that.
				const linked = works.filter((_, index) => items[index]?.includes('bibfolio-link '));
				expect(linked.length).toBeGreaterThan(3);
				const addressed = path === 'fragment.html' ? works : linked;
				expect(addressed.filter(({ properties }) => !properties['url']?.[0])).toEqual([]);
			}
		},
	);

	it.each(['record', 'hostile', 'types'])('contain JSON-LD that expands: %s', async (name) => {
		const { expand } = load('jsonld') as { expand(data: unknown, options: object): Promise<readonly object[]> };
		const documentLoader = async (documentUrl: string) => {
			expect(documentUrl).toMatch(/^https:\/\/schema\.org\/?$/);
			return { documentUrl, document: { '@context': { '@vocab': 'https://schema.org/' } } };
		};
		let expanded = '';
		for (const path of pagesIn(folder).filter((path) => path.startsWith(`${name}/works/`))) {
			const [, data = ''] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(read(path)) ?? [];
			expanded += JSON.stringify(await expand(JSON.parse(data), { documentLoader, safe: true }));
		}
		expect(expanded.split('"https://schema.org/author"').length).toBeGreaterThan(8);
	});

	it('contain no dead links', async () => {
		const { LinkChecker } = (await import(load.resolve('linkinator'))) as Links;
		const { links } = await new LinkChecker().check({
			path: [
				'record/index.html',
				'record/german.html',
				'record/years/2019.html',
				'record/embed/publications.html',
				'types/index.html',
			],
			serverRoot: folder,
			recurse: true,
			checkFragments: true,
			linksToSkip: ['^https?://(?!localhost)', '^mailto:'],
		});
		expect(links.length).toBeGreaterThan(30);
		expect(links.filter(({ state }) => state === 'BROKEN').map(({ url }) => url)).toEqual([]);
	}, 120_000);

	describeWith('chromium')('in Chromium', () => {
		let browser: Browser;
		beforeAll(async () => {
			browser = await startChromium();
		}, 60_000);
		afterAll(() => browser?.close());

		const paths = [
			'record/index.html',
			'record/german.html',
			'record/record.html',
			'record/compact.html',
			'record/cards.html',
			'record/people/lapuschkin-sebastian.html',
			'record/years/2019.html',
			'record/fragment.html',
			'record/tools.html',
			'record/embed/publications.html',
			'record/works/anders2020imagenet.html',
			'hostile/index.html',
			'types/index.html',
		];
		it.each(
			paths.flatMap((path) => [
				[path, 'light', 1280] as const,
				[path, 'dark', 1280] as const,
				[path, 'light', 320] as const,
			]),
		)(
			'are accessible to axe: %s, %s, %i pixels',
			async (path, colorScheme, width) => {
				const { tab } = await show(browser, read(path), { colorScheme, viewport: { width, height: 800 } });
				// Works out of view have no layout, so their links would overlap.
				await tab.evaluate(
					"for (const item of document.querySelectorAll('.bibfolio-item')) item.style.contentVisibility = 'visible'",
				);
				await tab.evaluate(readFileSync(load.resolve('axe-core/axe.min.js'), 'utf8'));
				// WCAG 2.2: not in a fragment without a stylesheet, and not among titles of one letter.
				const enabled = !/hostile|fragment/.test(path);
				const rules = { 'target-size': { enabled }, ...(path.includes('/embed/') && ofHosts) };
				const check = async (state: string) => {
					const { violations } = (await tab.evaluate(`axe.run({ rules: ${JSON.stringify(rules)} })`)) as Found;
					const found = violations.map(({ id, nodes }) => `${state}: ${id}: ${nodes.map(({ html }) => html)[0]}`);
					expect(found).toEqual([]);
				};
				for (const [state, opener] of colorScheme === 'dark' ? Object.entries(openers) : []) {
					const button = tab.locator(opener).first();
					if (!(await button.isVisible())) continue;
					await button.click();
					await check(state);
					await tab.keyboard.press('Escape');
				}
				const open = 'for (const one of [...document.querySelectorAll("details")].slice(0, 6)) one.open = true';
				await tab.evaluate(open);
				const search = tab.getByRole('searchbox');
				if (await search.count()) await search.fill('a');
				await check('all open');
				await tab.context().close();
			},
			60_000,
		);
	});
});

/** What opens what a list has beside its works. */
const openers = {
	'the dialog open': '.bibfolio-cite',
	'the filters open': '.bibfolio-more',
	'the contents open': '.bibfolio-contents > summary',
};

/** What the page around a frame has, and a frame need not. */
const ofHosts = { 'landmark-one-main': { enabled: false }, 'page-has-heading-one': { enabled: false } };

interface Item {
	readonly type?: readonly string[];
	readonly properties: Readonly<Record<string, readonly unknown[]>>;
	readonly children?: readonly Item[];
}
interface Parsed {
	readonly items: readonly Item[];
}
interface Links {
	readonly LinkChecker: new () => {
		check(options: object): Promise<{ links: readonly { url: string; state: string }[] }>;
	};
}
interface Found {
	readonly violations: readonly { id: string; nodes: readonly { html: string }[] }[];
}

const withChildren = (item: Item): readonly Item[] => [item, ...(item.children ?? []).flatMap(withChildren)];
const isCite = ({ type }: Item) => type?.includes('h-cite');
