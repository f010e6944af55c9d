/** The number of items to change per frame. */
const itemsPerFrame = 1500;

/**
 * Returns a function that shows some items and hides the others, over several frames, so that a page with thousands of
 * items stays responsive. A new call cancels the remaining changes of the previous one.
 */
export function createRevealer(
	items: readonly HTMLElement[],
): (shown: ReadonlySet<HTMLElement>, atOnce?: 'at once') => void {
	let frame = 0;
	return (shown, atOnce) => {
		cancelAnimationFrame(frame);
		// Setting an unchanged value is as slow as a change.
		const changes = items.filter((item) => item.hidden === shown.has(item));
		let next = 0;
		const changeSome = () => {
			const end = atOnce ? changes.length : next + itemsPerFrame;
			for (const item of changes.slice(next, end)) item.hidden = !item.hidden;
			next = end;
			if (next < changes.length) frame = requestAnimationFrame(changeSome);
		};
		changeSome();
	};
}
