import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { listOf, rendered } from '../render/library.ts';
import { describeWith } from '../tools.ts';
import { show, startChromium } from './chromium.ts';

/** Three articles and two talks of different years, and a forthcoming article. */
const bib = readFileSync(new URL('fixtures/tools.bib', import.meta.url), 'utf8');
const list = listOf(bib);
const page = rendered(list, 'html-page', { options: { chart: true } }) ?? '';
const inListOrder = ['forthcoming', 'zeta2021', 'alpha2019', 'beta2019', 'talk2020', 'talk2018'];

describeWith('chromium')('the tools of a page in Chromium', () => {
	let browser: Browser;
	beforeAll(async () => {
		browser = await startChromium();
	}, 60_000);
	afterAll(() => browser?.close());

	const open = async (html = page, hash = '') => {
		const { tab, troubles } = await show(browser, html, { locale: 'en' });
		await tab.locator('[data-enhanced]').first().waitFor();
		if (hash) await tab.evaluate(`location.hash = ${JSON.stringify(hash)}`);
		return { tab, troubles };
	};
	const shown = async (tab: Page) => {
		await tab.evaluate(frames);
		return tab.locator('.bibfolio-item:visible').evaluateAll(keysOf);
	};
	const headings = (tab: Page) => tab.locator('.bibfolio-section > .bibfolio-heading:visible').evaluateAll(headingsOf);

	it('groups by year or type and back, with counts, and keeps the numbers of works', async () => {
		const { tab, troubles } = await open();
		const numbers = () => tab.locator('.bibfolio-item:visible').evaluateAll(numbersOf);
		const before = await numbers();
		const sections = await headings(tab);
		expect(await shown(tab)).toEqual(inListOrder);
		await tab.getByLabel('Group').selectOption('By year');
		expect(await shown(tab)).toEqual(['forthcoming', 'zeta2021', 'talk2020', 'alpha2019', 'beta2019', 'talk2018']);
		expect(await headings(tab)).toEqual(['Forthcoming 1', '2021 1', '2020 1', '2019 2', '2018 1']);
		expect(new Map(await numbers())).toEqual(new Map(before));
		await tab.getByLabel('Group').selectOption('No sections');
		await tab.evaluate(frames);
		expect(await headings(tab)).toEqual([]);
		await tab.getByLabel('Group').selectOption('Listed sections');
		expect(await shown(tab)).toEqual(inListOrder);
		expect(await headings(tab)).toEqual(sections);
		expect(troubles).toEqual([]);
		await tab.context().close();
	});

	it.each([
		['Newest first', ['forthcoming', 'zeta2021', 'talk2020', 'alpha2019', 'beta2019', 'talk2018']],
		['Oldest first', ['talk2018', 'beta2019', 'alpha2019', 'talk2020', 'zeta2021', 'forthcoming']],
		['By title', ['alpha2019', 'beta2019', 'forthcoming', 'talk2018', 'talk2020', 'zeta2021']],
		['By author', ['zeta2021', 'talk2018', 'talk2020', 'forthcoming', 'beta2019', 'alpha2019']],
	])('sorts works without sections: %s', async (order, keys) => {
		const { tab } = await open(page, '#group=none');
		await tab.getByLabel('Sort').selectOption(order);
		expect(await shown(tab)).toEqual(keys);
		await tab.context().close();
	});

	it('shares groups, order and filters by the address, and updates the contents and the counts', async () => {
		const { tab } = await open(page, '#group=year&sort=oldest&kind=talk');
		expect(await shown(tab)).toEqual(['talk2018', 'talk2020']);
		expect(await tab.getByLabel('Group').inputValue()).toBe('year');
		expect(await headings(tab)).toEqual(['2018 1', '2020 1']);
		await tab.getByText('Contents').click();
		expect(await tab.locator('.bibfolio-contents li:visible').allInnerTexts()).toEqual(['2018\n1', '2020\n1']);
		await tab.getByRole('link', { name: '2020' }).click();
		expect(await tab.evaluate('document.activeElement.textContent')).toBe('2020');
		expect(await tab.evaluate('location.hash')).toBe('#group=year&sort=oldest&kind=talk');
		await tab.getByRole('button', { name: 'Clear' }).click();
		await expect.poll(() => tab.evaluate('location.hash')).toBe('#group=year&sort=oldest');
		expect(await shown(tab)).toHaveLength(6);
		await tab.context().close();
	});

	it('shows the section of the list that an address points to, even if other groups are shown', async () => {
		const { tab } = await open(page, '#group=year');
		expect(await headings(tab)).toContain('2021 1');
		await tab.evaluate(`location.hash = '#publications-talk'`);
		await tab.locator('#publications-talk').waitFor({ state: 'visible' });
		expect(await tab.getByLabel('Group').inputValue()).toBe('');
		await tab.context().close();
	});

	it('filters by year in the chart, by click and by keyboard', async () => {
		const { tab, troubles } = await open();
		const bar = (name: RegExp) => tab.getByRole('button', { name });
		await bar(/^2019:/).click();
		expect(await shown(tab)).toEqual(['alpha2019', 'beta2019']);
		expect(await bar(/^2019:/).getAttribute('aria-pressed')).toBe('true');
		await bar(/^2019:/).click();
		expect(await shown(tab)).toHaveLength(6);
		// The chart is one tab stop.
		await tab.getByRole('searchbox').focus();
		await tab.keyboard.press('Shift+Tab');
		await tab.keyboard.press('Shift+Tab');
		await tab.keyboard.press('Shift+Tab');
		expect(await tab.evaluate('document.activeElement.className')).toBe('bibfolio-skip');
		await tab.keyboard.press('Tab');
		await tab.keyboard.press('Home');
		await tab.keyboard.press('ArrowRight');
		await tab.keyboard.press('Enter');
		expect(await shown(tab)).toEqual(['alpha2019', 'beta2019']);
		await tab.keyboard.press('ArrowRight');
		await tab.keyboard.press('Space');
		expect(await shown(tab)).toEqual(['talk2020']);
		await tab.keyboard.press('Escape');
		expect(await shown(tab)).toHaveLength(6);
		expect(troubles).toEqual([]);
		await tab.context().close();
	});

	it('shows in the chart the works that other filters leave', async () => {
		const { tab } = await open(page, '#kind=journal');
		await expect
			.poll(() => tab.locator('.bibfolio-chart-year').evaluateAll(labelsOf))
			.toEqual(['2018: 0/1', '2019: 2', '2020: 0/1', '2021: 1']);
		await tab.context().close();
	});

	it('has a table of the chart for screen readers', async () => {
		const { tab } = await open();
		const table = tab.getByRole('table', { name: 'Publications per year' });
		expect(await table.getByRole('row').allInnerTexts()).toEqual([
			'Year\tPublications',
			'2018\t1',
			'2019\t2',
			'2020\t1',
			'2021\t1',
		]);
		await tab.context().close();
	});

	it('moves to the search with /, clears it with Escape, and announces the number of works', async () => {
		const { tab } = await open();
		await tab.keyboard.press('/');
		await tab.keyboard.type('alpha/beta');
		expect(await tab.getByRole('searchbox').inputValue()).toBe('alpha/beta');
		await tab.getByRole('searchbox').fill('alpha');
		await expect.poll(() => tab.getByRole('status').textContent()).toBe('1 of 6 publications');
		await tab.keyboard.press('Escape');
		await expect.poll(() => tab.getByRole('status').textContent()).toBe('6 publications');
		await tab.keyboard.press('Escape');
		expect(await tab.evaluate('document.activeElement === document.body')).toBe(true);
		await tab.context().close();
	});

	it('opens and closes the filters and the contents by keyboard, one at a time', async () => {
		const { tab } = await open();
		const filters = tab.getByRole('button', { name: 'Filter' });
		await filters.press('Enter');
		expect(await tab.getByLabel('All types').isVisible()).toBe(true);
		await tab.keyboard.press('Tab');
		await tab.keyboard.press('Escape');
		expect(await tab.getByLabel('All types').isVisible()).toBe(false);
		expect(await tab.evaluate('document.activeElement.dataset.do')).toBe('more');
		await filters.press('Enter');
		await tab.locator('.bibfolio-contents > summary').press('Enter');
		expect(await tab.getByLabel('All types').isVisible()).toBe(false);
		expect(await tab.getByRole('navigation', { name: 'Contents' }).isVisible()).toBe(true);
		await tab.context().close();
	});

	it('keeps the tools in view, and goes back to the top', async () => {
		const { tab } = await show(browser, page, { viewport: { width: 1280, height: 300 }, reducedMotion: 'reduce' });
		await tab.locator('[data-enhanced]').waitFor();
		const link = tab.getByRole('link', { name: 'Back to top' });
		expect(await link.isVisible()).toBe(false);
		await tab.evaluate('scrollTo(0, document.body.scrollHeight)');
		await link.waitFor({ state: 'visible' });
		expect((await tab.getByRole('searchbox').boundingBox())?.y).toBeLessThan(20);
		await link.press('Enter');
		await expect.poll(() => tab.evaluate('scrollY')).toBe(0);
		await tab.context().close();
	});

	it('shows the first works that a search finds, even if the reader has scrolled past them', async () => {
		const { tab } = await show(browser, page, { viewport: { width: 1280, height: 300 } });
		await tab.locator('[data-enhanced]').waitFor();
		await tab.evaluate('scrollTo(0, document.body.scrollHeight)');
		await tab.getByRole('searchbox').fill('annals');
		await expect
			.poll(() =>
				tab
					.locator('#zeta2021')
					.boundingBox()
					.then((box) => box?.y),
			)
			.toBeGreaterThan(0);
		expect((await tab.locator('#zeta2021').boundingBox())?.y).toBeLessThan(200);
		await tab.context().close();
	});

	it('does not cover the work that a link points to', async () => {
		const { tab } = await show(browser, page, { viewport: { width: 1280, height: 300 } });
		await tab.locator('[data-enhanced]').waitFor();
		await tab.evaluate(`location.hash = '#talk2020'`);
		await expect.poll(() => tab.evaluate('scrollY')).toBeGreaterThan(0);
		const bar = await tab.locator('.bibfolio-bar').boundingBox();
		const work = await tab.locator('#talk2020').boundingBox();
		expect(work?.y).toBeGreaterThanOrEqual((bar?.y ?? 0) + (bar?.height ?? 0));
		await tab.context().close();
	});

	it('does not move the works when the script adds what it needs', async () => {
		const before = await show(browser, page.replace(/<script>[\s\S]*<\/script>/, ''));
		const after = await open();
		const y = async (tab: Page) => (await tab.locator('#zeta2021').boundingBox())?.y;
		expect(await y(before.tab)).toBe(await y(after.tab));
		await before.tab.context().close();
		await after.tab.context().close();
	});

	it.each([
		['search', '.bibfolio-query'],
		['filters', '[name="kind"]'],
		['group', '[name="group"]'],
		['sort', '[name="sort"]'],
		['chart', '.bibfolio-chart'],
		['contents', '.bibfolio-contents'],
		['to-top', '.bibfolio-to-top'],
	])('has no tool that is off: %s', async (option, selector) => {
		const html = rendered(list, 'html-page', { options: { chart: true, [option]: false } }) ?? '';
		const { tab, troubles } = await open(html, '#q=alpha&year=2019');
		expect(await tab.locator(selector).count()).toBe(0);
		expect(await shown(tab)).toEqual(['alpha2019']);
		expect(troubles).toEqual([]);
		await tab.context().close();
	});

	it('works in each of several lists on a page, and shares the state of one', async () => {
		const other = listOf(bib, { id: 'more' });
		const css = readFileSync(new URL('../../templates/tools.css', import.meta.url), 'utf8');
		const script = /<script>[\s\S]*<\/script>/.exec(page)?.[0] ?? '';
		const fragments = [list, other].map((each) => rendered(each, 'html', { options: { script: true } }));
		const { tab } = await show(
			browser,
			`<!DOCTYPE html><meta charset="utf-8"><style>${css}</style>${fragments.join('')}${script}`,
		);
		await tab.locator('[data-enhanced]').nth(1).waitFor();
		const [first, second] = [tab.locator('.bibfolio').nth(0), tab.locator('.bibfolio').nth(1)];
		await second.getByRole('searchbox').fill('alpha');
		await expect.poll(() => second.locator('.bibfolio-item:visible').count()).toBe(1);
		expect(await first.locator('.bibfolio-item:visible').count()).toBe(6);
		await expect.poll(() => tab.evaluate('location.hash')).toBe('#q=alpha&list=bibfolio-more');
		await tab.context().close();
	});

	it('shows all works and the contents without JavaScript', async () => {
		const { tab } = await show(browser, page, { javaScriptEnabled: false });
		expect(await tab.locator('.bibfolio-item:visible').count()).toBe(6);
		expect(await tab.getByRole('searchbox').isVisible()).toBe(false);
		await tab.getByText('Contents').click();
		expect(await tab.getByRole('link', { name: 'Talks' }).isVisible()).toBe(true);
		await tab.context().close();
	});
});

/** Waits until the page has applied a change. */
const frames = 'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))';
interface Attributes {
	getAttribute(name: string): string | null;
	readonly textContent: string | null;
}
const keysOf = (items: Attributes[]) => items.map((item) => item.getAttribute('data-key'));
const labelsOf = (items: Attributes[]) => items.map((item) => item.getAttribute('aria-label'));
const numbersOf = (items: Attributes[]) =>
	items.map((item) => [item.getAttribute('data-key'), item.getAttribute('value')] as const);
const headingsOf = (items: Attributes[]) =>
	items.map((item) => `${item.textContent} ${item.getAttribute('data-count')}`);
