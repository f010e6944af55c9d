import { createList } from './embed/create-list.ts';
import { defineElement } from './embed/custom-element.ts';
import type { EmbeddedLists } from './embed/embedded-list.ts';
import { filterList } from './embed/filter-list.ts';
import { makeIdsUnique } from './embed/list-ids.ts';
import { applyStyle } from './embed/list-style.ts';
import { forEachTarget } from './embed/placement.ts';
import { findList, readSelectionOptions } from './embed/selection-options.ts';

/** Defined by the build around this code. */
declare const bibfolio: EmbeddedLists;

const script = document.currentScript as HTMLScriptElement | null;
const base = new URL(bibfolio.base, script?.src || document.baseURI).href;

defineElement(bibfolio, base);
if (script) {
	const { dataset } = script;
	const list = findList(bibfolio, dataset['list'] ?? null);
	// A script in the head defines only the custom element, because it cannot show a list.
	if (list)
		forEachTarget(script, (place) => {
			const element = createList(list, base);
			filterList(
				element,
				list.years,
				readSelectionOptions((name) => dataset[name] ?? null),
			);
			makeIdsUnique(element, document);
			applyStyle(document, bibfolio.css, dataset['theme'] ?? null, element);
			place(element);
		});
}
