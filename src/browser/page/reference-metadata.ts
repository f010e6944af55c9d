import { coinsOf } from './coins.ts';
import { jsonLd } from './json-ld.ts';
import type { ListData } from './list-data.ts';

/** Adds what only machines read: COinS for Zotero and other reference managers, and schema.org data for search engines. */
export function addMetadata(list: HTMLElement, data: ListData): void {
	const { dataset } = list.querySelector('.bibfolio-data') as HTMLElement;
	if (dataset['coins'] !== undefined) addCoins(list, data);
	if (dataset['jsonLd'] === undefined) return;
	const script = document.createElement('script');
	script.type = 'application/ld+json';
	script.textContent = jsonLd(list, data);
	document.head.append(script);
}

function addCoins(list: HTMLElement, { works }: ListData): void {
	for (const item of list.querySelectorAll<HTMLElement>('.bibfolio-item')) {
		const work = Object.hasOwn(works, item.id) ? works[item.id] : undefined;
		if (!work) continue;
		const span = document.createElement('span');
		span.className = 'Z3988';
		span.title = coinsOf(work.csl);
		item.append(span);
	}
	// Zotero has read the page already.
	document.dispatchEvent(new Event('ZoteroItemUpdated', { bubbles: true, cancelable: true }));
}
