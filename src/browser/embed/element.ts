import { copyOf } from './copy-of.ts';
import type { Embedded } from './data-of-list.ts';
import { narrow } from './narrow.ts';
import { dress } from './style-of-list.ts';
import { listIn, wishesOf } from './wishes.ts';

/**
 * Makes `<bibfolio-list>` known: a list in a shadow root, which a site's stylesheets do not reach. What stands in the element is
 * shown until then, and where there is no such list. Of two scripts, the first one's lists are shown.
 */
export function defineElement(data: Embedded, base: string): void {
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
			const list = listIn(data, this.getAttribute('list'));
			if (!list) {
				root.replaceChildren(document.createElement('slot'));
				return;
			}
			const shown = copyOf(list, base);
			narrow(
				shown,
				list.years,
				wishesOf((name) => this.getAttribute(name)),
			);
			root.replaceChildren(shown);
			dress(root, data.css, this.getAttribute('theme'), shown);
		}
	}
	customElements.define('bibfolio-list', BibfolioList);
}
