import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
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
const macro = '@string{icml = {Proceedings of ICML}}';
const parent = '@proceedings{icml20, title = icml, year = 2020}';
const children = ['One', 'Two', 'Other'].map(
	(word) => `@inproceedings{${word}, title = {Paper ${word}}, crossref = {icml20}, booktitle = icml}`,
);
const library = [source, '@misc{../a:b, title={Odd}, year=1919}', macro, ...children, parent].join('\n');
const page = rendered(listOf(library), 'html-page') ?? '';

/** Opens the dialog of a work. */
async function cite(tab: Page, key: string) {
	await tab.locator(`[data-key="${key}"] .bibfolio-cite`).click();
	const dialog = tab.getByRole('dialog');
	await dialog.waitFor();
	return dialog;
}

async function saved(tab: Page, click: () => Promise<void>) {
	const saving = tab.waitForEvent('download');
	await click();
	const download = await saving;
	return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') };
}

describeWith('chromium')('BibTeX on a page in Chromium', () => {
	let browser: Browser;
	beforeAll(async () => {
		browser = await startChromium();
	}, 60_000);
	afterAll(() => browser?.close());

	it('is copied unchanged by keyboard, with a confirmation', async () => {
		const { tab, troubles } = await show(browser, page, { permissions: ['clipboard-read', 'clipboard-write'] });
		await tab.locator('#noether1918 .bibfolio-cite').focus();
		await tab.keyboard.press('Enter');
		await tab.getByRole('dialog', { name: 'Cite Invariante Variationsprobleme & Ähnliches' }).waitFor();
		expect(await tab.locator(':focus').textContent()).toBe('Copy');
		await tab.keyboard.press('Enter');
		await tab.getByRole('status').filter({ hasText: 'Copied' }).waitFor();
		expect(await tab.evaluate('navigator.clipboard.readText()')).toBe(`${source}\n`);
		expect(troubles).toEqual([]);
		await tab.context().close();
	});

	it('is copied unchanged by command without a clipboard', async () => {
		const { tab } = await show(browser, page);
		await tab.evaluate(`Object.defineProperty(navigator, 'clipboard', { value: undefined });
			addEventListener('copy', (event) => { window.copied = event.clipboardData.getData('text/plain'); });`);
		const dialog = await cite(tab, 'noether1918');
		await dialog.getByRole('button', { name: 'Copy' }).click();
		await dialog.getByRole('status').filter({ hasText: 'Copied' }).waitFor();
		expect(await tab.evaluate('window.copied')).toBe(`${source}\n`);
		await tab.context().close();
	});

	it('is selected if the browser forbids copying', async () => {
		const { tab } = await show(browser, page);
		await tab.evaluate('navigator.clipboard.writeText = () => Promise.reject(); document.execCommand = () => false');
		const dialog = await cite(tab, 'noether1918');
		await dialog.getByRole('button', { name: 'Copy' }).click();
		await dialog.getByRole('status').filter({ hasText: 'Selected' }).waitFor();
		expect(await tab.evaluate('String(getSelection())')).toBe(source);
		await tab.context().close();
	});

	it.each([
		['noether1918', 'noether1918.bib', `${source}\n`],
		['../a:b', 'a-b.bib', '@misc{../a:b, title={Odd}, year=1919}\n'],
		['Two', 'Two.bib', `${[macro, children[1], parent].join('\n\n')}\n`],
	])('is saved as a file: %s', async (key, name, text) => {
		const { tab } = await show(browser, page);
		const dialog = await cite(tab, key);
		const file = await saved(tab, () => dialog.getByRole('button', { name: 'Download .bib' }).click());
		expect(file).toEqual({ name, text });
		await tab.context().close();
	});

	it('is saved for all works that a search finds, with macros and parents once', async () => {
		const { tab } = await show(browser, page);
		await tab.getByRole('searchbox').fill('paper');
		await tab.locator('#noether1918').waitFor({ state: 'hidden' });
		const file = await saved(tab, () => tab.locator('form [data-do="save"]').click());
		expect(file.name).toBe('publications.bib');
		expect(file.text.match(/@string/g)).toHaveLength(1);
		expect(file.text.match(/@\w+\{\w+(?=[,\s])/g)?.sort()).toEqual(
			[
				'@inproceedings{One',
				'@inproceedings{Other',
				'@inproceedings{Two',
				'@proceedings{icml20',
				'@string{icml',
			].sort(),
		);
		expect(file.text.trim().endsWith(parent)).toBe(true);
		expect(file.text).not.toContain('noether');
		await tab.context().close();
	});

	it('is a file to download if scripts are disabled', async () => {
		const { tab } = await show(browser, page, { javaScriptEnabled: false });
		expect(await tab.locator('.bibfolio-cite:visible').count()).toBe(0);
		expect(await tab.locator('.bibfolio-download:visible').count()).toBe(1);
		await tab.context().close();
	});
});
