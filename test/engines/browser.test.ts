import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeWith } from '../tools.ts';
import { buildRecord, contentsOf } from './record.ts';

const folder = mkdtempSync(join(tmpdir(), 'bibfolio-page-'));
const page = join(folder, 'publications.html');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describeWith('chromium')('the page of the record in Chromium', () => {
	let browser: Browser;
	beforeAll(async () => {
		writeFileSync(page, contentsOf(buildRecord(), 'out/publications.html'));
		browser = await chromium.launch({
			executablePath: '/usr/bin/chromium',
			args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
		});
	}, 60_000);
	afterAll(() => browser?.close());

	it('loads without errors, requests or violations of its security policy', async () => {
		const tab = await browser.newPage();
		const troubles: string[] = [];
		tab.on('console', (message) => troubles.push(message.text()));
		tab.on('pageerror', (error) => troubles.push(error.message));
		tab.on('request', (request) => {
			if (!request.url().startsWith('file:')) troubles.push(request.url());
		});
		await tab.goto(pathToFileURL(page).href);
		expect(troubles).toEqual([]);
		expect(await tab.locator('h2').allInnerTexts()).toContain('Journal Articles');
		await tab.close();
	});

	it.each([
		['a phone', 360, 'light'],
		['a desk', 1280, 'light'],
		['a desk in the dark', 1280, 'dark'],
	] as const)(
		'fits %s without scrolling sideways, with readable contrast of text and ground',
		async (_, width, colorScheme) => {
			const tab = await browser.newPage({ viewport: { width, height: 800 }, colorScheme });
			await tab.goto(pathToFileURL(page).href);
			expect(await tab.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
			const colours = (await tab.evaluate(
				'[getComputedStyle(document.body).color, getComputedStyle(document.body).backgroundColor, getComputedStyle(document.documentElement).backgroundColor]',
			)) as string[];
			const [text, ...grounds] = colours.map(luminance);
			const ground = grounds.find((value) => value !== null) ?? 1;
			const [low, high] = [Math.min(text ?? 0, ground), Math.max(text ?? 0, ground)];
			expect((high + 0.05) / (low + 0.05)).toBeGreaterThan(7);
			await tab.close();
		},
	);

	it('reaches every link by its anchor and shows each item once', async () => {
		const tab = await browser.newPage();
		await tab.goto(pathToFileURL(page).href);
		const keys = await tab
			.locator('[data-key]')
			.evaluateAll((items: { getAttribute(name: string): string | null }[]) =>
				items.map((item) => item.getAttribute('data-key')),
			);
		expect(keys).toHaveLength(79);
		expect(new Set(keys).size).toBe(79);
		await tab.close();
	});
});

/** Relative luminance (WCAG 2.2) of an rgb() colour; null if it is transparent. */
function luminance(colour: string): number | null {
	const [red = 0, green = 0, blue = 0, alpha = 1] = (colour.match(/[\d.]+/g) ?? []).map(Number);
	if (alpha === 0) return null;
	const [r = 0, g = 0, b = 0] = [red, green, blue].map((value) => {
		const share = value / 255;
		return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
	});
	return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
