/**
 * Calls with a function that puts a list where the script wants it: in each element that `data-target` selects, as soon as it
 * is there; else behind the script itself, unless that stands in the head.
 */
export function targetsOf(script: HTMLScriptElement, show: (place: (list: HTMLElement) => void) => void): void {
	const { target } = script.dataset;
	if (target === undefined) {
		if (!script.closest('head')) show((list) => script.after(list));
		return;
	}
	const fill = () => {
		const places = document.querySelectorAll(target);
		for (const place of places) show((list) => place.replaceChildren(list));
		return places.length > 0;
	};
	if (fill()) return;
	const missing = () => fill() || console.warn(`Bibfolio: there is no element “${target}”`);
	if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', missing);
	else missing();
}
