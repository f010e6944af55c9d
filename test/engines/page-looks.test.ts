import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { build } from '../../src/build.ts';
import { loadProject } from '../../src/project/project.ts';
import { looks } from '../../src/render/looks.ts';
import { listOf, person, rendered } from '../render/library.ts';
import { describeWith } from '../tools.ts';
import { show, startChromium } from './chromium.ts';
import { root } from './record.ts';

const names = Object.keys(looks);
const kinds = 'pdf code data demo slides poster video website blog press supplement'.split(' ');
const common = `author={Weber, Leander and Lapuschkin, Sebastian and van der Berg, Anton Bernhard and Müller, Klaus-Robert},
	booktitle={Advances in Neural Information Processing Systems}, abbr={NeurIPS}, pages={11--19}, year=2024`;
const rich = ['rich0', 'rich1', 'rich2'].map(
	(key) => `@inproceedings{${key}, ${common}, author+an={1=equal;2=equal;3=corresponding}, preview={${key}.png},
	title={Beyond Explaining: Opportunities and Challenges of Model Improvement}, award={Best Paper Award},
	abstract={A long text of many words about sums, products and all that is between them, and more},
	${kinds.map((kind) => `${kind}={https://${kind}.example/}`).join(', ')}}`,
);
const others = `@inproceedings{plain, ${common}, title={Plain}}
@article{hard, author={Müller, Klaus-Robert}, title={${'Unbreakable'.repeat(12)}_https://example.org/${'a/'.repeat(60)}},
	journal={Physical Review Letters}, shortjournal={Phys. Rev. Lett.}, year=2017, pages={211--222},
	url={https://example.org/${'long'.repeat(60)}}}
@article{hebrew, author={כהן, דוד}, title={מבוא לעיבוד שפה טבעית}, journal={כתב עת}, volume=3, pages={1--9}, langid={hebrew}}
@misc{bare, title={Bare}}`;
const library = listOf([...rich, others].join('\n'), {}, [person('Lapuschkin, Sebastian')]);
const page = (look: string) => rendered(library, 'html-page', { look }) ?? '';
const measures = readFileSync(new URL('look-measures.js', import.meta.url), 'utf8');

/** A page with the measures. */
interface Measured {
	readonly tab: Page;
	measure(name: string, ...args: readonly string[]): Promise<unknown>;
}

describeWith('chromium')('the looks of a page in Chromium', () => {
	let browser: Browser;
	beforeAll(async () => {
		browser = await startChromium();
	}, 60_000);
	afterAll(() => browser?.close());

	async function shown(html: string, options: BrowserContextOptions, test: (page: Measured) => Promise<void>) {
		const { tab } = await show(browser, html, options);
		await tab.evaluate(measures);
		const measure = (name: string, ...args: readonly string[]) =>
			tab.evaluate(`measures.${name}(...${JSON.stringify(args)})`);
		await test({ tab, measure });
		await tab.context().close();
	}

	it.each([
		['title', 8],
		['compact', 16],
	])('with the look %s, at least %i works of the record are in view', async (look, count) => {
		const project = loadProject(join(root, 'bibfolio.yaml'), root, {}, ({ message }) => expect.fail(message));
		const output = project?.outputs.find(({ format }) => format === 'html-page');
		if (!project || !output) throw new Error('The record has no page');
		const [written] = build({ ...project, outputs: [{ ...output, look }] }).outputs;
		await shown(String(written?.contents), { viewport: { width: 1280, height: 900 } }, async ({ measure }) => {
			expect(await measure('inView')).toBeGreaterThanOrEqual(count);
		});
	});

	it.each(names)('in the look %s, nothing is wider than a window, a tablet or a phone', async (look) => {
		await shown(page(look), {}, async ({ tab, measure }) => {
			for (const width of [1280, 640, 360]) {
				await tab.setViewportSize({ width, height: 740 });
				expect([width, await measure('isWide'), await measure('overflowing')]).toEqual([width, false, []]);
			}
		});
	});

	it.each(names)('in the look %s, names, initials and ranges of pages stay in one line', async (look) => {
		await shown(page(look), {}, async ({ tab, measure }) => {
			for (let width = 320; width <= 460; width += 20) {
				await tab.setViewportSize({ width, height: 740 });
				const broken = await measure('broken', 'Müller\\sK-R|Berg\\sA\\sB|Weber\\sL|(pp\\. )?\\d+–\\d+');
				expect([width, broken]).toEqual([width, []]);
			}
		});
	});

	it('finds names, although their spaces do not break', async () => {
		await shown(page('title'), {}, async ({ tab }) => {
			expect(await tab.evaluate("find('Müller K-R') && find('11–19')")).toBe(true);
		});
	});

	it.each(names)('in the look %s, pictures have a frame of one size and keep their proportions', async (look) => {
		await shown(page(look), {}, async ({ measure }) => {
			const frames = (await measure('frames')) as { size: string; fit: string; hasTextBelow: boolean }[];
			expect(frames.map(({ fit, hasTextBelow }) => [fit, hasTextBelow])).toEqual(rich.map(() => ['contain', false]));
			expect(new Set(frames.map(({ size }) => size)).size).toBe(1);
		});
	});

	it.each(names)('in the look %s, marks are small and do not change the height of a line', async (look) => {
		await shown(page(look), {}, async ({ measure }) => {
			expect(await measure('markSize', 'rich0')).toBeLessThanOrEqual(0.75);
			expect(await measure('lineHeight', 'rich0')).toBe(await measure('lineHeight', 'plain'));
		});
	});

	it.each(names)('in the look %s, an abstract opens without moving a link', async (look) => {
		await shown(page(look), {}, async ({ tab, measure }) => {
			const places = await measure('links', 'rich0');
			await tab.locator('[data-key=rich0] summary').click();
			expect(await tab.locator('[data-key=rich0] .bibfolio-abstract').isVisible()).toBe(true);
			expect(await measure('links', 'rich0')).toEqual(places);
		});
	});

	it('shows a badge only if it says something new', async () => {
		await shown(page('title'), {}, async ({ tab }) => {
			expect(await tab.locator('.bibfolio-venue').allTextContents()).toEqual(Array(4).fill('NeurIPS'));
		});
	});

	it('prints one address of each work', async () => {
		const two =
			listOf(`@article{a, title={A}, doi={10.1/x}, pdf={https://a.example/x.pdf}, code={https://a.example/code}}
			@article{b, title={B}, doi={10.1/y}, slides={https://a.example/slides}}
			@article{c, title={C}, pdf={papers/c.pdf}}`);
		await shown(rendered(two, 'html-page', { look: 'title' }) ?? '', {}, async ({ tab, measure }) => {
			await tab.emulateMedia({ media: 'print' });
			expect(((await measure('printed')) as string[]).sort()).toEqual([
				'https://doi.org/10.1/x',
				'https://doi.org/10.1/y',
			]);
		});
	});
});
