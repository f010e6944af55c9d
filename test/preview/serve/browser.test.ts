import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { folderWith } from '../../folder.ts';
import { describeWith } from '../../tools.ts';
import { library } from '../watch/library.ts';
import { start, stopAll } from '../watch/running.ts';

const configuration = 'library: bib/*.bib\noutputs:\n  - { path: out/publications.html, format: html-page }\n';
const keys = Array.from({ length: 60 }, (_, index) => `work${index}`);

describeWith('chromium')('a page of the preview in Chromium', () => {
	let browser: Browser;
	beforeAll(async () => {
		browser = await chromium.launch({
			executablePath: '/usr/bin/chromium',
			args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
		});
	}, 60_000);
	afterAll(async () => {
		await browser?.close();
		stopAll();
	});

	it('reloads at the same position, and shows errors', async () => {
		const folder = folderWith({ 'bibfolio.yaml': configuration, 'bib/papers.bib': library(...keys) });
		const file = join(folder, 'bib/papers.bib');
		const running = await start(folder, ['serve', '--port', String(41_000 + Math.floor(Math.random() * 9000))]);
		const address = /http:\/\/\S+/.exec(running.printed())?.[0] ?? '';
		const tab = await browser.newPage();
		const troubles: string[] = [];
		tab.on('console', (message) => message.type() === 'error' && troubles.push(message.text()));
		tab.on('pageerror', (error) => troubles.push(error.message));
		await tab.goto(address);
		const read = tab.locator('[data-key=work40]');
		await read.evaluate((one) => one.scrollIntoView());
		// Publications are laid out when they come into view, which moves those below.
		await tab.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
		const before = await read.evaluate((one) => one.getBoundingClientRect().top);

		writeFileSync(file, library('newest', 'newer', ...keys));
		await tab.locator('[data-key=newest]').waitFor({ state: 'attached' });
		await expect
			.poll(async () => Math.abs((await read.evaluate((one) => one.getBoundingClientRect().top)) - before))
			.toBeLessThan(3);

		writeFileSync(file, `${library('newest', 'newer', ...keys)}\n@article{half, title = {<img src=x onerror=alert(1)>`);
		const alert = tab.locator('bibfolio-errors');
		await alert.locator('section').waitFor();
		expect(await alert.locator('pre').textContent()).toContain('bib/papers.bib:');
		writeFileSync(file, library('newest', 'newer', ...keys));
		await alert.waitFor({ state: 'detached' });
		expect(troubles).toEqual([]);
		await tab.close();
		expect(await running.stop()).toBe(0);
	}, 60_000);

	it('opens in any number of tabs; hidden ones update when they become visible', async () => {
		const folder = folderWith({ 'bibfolio.yaml': configuration, 'bib/papers.bib': library(...keys) });
		const running = await start(folder, ['serve', '--port', String(41_000 + Math.floor(Math.random() * 9000))]);
		const address = /http:\/\/\S+/.exec(running.printed())?.[0] ?? '';
		const context = await browser.newContext();
		const open = async () => {
			const tab = await context.newPage();
			await tab.goto(address);
			return tab;
		};
		// In an automated browser, every tab counts as visible.
		const turn = (tab: Page, visibilityState: string) =>
			tab.evaluate((value) => {
				const { document, Event } = globalThis as unknown as {
					document: EventTarget;
					Event: new (name: string) => never;
				};
				Object.defineProperty(document, 'visibilityState', { value, configurable: true });
				document.dispatchEvent(new Event('visibilitychange'));
			}, visibilityState);
		const first = await open();
		await turn(first, 'hidden');
		for (let count = 0; count < 8; count++) await turn(await open(), 'hidden');
		const last = await open();
		writeFileSync(join(folder, 'bib/papers.bib'), library('newest', ...keys));
		await last.locator('[data-key=newest]').waitFor({ state: 'attached' });
		expect(await first.locator('[data-key=newest]').count()).toBe(0);
		await turn(first, 'visible');
		await first.locator('[data-key=newest]').waitFor({ state: 'attached' });
		await context.close();
		expect(await running.stop()).toBe(0);
	}, 60_000);
});
