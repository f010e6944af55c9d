import type { ListData } from '../data/list-data.ts';
import { whenIdle } from '../idle.ts';
import { coinsOf } from './coins.ts';
import { listJson, workJson } from './json-ld.ts';

/**
 * Adds what only machines read, while the browser is idle: COinS for Zotero and other reference managers, and schema.org data
 * for search engines.
 */
export async function addMetadata(list: HTMLElement, data: ListData): Promise<void> {
	const { dataset } = list.querySelector('.bibfolio-data') as HTMLElement;
	if (dataset['coins'] !== undefined) await addCoins(list, data);
	if (dataset['jsonLd'] !== undefined) await addJsonLd(list, data);
}

async function addCoins(list: HTMLElement, { works }: ListData): Promise<void> {
	await whenIdle([...list.querySelectorAll<HTMLElement>('.bibfolio-item')], (item) => {
		const work = Object.hasOwn(works, item.id) ? works[item.id] : undefined;
		if (!work) return;
		const span = document.createElement('span');
		span.className = 'Z3988';
		span.title = coinsOf(work.csl);
		item.append(span);
	});
	// Zotero has read the page already. Its connector listens to this event on the document.
	document.dispatchEvent(new Event('ZoteroItemUpdated', { bubbles: true, cancelable: true }));
}

async function addJsonLd(list: HTMLElement, { works, schemaTypes }: ListData): Promise<void> {
	const address = document.querySelector<HTMLLinkElement>('link[rel="canonical"]')?.href ?? '';
	const json = await whenIdle(Object.entries(works), ([id, { csl }]) => workJson(csl, `${address}#${id}`, schemaTypes));
	const script = document.createElement('script');
	script.type = 'application/ld+json';
	// With Trusted Types, a site refuses text for `textContent`, though this is no code.
	script.append(listJson(json, { address, title: document.title, language: list.lang }));
	document.head.append(script);
}
