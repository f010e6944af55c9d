/** Shows the link back to the top of a list after a screenful. It keeps the search in the URL. */
export function addBackToTop(list: HTMLElement): void {
	const link = list.querySelector<HTMLElement>('.bibfolio-to-top');
	if (!link) return;
	const update = () => link.toggleAttribute('data-shown', scrollY > innerHeight);
	addEventListener('scroll', update, { passive: true });
	update();
	link.addEventListener('click', (event) => {
		event.preventDefault();
		const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
		scrollTo({ top: 0, behavior: still ? 'auto' : 'smooth' });
		list.tabIndex = -1;
		list.focus({ preventScroll: true });
	});
}
