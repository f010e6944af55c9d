/**
 * Sets `--bibfolio-site-ground` to the background of a list in a site, for what opens above its works. A site can change its
 * colors at any time, so this happens whenever the reader uses the list.
 */
export function followGround(list: HTMLElement): void {
	const update = () => list.style.setProperty('--bibfolio-site-ground', groundOf(list));
	list.addEventListener('pointerdown', update, true);
	list.addEventListener('focusin', update, true);
}

/** The color that an element is shown on: that of the closest ancestor with an opaque background. */
export function groundOf(shown: HTMLElement): string {
	for (let element: Element | null = shown; element; element = element.parentElement) {
		const { backgroundColor } = getComputedStyle(element);
		if (!/^transparent$|[,/] *0(?:\.\d+)?\)$/.test(backgroundColor)) return backgroundColor;
	}
	return 'Canvas';
}
