import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { listOf, rendered } from '../render/library.ts';
import { describeWith } from '../tools.ts';
import { show, startChromium } from './chromium.ts';

const source = `@article{noether1918,
	author = {Noether, Emmy},
	title = {Invariante {Variationsprobleme} & \\"Ahnliches},
	journal = {Nachrichten},
	year = 1918,
}`;
const page = rendered(listOf(`${source}\n@misc{../a:b, title={Odd}, year=1919}`), 'html-page') ?? '';

describeWith('chromium')('BibTeX on a page in Chromium', () => {
	let browser: Browser;
	beforeAll(async () => {
		browser = await startChromium();
	}, 60_000);
	afterAll(() => browser?.close());

	it('is copied unchanged by keyboard, with a confirmation', async () => {
		const { tab, troubles } = await show(browser, page, { permissions: ['clipboard-read', 'clipboard-write'] });
		await tab.locator('#noether1918 summary').focus();
		await tab.keyboard.press('Enter');
		await tab.getByRole('button', { name: 'Copy' }).waitFor();
		await tab.keyboard.press('Tab');
		await tab.keyboard.press('Enter');
		await tab.locator('[role=status]', { hasText: 'Copied' }).waitFor();
		expect(await tab.evaluate('navigator.clipboard.readText()')).toBe(`${source}\n`);
		expect(await tab.locator(':focus').textContent()).toBe('Copied');
		expect(troubles).toEqual([]);
		await tab.context().close();
	});

	it('is selected if the browser forbids copying', async () => {
		const { tab } = await show(browser, page);
		await tab.evaluate('navigator.clipboard.writeText = () => Promise.reject(); document.execCommand = () => false');
		await tab.locator('#noether1918 summary').click();
		await tab.getByRole('button', { name: 'Copy' }).click();
		await tab.locator('[role=status]', { hasText: 'Selected' }).waitFor();
		expect(await tab.evaluate('String(getSelection())')).toBe(source);
		await tab.context().close();
	});

	it.each([
		['noether1918', 'noether1918.bib', `${source}\n`],
		['a-b', 'a-b.bib', '@misc{../a:b, title={Odd}, year=1919}\n'],
	])('is saved as a file: %s', async (id, name, text) => {
		const { tab } = await show(browser, page);
		await tab.locator(`#${id} summary`).click();
		const saving = tab.waitForEvent('download');
		await tab.locator(`#${id}`).getByRole('button', { name: 'Download' }).click();
		const saved = await saving;
		expect(saved.suggestedFilename()).toBe(name);
		expect(readFileSync(await saved.path(), 'utf8')).toBe(text);
		await tab.context().close();
	});

	it('has no button if scripts are disabled', async () => {
		const { tab } = await show(browser, page, { javaScriptEnabled: false });
		await tab.locator('#noether1918 summary').click();
		expect(await tab.locator('button').count()).toBe(0);
		expect(await tab.locator('.bibfolio-bibtex').first().textContent()).toBe(source);
		await tab.context().close();
	});
});
