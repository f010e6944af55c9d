import type { EmbeddedList } from './data-of-list.ts';

/** A list as elements, ready to be put into a page: relative addresses lead where they lead on the page of the list. */
export function copyOf({ html }: EmbeddedList, base: string): HTMLElement {
	// Nothing loads or runs in a document that is not shown.
	const { body } = new DOMParser().parseFromString(trusted(html), 'text/html');
	for (const [attribute, found] of [
		['href', body.querySelectorAll('a[href]')],
		['src', body.querySelectorAll('img[src]')],
	] as const)
		for (const element of found)
			element.setAttribute(attribute, new URL(element.getAttribute(attribute) ?? '', base).href);
	return document.importNode(body.firstElementChild as HTMLElement, true);
}

interface Policies {
	createPolicy(name: string, rules: { createHTML(text: string): string }): { createHTML(text: string): string };
}

/** As sites want it that let nothing but trusted types be parsed (`require-trusted-types-for`). */
function trusted(html: string): string {
	const { trustedTypes } = globalThis as { trustedTypes?: Policies };
	try {
		policy ??= trustedTypes?.createPolicy('bibfolio', { createHTML: (text) => text });
	} catch {
		// The site has not allowed the policy “bibfolio”: then the browser says so.
	}
	return policy ? policy.createHTML(html) : html;
}

let policy: ReturnType<Policies['createPolicy']> | undefined;
