import type { Years } from './embed/embedded-list.ts';
import { filterList } from './embed/filter-list.ts';
import { readSelectionOptions } from './embed/selection-options.ts';

// For a list in a frame: shows the part that the address selects, and reports its height to the page around it.
const parameters = new URLSearchParams(location.search);
const theme = parameters.get('theme');
if (theme) document.documentElement.dataset['theme'] = theme;
const list = document.querySelector<HTMLElement>('.bibfolio');
const years = document.querySelector<HTMLMetaElement>('meta[name="bibfolio-years"]')?.content ?? '{}';
if (list)
	filterList(
		list,
		JSON.parse(years) as Years,
		readSelectionOptions((name) => parameters.get(name)),
	);

const reportHeight = () => {
	const { height } = document.body.getBoundingClientRect();
	// The height is no secret, so any origin may receive it.
	parent.postMessage({ bibfolio: 'height', height: Math.ceil(height) }, '*');
};
if (parent !== window) {
	new ResizeObserver(reportHeight).observe(document.body);
	addEventListener('message', ({ source, data }) => {
		if (source === parent && data?.bibfolio === 'ask') reportHeight();
	});
}
