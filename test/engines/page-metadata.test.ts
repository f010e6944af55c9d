import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { source } from '../../src/diagnostics/source.ts';
import { readLibrary } from '../../src/library/read-library.ts';
import { fixture, listOf, rendered } from '../render/library.ts';
import { describeWith } from '../tools.ts';
import { startChromium } from './chromium.ts';

const bib = `@string{j = {Nature}}
@proceedings{p, title = {Proceedings}, booktitle = {Proceedings}, year = 1932}
${['a', 'b', 'c'].map((key) => `@inproceedings{${key}, title = {Work ${key}}, crossref = {p}, note = j}`).join('\n')}
@article{d, title = {</script><b>"Quoted" & 'more'}, journal = j, year = 2020, file = {/home/secret.pdf}}`;
const address = 'https://list.example/publications.html';

/** What the page itself observes, before its own script runs. */
const observer = `
	window.counts = [];
	document.addEventListener('ZoteroItemUpdated', () => counts.push(document.querySelectorAll('.Z3988').length));
`;

describeWith('chromium')('metadata of a page in Chromium', () => {
	let browser: Browser;
	beforeAll(async () => {
		browser = await startChromium();
	}, 60_000);
	afterAll(() => browser?.close());

	const open = async (html: string, javaScriptEnabled = true) => {
		const context = await browser.newContext({ javaScriptEnabled });
		await context.addInitScript(observer);
		const tab = await context.newPage();
		const troubles: string[] = [];
		tab.on('console', (message) => troubles.push(message.text()));
		tab.on('pageerror', (error) => troubles.push(error.message));
		await tab.route('**/*', (route) => route.fulfill({ contentType: 'text/html', body: html }));
		await tab.goto(address);
		return { tab, troubles };
	};

	it('is COinS for each work, which Zotero is told about, and schema.org data once', async () => {
		const { tab, troubles } = await open(rendered(listOf(fixture('every-type.bib')), 'html-page') ?? '');
		await tab.locator('script[type="application/ld+json"]').waitFor({ state: 'attached' });
		const count = await tab.locator('.bibfolio-item').count();
		expect(await tab.evaluate('counts')).toEqual([count]);
		expect(await tab.locator('.bibfolio-item > .Z3988:last-child').count()).toBe(count);
		const data = JSON.parse((await tab.locator('script[type="application/ld+json"]').textContent()) ?? '');
		expect(data.mainEntity.itemListElement).toHaveLength(count);
		expect(data.name).toBe(await tab.title());
		expect(troubles).toEqual([]);
		await tab.context().close();
	});

	it('is text whatever a title contains, also when the page is saved', async () => {
		const { tab } = await open(rendered(listOf(bib), 'html-page') ?? '');
		await tab.locator('script[type="application/ld+json"]').waitFor({ state: 'attached' });
		const saved = await tab.content();
		expect(saved).not.toContain('</script><b>');
		const again = await open(saved, false);
		expect(await again.tab.locator('b').count()).toBe(0);
		const coins = await tab.locator('#d .Z3988').getAttribute('title');
		expect(new URLSearchParams(coins ?? '').get('rft.atitle')).toBe('</script><b>"Quoted" & ’more’');
		await tab.context().close();
		await again.tab.context().close();
	});

	it('is absent if the options of the output say so', async () => {
		const options = { coins: false, 'json-ld': false };
		const { tab } = await open(rendered(listOf(bib), 'html-page', { options: { script: true, ...options } }) ?? '');
		await tab.locator('[data-enhanced]').waitFor({ state: 'attached' });
		expect(await tab.locator('.Z3988, script[type="application/ld+json"]').count()).toBe(0);
		await tab.context().close();
	});

	it('is not needed without scripts: all works are there, and their BibTeX can be downloaded', async () => {
		const { tab } = await open(rendered(listOf(bib), 'html-page', {}, { privateFields: ['file'] }) ?? '', false);
		expect(await tab.locator('.bibfolio-item:visible').count()).toBe(5);
		const saving = tab.waitForEvent('download');
		await tab.getByRole('link', { name: 'Download .bib' }).click();
		const saved = await saving;
		expect(saved.suggestedFilename()).toBe('publications.bib.gz');
		const text = gunzipSync(readFileSync(await saved.path())).toString();
		const reported: string[] = [];
		const { entries } = readLibrary([source('publications.bib', text)], ({ message }) => reported.push(message));
		expect(reported).toEqual([]);
		expect(entries.map(({ key }) => key)).toEqual(['d', 'a', 'b', 'c', 'p']);
		expect(text.match(/@string/g)).toHaveLength(1);
		expect(text).not.toContain('secret');
		await tab.context().close();
	});
});
