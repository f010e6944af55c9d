/** The key `/` moves to the search of the first list in view, as on many sites. */
export function addSearchShortcut(): void {
	document.addEventListener('keydown', (event) => {
		const isModified = event.ctrlKey || event.metaKey || event.altKey;
		if (event.key !== '/' || isModified || event.defaultPrevented || isTyping(event.target)) return;
		const boxes = [...document.querySelectorAll<HTMLInputElement>('.bibfolio[data-tools] .bibfolio-query')];
		const inView = (box: HTMLElement) => (box.closest('.bibfolio')?.getBoundingClientRect().bottom ?? 0) > 0;
		const box = boxes.find(inView) ?? boxes[0];
		if (!box) return;
		event.preventDefault();
		box.focus();
		box.select();
	});
}

/** True if a key is text for an element. */
function isTyping(target: EventTarget | null): boolean {
	return target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'));
}
