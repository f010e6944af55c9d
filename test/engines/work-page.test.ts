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
	doi = {10.1000/x},
	pdf = {noether.pdf},
	abstract = {About symmetries.},
}`;
const page = rendered(listOf(source), 'works') ?? '';

describeWith('chromium')('the page of a work in Chromium', () => {
	let browser: Browser;
	beforeAll(async () => {
		browser = await startChromium();
	}, 60_000);
	afterAll(() => browser?.close());

	it('copies the reference and the BibTeX by keyboard, with a confirmation', async () => {
		const { tab, troubles } = await show(browser, page, { permissions: ['clipboard-read', 'clipboard-write'] });
		const [reference, bibtex] = await tab.getByRole('button', { name: 'Copy' }).all();
		await reference?.focus();
		await tab.keyboard.press('Enter');
		await tab.getByRole('button', { name: 'Copied' }).waitFor();
		expect(await tab.evaluate('navigator.clipboard.readText()')).toBe(
			'Noether E (1918). “Invariante Variationsprobleme & Ähnliches”. In: Nachrichten. https://doi.org/10.1000/x',
		);
		await bibtex?.press('Enter');
		await tab.waitForFunction(`document.querySelectorAll('button[data-label]').length === 2`);
		expect(await tab.evaluate('navigator.clipboard.readText()')).toBe(source);
		expect(troubles).toEqual([]);
		await tab.context().close();
	});

	it('saves the BibTeX as a file', async () => {
		const { tab } = await show(browser, page);
		const saving = tab.waitForEvent('download');
		await tab.getByRole('button', { name: 'Download .bib' }).click();
		const saved = await saving;
		expect(saved.suggestedFilename()).toBe('noether1918.bib');
		expect(readFileSync(await saved.path(), 'utf8')).toBe(`${source}\n`);
		await tab.context().close();
	});

	it('shows everything but the buttons without scripts', async () => {
		const { tab } = await show(browser, page, { javaScriptEnabled: false });
		expect(await tab.locator('.p-summary').isVisible()).toBe(true);
		expect(await tab.locator('pre').textContent()).toBe(source);
		expect(await tab.getByRole('link', { name: 'PDF' }).getAttribute('href')).toBe('noether.pdf');
		expect(await tab.getByRole('button').count()).toBe(0);
		await tab.context().close();
	});

	it.each([
		['desktop', 1280],
		['phone', 320],
	])('fits the width of a %s, with the best link in the first screen', async (_, width) => {
		const { tab } = await show(browser, page, { viewport: { width, height: 740 } });
		expect(await tab.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
		const box = await tab.getByRole('link', { name: 'PDF' }).boundingBox();
		expect((box?.y ?? Infinity) + (box?.height ?? 0)).toBeLessThan(740);
		await tab.context().close();
	});
});
