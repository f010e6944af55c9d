import type { Years } from './embed/data-of-list.ts';
import { narrow } from './embed/narrow.ts';
import { wishesOf } from './embed/wishes.ts';

// A list in a frame: shows what the frame's address asks for, and tells the page around how high it is.
const asked = new URLSearchParams(location.search);
const theme = asked.get('theme');
if (theme) document.documentElement.dataset['theme'] = theme;
const list = document.querySelector<HTMLElement>('.bibfolio');
const years = document.querySelector<HTMLMetaElement>('meta[name="bibfolio-years"]')?.content ?? '{}';
if (list)
	narrow(
		list,
		JSON.parse(years) as Years,
		wishesOf((name) => asked.get(name)),
	);

const tell = () => {
	const { height } = document.body.getBoundingClientRect();
	// Anybody may know how high a list is.
	parent.postMessage({ bibfolio: 'height', height: Math.ceil(height) }, '*');
};
if (parent !== window) {
	new ResizeObserver(tell).observe(document.body);
	addEventListener('message', ({ source, data }) => {
		if (source === parent && data?.bibfolio === 'ask') tell();
	});
}
