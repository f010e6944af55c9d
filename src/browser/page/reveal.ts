/** So many items change in one frame. */
const share = 1500;

/**
 * Shows the items given and hides the others: the first ones at once, the rest a part a frame, so that a page of
 * thousands takes the next letter meanwhile. A newer call takes the place of what is left of an older one.
 */
export function revealer(items: readonly HTMLElement[]): (shown: ReadonlySet<HTMLElement>, atOnce?: 'at once') => void {
	let due = 0;
	return (shown, atOnce) => {
		cancelAnimationFrame(due);
		// Writing what is there already would cost as much as a change.
		const changes = items.filter((item) => item.hidden === shown.has(item));
		let next = 0;
		const some = () => {
			const end = atOnce ? changes.length : next + share;
			for (const item of changes.slice(next, end)) item.hidden = !item.hidden;
			next = end;
			if (next < changes.length) due = requestAnimationFrame(some);
		};
		some();
	};
}
