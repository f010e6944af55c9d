import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { listOf, person, rendered } from '../render/library.ts';
import { describeWith } from '../tools.ts';
import { hostileEntries, hostileTitles } from './hostile.ts';
import { quotedTitle } from './quoted-title.ts';

const list = listOf(hostileTitles() + hostileEntries(), {}, [
	person('Weber, Marie', { url: 'https://example.org/"<>' }),
]);
const page = rendered(list, 'html-page') ?? '';

/** Characters that no output keeps: controls and bidirectional overrides. */
const shown = (text: string) =>
	text.replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, (sign) => (sign === '\n' ? ' ' : ''));

describeWith('chromium')('a page of a hostile library in Chromium', () => {
	let browser: Browser;
	const troubles: string[] = [];
	beforeAll(async () => {
		browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
	}, 60_000);
	afterAll(() => browser?.close());

	async function open(html: string, width = 1280) {
		const tab = await browser.newPage({ viewport: { width, height: 800 } });
		tab.on('console', (message) => troubles.push(message.text()));
		tab.on('pageerror', (error) => troubles.push(error.message));
		tab.on('dialog', (dialog) => troubles.push(dialog.message()));
		await tab.route('**/*', (route) => {
			if (route.request().url() === 'https://list.example/')
				return route.fulfill({ contentType: 'text/html', body: html });
			troubles.push(route.request().url());
			return route.abort();
		});
		await tab.goto('https://list.example/');
		return tab;
	}

	it('shows every title exactly, runs no script, sends no request, and has unique ids', async () => {
		const tab = await open(page);
		const read = (await tab.evaluate(`[...document.querySelectorAll('[data-key]')].map((item) => ({
			key: item.dataset.key, id: item.id, title: item.querySelector('.bibfolio-title')?.textContent,
		}))`)) as { key: string; id: string; title: string }[];
		expect(troubles).toEqual([]);
		expect(read.map(({ key }) => key)).toEqual(list.items.map(({ publication }) => publication.key));
		const titles = new Map(read.map(({ key, title }) => [key, title]));
		for (const { publication } of list.items)
			if (publication.key.startsWith('hostile'))
				expect(titles.get(publication.key)).toBe(shown(quotedTitle(publication.title)));
		const ids = (await tab.evaluate('[...document.querySelectorAll("[id]")].map(({ id }) => id)')) as string[];
		expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
		expect(ids.filter((id) => !/^[\w-]+$/.test(id))).toEqual([]);
		await tab.close();
	});

	it('contains only elements and attributes of the templates', async () => {
		const tab = await open(page);
		const found = (await tab.evaluate(`(() => {
			const names = new Set();
			for (const element of document.querySelectorAll('body *:not(math *)')) {
				names.add(element.localName);
				for (const { name, value } of element.attributes) {
					names.add('@' + name);
					if (name === 'href' && !/^(?:https?:|#|data:application\\/gzip;base64,[\\w+\\/]*=*$)/.test(value)) names.add(value);
				}
			}
			return [...names].sort();
		})()`)) as string[];
		expect(found.filter((name) => !known.has(name))).toEqual([]);
		await tab.close();
	});

	it.each([360, 1280])('fits a window of %i pixels', async (width) => {
		const tab = await open(page, width);
		expect(await tab.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
		await tab.close();
	});

	it('is well-formed XML as a fragment', async () => {
		const tab = await open('<!doctype html>');
		const fragment = rendered(list, 'html') ?? '';
		const error = await tab.evaluate(
			`new DOMParser().parseFromString(${JSON.stringify(fragment)}, 'application/xml').querySelector('parsererror')?.textContent ?? null`,
		);
		expect(error).toBeNull();
		await tab.close();
	});
});

const known = new Set(
	(
		'a article bdi button caption code data details div em fieldset form g h1 h2 h3 input label legend li line main math nav ' +
		'ol option output p pre rect s script section select small span strong sub summary sup svg table tbody td template text ' +
		'th thead title tr u ul @aria-controls @aria-expanded @aria-hidden @aria-label @aria-labelledby @aria-pressed ' +
		'@autocomplete @class @data-all @data-bibfolio @data-coins @data-count @data-do @data-enhanced @data-filters ' +
		'@data-forthcoming @data-json-ld @data-key @data-script @data-some @data-tools @data-undated @data-year @dir @display ' +
		'@download @enterkeyhint @height @hidden @href @id @lang @name @placeholder @role @scope @spellcheck @tabindex ' +
		'@text-anchor @title @type @value @width @x @x1 @x2 @y @y1 @y2'
	).split(' '),
);
