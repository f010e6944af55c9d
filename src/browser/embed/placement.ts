/**
 * Calls `show` for each place of a list, with a function that puts the list there: in each element that `data-target`
 * selects, as soon as it exists. Without `data-target`, the place is after the script, unless that is in the head.
 */
export function forEachTarget(script: HTMLScriptElement, show: (place: (list: HTMLElement) => void) => void): void {
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
	const fillOrWarn = () => fill() || console.warn(`Bibfolio: no element matches "${target}"`);
	if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', fillOrWarn);
	else fillOrWarn();
}
