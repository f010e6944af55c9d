import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { defaultNameStyle } from '../../src/lists/list-defaults.ts';
import { listOf, person, rendered } from '../render/library.ts';
import { describeWith } from '../tools.ts';
import { show, startChromium } from './chromium.ts';

const bib = readFileSync(new URL('fixtures/search.bib', import.meta.url), 'utf8');
const people = [person('Noether, Emmy', { aliases: [{ name: 'Mueller, Amalie', from: null, to: null }] })];
const list = listOf(bib, { names: { ...defaultNameStyle, etAlMin: 3, etAlUseFirst: 1 } }, people);
const page = rendered(list, 'html-page', {}, { privateFields: ['file'] }) ?? '';

/** Words, and the works they find. */
const searches: readonly (readonly [words: string, keys: readonly string[]])[] = [
	['tides', ['lovelace2020']],
	['TIDES sea', ['lovelace2020']],
	['gotterdammerung', ['muller2019']],
	['Götter', ['muller2019']],
	['mueller', ['noether2001', 'muller2019']],
	['hidden', ['lovelace2020']],
	['grace hopper', ['noether2021']],
	['2021', ['noether2021']],
	['topology', ['noether2021']],
	['"the tides"', ['lovelace2020']],
	['"tides the"', []],
	['noether', ['noether2021', 'noether2001']],
	['secret', []],
];

describeWith('chromium')('search on a page in Chromium', () => {
	let browser: Browser;
	beforeAll(async () => {
		browser = await startChromium();
	}, 60_000);
	afterAll(() => browser?.close());

	/** The shown works after the next frame, when the page is up to date. */
	const shown = async (tab: Page) => {
		await tab.evaluate(frames);
		return tab.locator('.bibfolio-item:visible').evaluateAll(keysOf);
	};
	const open = async (hash = '') => {
		const { tab, troubles } = await show(browser, page, { locale: 'en' });
		if (hash) await tab.evaluate(`location.hash = ${JSON.stringify(hash)}`);
		return { tab, troubles };
	};

	it('finds works by title, name, venue, year and keyword, ignoring accents and case', async () => {
		const { tab, troubles } = await open();
		for (const [words, keys] of searches) {
			await tab.getByRole('searchbox').fill(words);
			expect([words, (await shown(tab)).sort()]).toEqual([words, [...keys].sort()]);
			expect(await tab.getByText('No matching publications').isVisible()).toBe(keys.length === 0);
			expect(await tab.locator('output').textContent()).toBe(`${keys.length} of 4 publications`);
		}
		expect(troubles).toEqual([]);
		await tab.context().close();
	});

	it('combines filters by kind, year, keyword and person, by keyboard, with counts', async () => {
		const { tab } = await open();
		await tab.getByRole('searchbox').focus();
		await tab.keyboard.press('Tab');
		await tab.keyboard.press('Enter');
		await tab.keyboard.press('Tab');
		await tab.keyboard.type('Journal');
		expect((await shown(tab)).sort()).toEqual(['lovelace2020', 'noether2021']);
		await tab.getByLabel('All authors').selectOption({ label: 'Noether, Emmy (1)' });
		expect(await shown(tab)).toEqual(['noether2021']);
		await expect.poll(() => tab.evaluate('location.hash')).toBe('#kind=journal&person=Noether%2C+Emmy');
		expect(await tab.locator('h2:visible').evaluateAll(countsOf)).toEqual(['1']);
		await tab.getByRole('button', { name: 'Clear' }).click();
		expect(await shown(tab)).toHaveLength(4);
		await expect.poll(() => tab.evaluate('location.href')).toBe('https://list.example/');
		await tab.getByLabel('All keywords').selectOption('Topology');
		await tab.getByLabel('All years').selectOption('2021');
		expect(await shown(tab)).toEqual(['noether2021']);
		await tab.context().close();
	});

	it('restores a search from the address and follows the browser history', async () => {
		const { tab } = await open('#q=tides&kind=journal');
		await expect.poll(() => tab.getByRole('searchbox').inputValue()).toBe('tides');
		expect(await shown(tab)).toEqual(['lovelace2020']);
		await tab.evaluate(`location.hash = '#person=Nobody'`);
		await tab.getByText('No matching publications').waitFor();
		expect(await tab.getByLabel('All authors').inputValue()).toBe('Nobody');
		await tab.goBack();
		await expect.poll(() => tab.getByRole('searchbox').inputValue()).toBe('tides');
		await tab.context().close();
	});

	it('shows the work that an address points to, even if a filter would hide it', async () => {
		const { tab } = await open('#q=tides');
		await expect.poll(() => tab.getByRole('searchbox').inputValue()).toBe('tides');
		await tab.evaluate(`location.hash = '#noether2001'`);
		await tab.locator('#noether2001').waitFor({ state: 'visible' });
		expect(await shown(tab)).toHaveLength(4);
		await tab.context().close();
	});

	it('links to each work, and shows the link on keyboard focus', async () => {
		const { tab } = await open();
		const link = tab.locator('#noether2021 .bibfolio-anchor');
		await link.focus();
		await expect.poll(() => tab.evaluate('getComputedStyle(document.activeElement).opacity')).toBe('1');
		await tab.keyboard.press('Enter');
		expect(await tab.evaluate('location.hash')).toBe('#noether2021');
		await tab.context().close();
	});

	it('numbers works without list items, because Chromium renumbers them when some are hidden', async () => {
		const { tab } = await open();
		const look = (pseudo: string) =>
			`(() => { const { display, content } = getComputedStyle(document.querySelector('#muller2019'), ${pseudo}); return [display, content] })()`;
		expect(await tab.evaluate(look('null'))).toContain('block');
		expect(await tab.evaluate(look("'::before'"))).toContain('"1"');
		await tab.context().close();
	});

	it('saves the shown works as one library: macros once, parents last', async () => {
		const { tab } = await open();
		const saving = tab.waitForEvent('download');
		await tab.locator('.bibfolio-search').getByRole('button', { name: 'Download' }).click();
		const saved = readFileSync(await (await saving).path(), 'utf8');
		expect(saved.match(/^@\w+\{[^,= ]+/gm)).toEqual([
			'@article{noether2021',
			'@string{soc',
			'@article{lovelace2020',
			'@inproceedings{muller2019',
			'@inproceedings{noether2001',
			'@proceedings{conf',
		]);
		expect(saved).not.toContain('secret');
		await tab.context().close();
	});
});

/** Waits until the page has applied the search. */
const frames = 'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))';
const keysOf = (items: { getAttribute(name: string): string | null }[]) =>
	items.map((item) => item.getAttribute('data-key'));
const countsOf = (items: { getAttribute(name: string): string | null }[]) =>
	items.map((item) => item.getAttribute('data-count'));
