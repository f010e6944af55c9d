import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

/** Starts the installed Chromium. */
export function startChromium(): Promise<Browser> {
	return chromium.launch({
		executablePath: '/usr/bin/chromium',
		args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
	});
}

/** A page as it is shown at an address of its own. */
export interface Shown {
	readonly tab: Page;
	/** Console messages, requests and errors; empty if there are none. */
	readonly troubles: readonly string[];
}

/** Shows pages at `https://list.example/` and refuses all other requests. */
export async function show(browser: Browser, html: string, options: BrowserContextOptions = {}): Promise<Shown> {
	const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
	const tab = await context.newPage();
	const troubles: string[] = [];
	tab.on('console', (message) => troubles.push(message.text()));
	tab.on('pageerror', (error) => troubles.push(error.message));
	tab.on('dialog', (dialog) => troubles.push(dialog.message()));
	await tab.route('**/*', (route) => {
		const address = new URL(route.request().url());
		if (address.origin === 'https://list.example') return route.fulfill({ contentType: 'text/html', body: html });
		troubles.push(address.href);
		return route.abort();
	});
	await tab.goto('https://list.example/');
	return { tab, troubles };
}
