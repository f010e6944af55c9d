import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { looks } from '../../src/render/looks.ts';
import { listOf, person, rendered } from '../render/library.ts';
import { describeWith } from '../tools.ts';
import { show, startChromium } from './chromium.ts';

const bib = `@article{noether, author = {Noether, Emmy and van der Waerden, Bartel L.}, year = 1918, volume = 3, pages = {1--9},
	title = {On {H\\textsubscript{2}O}, $x^2+\\frac{a}{b+1}$ and \\emph{Escherichia} in Ideals}, journal = {Nachrichten},
	doi = {10.1000/x}, code = {https://example.org/code}, abstract = {Short: $x^n$.}}
@book{kant, author = {Kant, Immanuel}, title = {Was ist Aufkl{\\"a}rung?}, publisher = {Voss}, year = 1784}
@unpublished{hilbert, author = {Hilbert, David}, title = {A Lecture}, eventtitle = {ICM}, venue = {Paris}, year = 1900}
@misc{prize, title = {Prize}, entrysubtype = {award}, year = 1932}`;
const people = [person('Noether, Emmy', { role: 'equal' })];
const list = listOf(bib, {}, people);

/** Opens the dialog of a work, in a form if given. */
async function cite(tab: Page, key: string, form?: string) {
	await tab.locator(`[data-key="${key}"] .bibfolio-cite`).click();
	const dialog = tab.getByRole('dialog');
	await dialog.waitFor();
	if (form) await dialog.getByRole('radio', { name: form }).check();
	return dialog;
}

/** The plain text of an entry as a reader sees it, without spaces, punctuation, marks and links. */
const letters = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '');

describeWith('chromium')('citing in Chromium', () => {
	let browser: Browser;
	beforeAll(async () => {
		browser = await startChromium();
	}, 60_000);
	afterAll(() => browser?.close());

	it.each(Object.keys(looks))('gives the reference that the list shows, with its DOI, in the look %s', async (look) => {
		const { tab, troubles } = await show(browser, rendered(list, 'html-page', { look }) ?? '');
		for (const key of ['noether', 'kant', 'hilbert']) {
			const dialog = await cite(tab, key, 'Text');
			const text = (await dialog.locator('.bibfolio-citation').textContent()) ?? '';
			await tab.keyboard.press('Escape');
			const end = key === 'noether' ? /^Noether .*\. https:\/\/doi\.org\/10\.1000\/x$/ : /^(?:Kant|Hilbert) .*\.$/;
			expect(text).toMatch(end);
			expect(text).not.toMatch(/\s\s|[.,?]\.|\*|DOI|Cite|Abstract|Code/);
			const shown = await tab
				.locator(`[data-key="${key}"] :is(.bibfolio-work, .bibfolio-authors, .bibfolio-source)`)
				.allInnerTexts();
			for (const word of shown.join(' ').match(/\p{L}{3,}/gu) ?? []) expect(text).toContain(word);
			expect(letters(text).length).toBeGreaterThan(letters(shown.join('')).length * 0.8);
		}
		expect(troubles).toEqual([]);
		await tab.context().close();
	});

	it('writes formulas on one line, and keeps italics on the clipboard', async () => {
		const permissions = ['clipboard-read', 'clipboard-write'];
		const { tab } = await show(browser, rendered(list, 'html-page') ?? '', { permissions });
		const dialog = await cite(tab, 'noether', 'Text');
		await dialog.getByRole('button', { name: 'Copy' }).click();
		await dialog.getByRole('status').filter({ hasText: 'Copied' }).waitFor();
		const plain = await tab.evaluate('navigator.clipboard.readText()');
		expect(plain).toContain('H₂O, x²+a/(b+1) and Escherichia in Ideals');
		const html = await tab.evaluate(
			`navigator.clipboard.read().then(async ([item]) => (await item.getType('text/html')).text())`,
		);
		expect(html).toContain('<i>Nachrichten</i>');
		await tab.context().close();
	});

	it('gives RIS with the abstract, and saves it', async () => {
		const { tab } = await show(browser, rendered(list, 'html-page') ?? '');
		const dialog = await cite(tab, 'noether', 'RIS');
		const saving = tab.waitForEvent('download');
		await dialog.getByRole('button', { name: 'Download .ris' }).click();
		const file = await saving;
		expect(file.suggestedFilename()).toBe('noether.ris');
		const text = readFileSync(await file.path(), 'utf8');
		expect(text.split('\r\n')).toEqual(
			expect.arrayContaining(['TY  - JOUR', 'AU  - van der Waerden, Bartel L.', 'AB  - Short: x^n.', 'ER  - ']),
		);
		await tab.context().close();
	});

	it('offers talks without BibTeX, and no awards', async () => {
		const { tab } = await show(browser, rendered(list, 'html-page') ?? '');
		const dialog = await cite(tab, 'hilbert');
		expect(await dialog.locator('label:visible').allTextContents()).toEqual(['RIS', 'Text']);
		await tab.keyboard.press('Escape');
		expect(await tab.locator('[data-key="prize"] .bibfolio-cite').count()).toBe(0);
		await tab.context().close();
	});

	it('can be done by keyboard, and remembers the form', async () => {
		const { tab, troubles } = await show(browser, rendered(list, 'html-page') ?? '');
		const button = tab.locator('[data-key="noether"] .bibfolio-cite');
		await button.focus();
		await tab.keyboard.press('Enter');
		const dialog = tab.getByRole('dialog');
		await dialog.waitFor();
		await tab.keyboard.press('Shift+Tab');
		await tab.keyboard.press('Shift+Tab');
		expect(await dialog.getByRole('radio', { name: 'BibTeX' }).isChecked()).toBe(true);
		await tab.keyboard.press('ArrowRight');
		expect(await dialog.getByRole('radio', { name: 'RIS' }).isChecked()).toBe(true);
		await dialog.locator('.bibfolio-citation', { hasText: 'TY  - JOUR' }).waitFor();
		await tab.keyboard.press('Escape');
		await dialog.waitFor({ state: 'hidden' });
		expect(await button.evaluate((element) => element === element.ownerDocument.activeElement)).toBe(true);
		await cite(tab, 'kant');
		await dialog.locator('.bibfolio-citation', { hasText: 'TY  - BOOK' }).waitFor();
		await tab.mouse.click(5, 5);
		await dialog.waitFor({ state: 'hidden' });
		expect(troubles).toEqual([]);
		await tab.context().close();
	});

	it.each([
		[1280, 900],
		[640, 450],
		[360, 740],
	])('fits in %i × %i pixels', async (width, height) => {
		const { tab } = await show(browser, rendered(list, 'html-page') ?? '', { viewport: { width, height } });
		const dialog = await cite(tab, 'noether');
		const box = await dialog.boundingBox();
		expect(box && box.x >= 0 && box.y >= 0 && box.x + box.width <= width && box.y + box.height <= height).toBe(true);
		for (const button of await dialog.getByRole('button').all()) {
			const place = await button.boundingBox();
			expect(place && place.y >= 0 && place.y + place.height <= height).toBe(true);
		}
		await tab.emulateMedia({ media: 'print' });
		expect(await dialog.isVisible()).toBe(false);
		await tab.context().close();
	});

	it('works in each of several lists in a site', async () => {
		const options = { script: true };
		const [one = '', two = ''] = ['one', 'two'].map((id) => rendered(listOf(bib, { id }), 'html', { options }) ?? '');
		const script = readFileSync(new URL('../../dist/browser/page.js', import.meta.url), 'utf8');
		const site = `<!DOCTYPE html><meta charset="utf-8"><title>Site</title><body style="background: #123; color: #fed">${one}${two}<script>${script}</script>`;
		const { tab, troubles } = await show(browser, site);
		for (const [id, key] of [
			['one', 'kant'],
			['two', 'noether'],
		]) {
			await tab.locator(`#bibfolio-${id} [data-key="${key}"] .bibfolio-cite`).click();
			const dialog = tab.locator(`#bibfolio-${id} dialog`);
			await dialog.locator('.bibfolio-citation', { hasText: `{${key},` }).waitFor();
			expect(await dialog.evaluate((element) => (element as unknown as Styled).style.cssText)).toContain(
				'rgb(17, 34, 51)',
			);
			await tab.keyboard.press('Escape');
		}
		expect(troubles).toEqual([]);
		await tab.context().close();
	});
});

describeWith('chromium')('what opens below the links of a work', () => {
	let browser: Browser;
	beforeAll(async () => {
		browser = await startChromium();
	}, 60_000);
	afterAll(() => browser?.close());

	const styles = (look: string) =>
		['bibfolio.css', `look-${look}.css`]
			.map((name) => readFileSync(new URL(`../../templates/${name}`, import.meta.url), 'utf8'))
			.join('\n');
	const pages = Object.keys(looks).flatMap((look) => [
		[look, 'page', rendered(list, 'html-page', { look }) ?? ''],
		[
			look,
			'fragment',
			`<!DOCTYPE html><meta charset="utf-8"><title>x</title><style>${styles(look)}</style>${rendered(list, 'html', { look })}`,
		],
	]);

	describe.each([true, false])('with scripts: %s', (javaScriptEnabled) => {
		it.each(pages)('leaves the links where they are: look %s, %s', async (_, __, html = '') => {
			const { tab } = await show(browser, html, { javaScriptEnabled });
			const item = tab.locator('[data-key="noether"]');
			const controls = item.locator('.bibfolio-extras :is(a, summary, button)');
			const places = async () =>
				Promise.all((await controls.all()).map(async (control) => JSON.stringify(await control.boundingBox())));
			await item.scrollIntoViewIfNeeded();
			const before = await places();
			const bottom = Math.max(...before.map((place) => JSON.parse(place)).map((box) => (box ? box.y + box.height : 0)));
			expect(before.length).toBeGreaterThanOrEqual(3);
			for (const summary of await item.locator('summary').all()) await summary.press('Enter');
			expect(await places()).toEqual(before);
			for (const content of await item.locator('details > :not(summary)').all())
				expect((await content.boundingBox())?.y).toBeGreaterThanOrEqual(bottom);
			for (const summary of await item.locator('summary').all()) await summary.press('Enter');
			expect(await places()).toEqual(before);
			await tab.context().close();
		});
	});
});

interface Styled {
	readonly style: { readonly cssText: string };
}
