import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { GroupKey } from '../../src/lists/list.ts';
import { listOf, rendered } from '../render/library.ts';
import { describeWith } from '../tools.ts';
import { show, startChromium } from './chromium.ts';

const kinds = ['article', 'inproceedings', 'book', 'incollection', 'phdthesis', 'techreport', 'patent', 'talk'];
/** Works of 60 years and many kinds, with marks that need a legend. */
const bib = Array.from({ length: 180 }, (_, index) => {
	const marks = index % 3 ? '' : 'author+an = {1=equal;2=equal,corresponding},';
	return `@${kinds[index % kinds.length]}{k${index}, author = {Noether, Emmy and Klein, Felix}, ${marks}
		title = {Work ${index}}, journal = {Annals}, booktitle = {Proceedings}, eventtitle = {Conference}, publisher = {Press},
		institution = {Institute}, number = {${index}}, year = ${1965 + (index % 60)}}`;
}).join('\n');

const note = 'All publications since 1965; preprints are on arXiv.';
const groupings: readonly (readonly [words: string, groupBy: readonly GroupKey[]])[] = [
	['by year', ['year']],
	['by kind', ['venue']],
	['without sections', []],
];

describeWith('chromium')('the top of a page in Chromium', () => {
	let browser: Browser;
	beforeAll(async () => {
		browser = await startChromium();
	}, 60_000);
	afterAll(() => browser?.close());

	it.each(groupings)('is short, so that works are in view: sections %s', async (_, groupBy) => {
		const html = rendered(listOf(bib, { groupBy, note }), 'html-page', { look: 'title' }) ?? '';
		const screens = [
			[{ viewport: { width: 1280, height: 900 } }, 300],
			[{ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true }, 320],
		] as const;
		for (const [options, highest] of screens) {
			const { tab, troubles } = await show(browser, html, options);
			await tab.locator('[data-enhanced]').waitFor();
			expect((await tab.locator('.bibfolio-item').first().boundingBox())?.y).toBeLessThan(highest);
			expect(await tab.locator('.bibfolio-legend').isVisible()).toBe(true);
			// 60 years, with labels that do not overlap
			const labels = await tab.locator('.bibfolio-chart > svg > text:visible').evaluateAll(extents);
			expect(labels.length).toBeGreaterThan(3);
			for (const [index, { left, right }] of labels.entries()) {
				expect(left).toBeGreaterThanOrEqual(labels[index - 1]?.right ?? 0);
				expect(right).toBeLessThanOrEqual(options.viewport.width);
			}
			// The tools are one line, without scrolling sideways.
			const tools = await tab.locator('.bibfolio-bar :is(input, button, summary, select):visible').evaluateAll(extents);
			expect(new Set(tools.map(({ top }) => top)).size).toBe(1);
			expect(await tab.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(options.viewport.width);
			expect(troubles).toEqual([]);
			await tab.context().close();
		}
	});

	it('has targets of at least 44 pixels on a touch screen', async () => {
		const html = rendered(listOf(bib), 'html-page') ?? '';
		const { tab } = await show(browser, html, {
			viewport: { width: 360, height: 740 },
			hasTouch: true,
			isMobile: true,
		});
		await tab.locator('[data-enhanced]').waitFor();
		await tab.getByRole('button', { name: 'Filter' }).click();
		await tab.getByLabel('All years').selectOption('2001');
		const tools = await tab.locator('.bibfolio-bar :is(input, button, summary, select):visible').evaluateAll(extents);
		for (const { height } of tools) expect(height).toBeGreaterThanOrEqual(44);
		await tab.context().close();
	});
});

interface Extent {
	readonly left: number;
	readonly right: number;
	readonly top: number;
	readonly height: number;
}
const extents = (elements: { getBoundingClientRect(): Extent }[]) =>
	elements.map((element) => {
		const { left, right, top, height } = element.getBoundingClientRect();
		return { left, right, top, height };
	});
