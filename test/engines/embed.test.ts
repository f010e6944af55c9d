import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { formats } from '../../src/formats/index.ts';
import type { PublicationList } from '../../src/lists/list.ts';
import type { RenderedFile } from '../../src/render/documents/document-parts.ts';
import { unknownPlace } from '../../src/render/documents/place.ts';
import { loadTemplates } from '../../src/render/engine/templates.ts';
import { renderFiles } from '../../src/render/render.ts';
import { listOf, locale } from '../render/library.ts';
import { describeWith } from '../tools.ts';
import { startChromium } from './chromium.ts';
import { hostileEntries, hostileTitles } from './hostile.ts';

/** In the browser. */
declare class HTMLElement {
	readonly style: { readonly height: string };
}
declare class HTMLAnchorElement {
	readonly href: string;
}
declare function getComputedStyle(element: unknown): Readonly<Record<string, string>>;

const works = `
@article{new, author={Weber, Marie}, title={New}, journal={A}, year={2021}, pdf={papers/new.pdf}, preview={thumbs/new.png}}
@article{old, author={Weber, Marie}, title={Old}, journal={A}, year={2010}}
@inproceedings{talked, author={Weber, Marie}, title={Talked}, booktitle={Proceedings of B}, year={2015}}
@article{coming, author={Weber, Marie}, title={Coming}, journal={A}, pubstate={inpress}}`;

function embedded(lists: readonly PublicationList[]): readonly RenderedFile[] {
	const fail = ({ message }: { message: string }) => expect.fail(message);
	const format = formats['embed'] ?? expect.fail('no format');
	const target = { format, locale: locale(), headingLevel: 2, title: null, options: {}, lists };
	const place = { ...unknownPlace, page: '../list.html', nearPage: '../list.html' };
	const context = { templates: loadTemplates(null, fail), links: [], privateFields: [] };
	const [first] = lists;
	return (first && renderFiles(first, { ...target, place }, context, fail)) ?? [];
}

/** Serves files at `/NAME` of a separate origin and records all other requests. */
function serve(files: ReadonlyMap<string, string>, headers: () => Record<string, string> = () => ({})) {
	const missed: string[] = [];
	const server = createServer(({ url = '/' }, response) => {
		const { pathname } = new URL(url, 'http://localhost');
		const found = files.get(pathname);
		if (found === undefined && pathname !== '/favicon.ico') missed.push(pathname);
		const type = pathname.endsWith('.js') ? 'text/javascript' : 'text/html';
		response.writeHead(found === undefined ? 404 : 200, { 'content-type': `${type}; charset=utf-8`, ...headers() });
		response.end(found ?? '');
	});
	return new Promise<{ server: Server; origin: string; missed: string[] }>((resolve) =>
		server.listen(0, '127.0.0.1', () => {
			const { port } = server.address() as AddressInfo;
			resolve({ server, origin: `http://127.0.0.1:${port}`, missed });
		}),
	);
}

describeWith('chromium')('a list embedded in a site of another origin, in Chromium', () => {
	let browser: Browser;
	let lab: Awaited<ReturnType<typeof serve>>;
	let host: Awaited<ReturnType<typeof serve>>;
	const pages = new Map<string, string>();
	let policy: string | null = null;

	beforeAll(async () => {
		browser = await startChromium();
		const lists = [
			listOf(works),
			{ ...listOf(works, { title: 'Short', groupBy: [] }), id: 'short' },
			{ ...listOf(`${hostileTitles()}\n${hostileEntries()}`), id: 'hostile' },
		];
		const files = embedded(lists).map(({ name, contents }) => [`/site/embed/${name}`, String(contents)] as const);
		lab = await serve(new Map([...files, ['/site/thumbs/new.png', '']]));
		host = await serve(pages, () => (policy === null ? {} : { 'content-security-policy': policy }));
	}, 60_000);
	afterAll(async () => {
		await browser?.close();
		lab?.server.close();
		host?.server.close();
	});

	/** Shows a page of the other site; LAB stands for where the embedded files are. */
	async function show(body: string, csp: string | null = null): Promise<{ tab: Page; troubles: string[] }> {
		const [head = '', rest = body] = body.includes('<!--body-->') ? body.split('<!--body-->') : [''];
		const html = `<!DOCTYPE html><html lang="en"><head><title>Host</title>${head}</head><body>${rest}</body></html>`;
		pages.set('/', html.replaceAll('LAB', `${lab.origin}/site/embed`));
		policy = csp?.replaceAll('LAB', lab.origin) ?? null;
		const tab = await browser.newPage();
		const troubles: string[] = [];
		tab.on('console', (message) => troubles.push(message.text()));
		tab.on('pageerror', (error) => troubles.push(error.message));
		tab.on('dialog', (dialog) => troubles.push(dialog.message()));
		await tab.goto(`${host.origin}/`, { waitUntil: 'load' });
		return { tab, troubles };
	}

	it('is correct in a page with another encoding, without a charset from the server', () => {
		const scripts = embedded([listOf(hostileTitles())]).filter(({ name }) => name.endsWith('.js'));
		for (const { contents } of scripts) expect(String(contents)).toMatch(/^[\n -~]+$/);
	});

	const titles = (tab: Page, within = '') => tab.locator(`${within} .bibfolio-title`).allTextContents();
	const all = ['Coming', 'New', 'Old', 'Talked'];

	it('is inserted at the place of its script, with addresses of its own site', async () => {
		const { tab, troubles } = await show('<p>Before</p><script src="LAB/bibfolio.js"></script><p>After</p>');
		expect((await titles(tab)).sort()).toEqual(all);
		expect(await tab.locator('p + script + section.bibfolio + p').textContent()).toBe('After');
		const pdf = tab.getByRole('link', { name: 'PDF' });
		expect(await pdf.getAttribute('href')).toBe(`${lab.origin}/site/papers/new.pdf`);
		expect(
			await tab
				.locator('.bibfolio-item')
				.first()
				.evaluate((item) => getComputedStyle(item)['listStyleType']),
		).not.toBe('');
		expect(troubles.filter((one) => !one.includes('404'))).toEqual([]);
		await tab.close();
	});

	it.each([
		['data-limit="2"', ['Coming', 'New']],
		['data-section="Conference Papers"', ['Talked']],
		['data-section="conference"', ['Talked']],
		['data-year="2015-"', ['Coming', 'New', 'Talked']],
		['data-year="-2015"', ['Old', 'Talked']],
		['data-year="2021"', ['New']],
		['data-year="last" data-limit="many"', all],
		['data-list="short" data-limit="1"', ['Coming']],
	])('shows what its attributes ask for: %s', async (attributes, expected) => {
		const { tab, troubles } = await show(`<script src="LAB/bibfolio.js" ${attributes}></script>`);
		expect((await titles(tab)).sort()).toEqual(expected);
		expect(await tab.locator('.bibfolio-section:not(:has(.bibfolio-item)), .bibfolio-list:empty').count()).toBe(0);
		expect(troubles.filter((one) => !one.includes('404'))).toEqual([]);
		await tab.close();
	});

	it.each([
		[
			'async',
			'<script async src="LAB/bibfolio.js" data-target="#here"></script><!--body--><p>a</p><div id="here">b</div>',
		],
		[
			'deferred',
			'<script defer src="LAB/bibfolio.js" data-target="#here"></script><!--body--><p>a</p><div id="here">b</div>',
		],
		[
			'in the head',
			'<script src="LAB/bibfolio.js" data-target="#here"></script><!--body--><p>a</p><div id="here">b</div>',
		],
		[
			'injected',
			`<div id="here"></div><script>const s = document.createElement('script'); s.src = 'LAB/bibfolio.js';
				s.dataset.target = '#here'; document.head.append(s)</script>`,
		],
	])('is put into an element by a script that is %s', async (_, html) => {
		const { tab } = await show(html);
		await tab.locator('#here .bibfolio-title').first().waitFor();
		expect((await titles(tab, '#here')).sort()).toEqual(all);
		expect(await tab.locator('section.bibfolio').count()).toBe(1);
		await tab.close();
	});

	it('appears twice on a page without duplicate ids', async () => {
		const script = '<script src="LAB/bibfolio.js" data-limit="2"></script>';
		const { tab } = await show(`${script}${script}<script src="LAB/bibfolio.js" data-list="short"></script>`);
		const ids = await tab.locator('[id]').evaluateAll((found) => found.map(({ id }) => id));
		expect(new Set(ids).size).toBe(ids.length);
		const labels = await tab
			.locator('[aria-labelledby]')
			.evaluateAll((found) => found.map((one) => one.getAttribute('aria-labelledby') ?? ''));
		expect(labels.filter((label) => !ids.includes(label))).toEqual([]);
		expect(await tab.evaluate('document.adoptedStyleSheets.length')).toBeGreaterThan(0);
		expect((await titles(tab)).length).toBe(8);
		await tab.close();
	});

	it('needs only script-src in a strict policy', async () => {
		const csp = "default-src 'none'; script-src LAB; img-src LAB";
		const { tab, troubles } = await show(
			'<script src="LAB/bibfolio.js"></script><bibfolio-list list="short"></bibfolio-list>',
			csp,
		);
		expect((await titles(tab)).length).toBe(8);
		const padding = (selector: string) =>
			tab
				.locator(selector)
				.first()
				.evaluate((list) => getComputedStyle(list)['paddingInlineStart']);
		expect(await padding('body > section ul, body > section ol')).toBe('0px');
		expect(await padding('bibfolio-list ul, bibfolio-list ol')).toBe('0px');
		expect(troubles.filter((one) => !one.includes('404'))).toEqual([]);
		await tab.close();
	});

	it('uses a trusted types policy if the page requires one', async () => {
		const csp = "require-trusted-types-for 'script'; trusted-types bibfolio 'allow-duplicates'";
		const { tab, troubles } = await show('<script src="LAB/bibfolio.js"></script>', csp);
		expect((await titles(tab)).length).toBe(4);
		expect(troubles.filter((one) => !one.includes('404'))).toEqual([]);
		await tab.close();
	});

	it('keeps its style as an element and follows its attributes', async () => {
		const loud = `<style>* { color: red !important; text-transform: uppercase; margin: 3em }
			li { background: yellow; list-style: square } a { font-size: 40px }</style>
			<script src="LAB/bibfolio.js"></script>`;
		const { tab } = await show(`${loud}<!--body--><bibfolio-list limit="1"><a href="LAB">List</a></bibfolio-list>`);
		const item = tab.locator('bibfolio-list li').first();
		expect(await item.evaluate((one) => getComputedStyle(one)['backgroundColor'])).toBe('rgba(0, 0, 0, 0)');
		expect(await item.evaluate((one) => getComputedStyle(one)['textTransform'])).toBe('none');
		expect((await titles(tab)).length).toBe(1);
		await tab.evaluate("document.querySelector('bibfolio-list').setAttribute('limit', 3)");
		expect((await titles(tab)).length).toBe(3);
		await tab.evaluate("document.querySelector('bibfolio-list').setAttribute('list', 'none')");
		expect(await tab.getByText('List', { exact: true }).isVisible()).toBe(true);
		await tab.close();
	});

	it('uses configured colors', async () => {
		const { tab } = await show(
			'<script src="LAB/bibfolio.js" data-theme="dark"></script><bibfolio-list theme="light"></bibfolio-list>',
		);
		const background = (selector: string) =>
			tab.locator(selector).evaluate((list) => getComputedStyle(list)['backgroundColor']);
		expect(await background('body > section.bibfolio')).toBe('rgb(20, 23, 27)');
		expect(await background('bibfolio-list section.bibfolio')).toBe('rgb(255, 255, 255)');
		await tab.close();
	});

	it('fits the height of its frame to its contents', async () => {
		const { tab, troubles } = await show(
			`<iframe id="f" src="LAB/publications.html?year=2010-2021&amp;limit=2" style="width: 600px; border: 0"></iframe>
			<iframe id="other" src="LAB/short.html"></iframe><script src="LAB/frame.js"></script>`,
		);
		const height = () => tab.locator('#f').evaluate((frame) => frame.clientHeight);
		const inside = tab.frameLocator('#f');
		const content = () => inside.locator('body').evaluate((body) => Math.ceil(body.getBoundingClientRect().height));
		await expect.poll(async () => (await height()) - (await content())).toBe(0);
		expect((await inside.locator('.bibfolio-title').allTextContents()).length).toBe(2);
		const before = await height();
		await inside.locator('summary').first().click();
		await expect.poll(height).toBeGreaterThan(before);
		await expect.poll(async () => (await height()) - (await content())).toBe(0);
		expect(await inside.getByRole('link', { name: 'PDF' }).evaluate((link) => (link as HTMLAnchorElement).href)).toBe(
			`${lab.origin}/site/papers/new.pdf`,
		);
		expect(troubles.filter((one) => !one.includes('404'))).toEqual([]);
		await tab.close();
	});

	it('ignores heights from other frames and unreasonable heights', async () => {
		const { tab } = await show(
			`<iframe id="f" src="LAB/short.html"></iframe><iframe id="g" srcdoc="<p>other</p>" style="height: 77px"></iframe>
			<script src="LAB/frame.js"></script>`,
		);
		const height = (id: string) => tab.locator(id).evaluate((frame) => (frame as HTMLElement).style.height);
		await expect.poll(() => height('#f')).not.toBe('');
		const before = await height('#f');
		await tab.evaluate("window.postMessage({ bibfolio: 'height', height: 5 }, '*')");
		const frame = tab.frames().find((one) => one.url().endsWith('/short.html'));
		await frame?.evaluate("parent.postMessage({ bibfolio: 'height', height: 'NaN' }, '*')");
		await tab.waitForTimeout(100);
		expect([await height('#f'), await height('#g')]).toEqual([before, '77px']);
		await frame?.evaluate("parent.postMessage({ bibfolio: 'height', height: 1e12 }, '*')");
		await expect.poll(() => height('#f')).toBe('100000px');
		await tab.close();
	});

	it('runs no script and breaks no markup of a hostile library', async () => {
		const { tab, troubles } = await show(
			`<script src="LAB/bibfolio.js" data-list="hostile"></script><bibfolio-list list="hostile"></bibfolio-list>
			<iframe src="LAB/hostile.html"></iframe><script src="LAB/frame.js"></script><p id="end">End</p>`,
		);
		expect(await tab.locator('body > #end').count()).toBe(1);
		const count = await tab.locator('body > section.bibfolio .bibfolio-item').count();
		expect(count).toBeGreaterThan(100);
		expect(await tab.locator('bibfolio-list .bibfolio-item').count()).toBe(count);
		expect(await tab.frameLocator('iframe').locator('.bibfolio-item').count()).toBe(count);
		expect(await tab.locator('.bibfolio script, .bibfolio img, .bibfolio [onerror], .bibfolio [onload]').count()).toBe(
			0,
		);
		expect(troubles).toEqual([]);
		expect(lab.missed.filter((path) => !/new\.p/.test(path))).toEqual([]);
		await tab.close();
	});
});
