import type { EmbeddedList } from './embedded-list.ts';

/** Creates the element of a list for another page. Relative URLs are resolved against `base`. */
export function createList({ html }: EmbeddedList, base: string): HTMLElement {
	// In this document, nothing loads or runs.
	const { body } = new DOMParser().parseFromString(trusted(html), 'text/html');
	for (const [attribute, elements] of [
		['href', body.querySelectorAll('a[href]')],
		['src', body.querySelectorAll('img[src]')],
	] as const)
		for (const element of elements)
			element.setAttribute(attribute, new URL(element.getAttribute(attribute) ?? '', base).href);
	return document.importNode(body.firstElementChild as HTMLElement, true);
}

interface Policies {
	createPolicy(name: string, rules: { createHTML(text: string): string }): { createHTML(text: string): string };
}

/** Converts HTML for sites that require trusted types (`require-trusted-types-for`). */
function trusted(html: string): string {
	const { trustedTypes } = globalThis as { trustedTypes?: Policies };
	try {
		policy ??= trustedTypes?.createPolicy('bibfolio', { createHTML: (text) => text });
	} catch {
		// The site does not allow the policy "bibfolio"; the browser reports that.
	}
	return policy ? policy.createHTML(html) : html;
}

let policy: ReturnType<Policies['createPolicy']> | undefined;
