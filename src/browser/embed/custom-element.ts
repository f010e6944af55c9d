import { createList } from './create-list.ts';
import type { EmbeddedLists } from './embedded-list.ts';
import { filterList } from './filter-list.ts';
import { applyStyle } from './list-style.ts';
import { findList, readSelectionOptions } from './selection-options.ts';

/**
 * Defines `<bibfolio-list>`: a list in a shadow root, isolated from the site's stylesheets. Without the script, or if the list
 * does not exist, the element shows its own content. If a page has several scripts, the first one defines the element.
 */
export function defineElement(data: EmbeddedLists, base: string): void {
	if (customElements.get('bibfolio-list')) return;
	class BibfolioList extends HTMLElement {
		static readonly observedAttributes = ['list', 'section', 'year', 'limit', 'theme'];

		connectedCallback(): void {
			if (!this.shadowRoot) this.attachShadow({ mode: 'open' });
			this.#show();
		}

		attributeChangedCallback(): void {
			if (this.shadowRoot) this.#show();
		}

		#show(): void {
			const root = this.shadowRoot as ShadowRoot;
			const list = findList(data, this.getAttribute('list'));
			if (!list) {
				root.replaceChildren(document.createElement('slot'));
				return;
			}
			const element = createList(list, base);
			filterList(
				element,
				list.years,
				readSelectionOptions((name) => this.getAttribute(name)),
			);
			root.replaceChildren(element);
			applyStyle(root, data.css, this.getAttribute('theme'), element);
		}
	}
	customElements.define('bibfolio-list', BibfolioList);
}
