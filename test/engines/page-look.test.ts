import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { listOf, person, rendered } from '../render/library.ts';
import { describeWith, itWith } from '../tools.ts';
import { show, startChromium } from './chromium.ts';
import { run } from './engine.ts';

const one = `@article{noether1918, author={Noether, Emmy and Klein, Felix}, title={Invariants}, journal={Notes}, year=1918,
	abstract={Folded away}, url={https://example.org/notes}}`;
const other = '@book{klein1926, author={Klein, Felix}, title={Lectures}, publisher={Springer}, year=1926}';
const page = rendered(listOf(`${one}\n${other}`, {}, [person('Noether, Emmy')]), 'html-page') ?? '';
const folder = mkdtempSync(join(tmpdir(), 'bibfolio-print-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describeWith('chromium')('a page in Chromium', () => {
	let browser: Browser;
	beforeAll(async () => {
		browser = await startChromium();
	}, 60_000);
	afterAll(() => browser?.close());

	it('is printed without controls, with highlighted names, in light colors', async () => {
		const { tab } = await show(browser, page, { colorScheme: 'dark' });
		await tab.emulateMedia({ media: 'print', colorScheme: 'dark' });
		for (const tool of ['.bibfolio-search', '.bibfolio-anchor', '.bibfolio-skip'])
			expect([tool, await tab.locator(tool).first().isVisible()]).toEqual([tool, false]);
		const style = (selector: string, name: string) =>
			tab.evaluate(`getComputedStyle(document.querySelector('${selector}')).${name}`);
		expect(Number(await style('.bibfolio-mark', 'fontWeight'))).toBeGreaterThanOrEqual(600);
		expect(await style('body', 'colorScheme')).toBe('light');
		await tab.context().close();
	});

	itWith('pdftotext')('is saved as a PDF with all works and no buttons', async () => {
		const { tab } = await show(browser, page);
		writeFileSync(join(folder, 'page.pdf'), await tab.pdf());
		const { output } = run('pdftotext', ['-layout', 'page.pdf', '-'], folder);
		expect(output).toContain('Invariants');
		expect(output).toContain('Noether');
		expect(output).not.toMatch(/Search|Clear|Download|Copy/);
		await tab.context().close();
	});

	it('is as without scripts in a browser that cannot read its data', async () => {
		const { tab, troubles } = await show(browser, page);
		await tab.addInitScript('delete window.DecompressionStream');
		await tab.reload();
		await tab.locator('[data-plain]').waitFor();
		expect(await tab.locator('.bibfolio-item:visible').count()).toBe(2);
		expect(await tab.getByRole('link', { name: 'Download .bib' }).isVisible()).toBe(true);
		for (const tool of ['.bibfolio-search', '.bibfolio-cite'])
			expect([tool, await tab.locator(tool).first().isVisible()]).toEqual([tool, false]);
		expect(troubles).toEqual([]);
		await tab.context().close();
	});

	it.each([
		['#q=<img src=x onerror=alert(1)>', '<img src=x onerror=alert(1)>'],
		['#q=%3Cscript%3Ealert(1)%3C/script%3E', '<script>alert(1)</script>'],
		['#q=%E0%A4%A&year=%&kind=%ZZ', null],
		[`#q=${'long '.repeat(20_000)}`, null],
		['#__proto__=1&constructor=2&person=<b>x&keyword="><svg/onload=alert(1)>', ''],
	])('takes what an address asks for as text (%#)', async (hash, words) => {
		const { tab, troubles } = await show(browser, page);
		await tab.evaluate(`location.hash = ${JSON.stringify(hash)}`);
		await tab.getByText('No matching publications').waitFor();
		if (words !== null) expect(await tab.getByRole('searchbox').inputValue()).toBe(words);
		expect(await tab.locator('img, svg, b').count()).toBe(0);
		expect(troubles).toEqual([]);
		await tab.context().close();
	});

	it('finds words among thousands of works', async () => {
		const works = Array.from(
			{ length: 3000 },
			(_, at) => `@article{k${at}, author={Noether, Emmy}, title={Work ${at} ${at % 7 ? '' : 'seventh'}}, year=2000}`,
		);
		const many = rendered(listOf(works.join('\n')), 'html-page') ?? '';
		const { tab, troubles } = await show(browser, many, { locale: 'en' });
		await tab.getByRole('searchbox').fill('seventh');
		await expect.poll(() => counted(tab)).toBe('429 of 3000 publications');
		expect(troubles).toEqual([]);
		await tab.context().close();
	}, 60_000);
});

const counted = (tab: Page) => tab.locator('output').textContent();
