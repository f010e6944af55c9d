/** A button and what it opens: the contents, or the filters. */
interface Drawer {
	readonly container: Element;
	readonly button: HTMLElement;
	readonly isOpen: () => boolean;
	readonly setOpen: (open: boolean) => void;
}

/** Makes the contents and the filters of a list's bar drawers, of which one is open at a time. */
export function addDrawers(list: HTMLElement): void {
	const drawers = [...contentsOf(list), ...filtersOf(list)];
	const closeOthers = (target: EventTarget | null) => {
		for (const { container, isOpen, setOpen } of drawers)
			if (isOpen() && !container.contains(target as Node)) setOpen(false);
	};
	document.addEventListener('pointerdown', ({ target }) => closeOthers(target));
	list.addEventListener('focusin', ({ target }) => closeOthers(target));
	list.addEventListener('keydown', (event) => {
		const open = drawers.find(({ container, isOpen }) => isOpen() && container.contains(event.target as Node));
		if (event.key !== 'Escape' || !open || (event.target as Element).matches('.bibfolio-query')) return;
		event.preventDefault();
		open.setOpen(false);
		open.button.focus();
	});
}

function contentsOf(list: HTMLElement): Drawer[] {
	const details = list.querySelector<HTMLDetailsElement>('.bibfolio-contents');
	const button = details?.querySelector('summary');
	if (!details || !button) return [];
	const setOpen = (open: boolean) => {
		details.open = open;
	};
	details.addEventListener('click', ({ target }) => {
		if ((target as Element).closest('a')) setOpen(false);
	});
	return [{ container: details, button, isOpen: () => details.open, setOpen }];
}

function filtersOf(list: HTMLElement): Drawer[] {
	const form = list.querySelector<HTMLElement>('.bibfolio-search');
	const button = form?.querySelector<HTMLElement>('[data-do="more"]');
	if (!form || !button) return [];
	const isOpen = () => button.getAttribute('aria-expanded') === 'true';
	const setOpen = (open: boolean) => button.setAttribute('aria-expanded', String(open));
	button.addEventListener('click', () => setOpen(!isOpen()));
	return [{ container: form, button, isOpen, setOpen }];
}
