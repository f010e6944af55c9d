import { copyOf } from './embed/copy-of.ts';
import type { Embedded } from './embed/data-of-list.ts';
import { defineElement } from './embed/element.ts';
import { narrow } from './embed/narrow.ts';
import { setApart } from './embed/set-apart.ts';
import { dress } from './embed/style-of-list.ts';
import { targetsOf } from './embed/targets.ts';
import { listIn, wishesOf } from './embed/wishes.ts';

/** What the build wraps around this code: the lists, and where their addresses lead from. */
declare const bibfolio: Embedded;

const script = document.currentScript as HTMLScriptElement | null;
const base = new URL(bibfolio.base, script?.src || document.baseURI).href;

defineElement(bibfolio, base);
if (script) {
	const { dataset } = script;
	const list = listIn(bibfolio, dataset['list'] ?? null);
	// In the head nothing can be shown: there the script only makes the element known.
	if (list)
		targetsOf(script, (place) => {
			const shown = copyOf(list, base);
			narrow(
				shown,
				list.years,
				wishesOf((name) => dataset[name] ?? null),
			);
			setApart(shown, document);
			dress(document, bibfolio.css, dataset['theme'] ?? null, shown);
			place(shown);
		});
}
