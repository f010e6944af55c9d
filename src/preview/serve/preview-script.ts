/**
 * The script of a previewed page, served as a separate file. It reloads the page after a build, scrolls back to the
 * publication that was in view, and shows errors on top of the page. Only visible pages listen for events, because a browser
 * allows six connections per server, which hidden tabs would use up. Styles are set through the CSSOM and text through
 * `textContent`: so it works with the page's Content-Security-Policy and shows nothing as markup.
 */
export const reloadScript = `(() => {
	const { version, events } = document.currentScript.dataset;
	const storageKey = 'bibfolio-preview ' + location.pathname;

	/** Saves the first publication in view with its position, the scroll position, and the open details. */
	const remember = () => {
		const item = [...document.querySelectorAll('[data-key]')].find((each) => each.getBoundingClientRect().bottom > 0);
		const anchor = item && scrollY > 0 ? { key: item.dataset.key, top: item.getBoundingClientRect().top } : null;
		const open = [...document.querySelectorAll('details')].flatMap((each, index) => (each.open ? [index] : []));
		sessionStorage.setItem(storageKey, JSON.stringify({ anchor, x: scrollX, y: scrollY, open }));
	};
	const restore = () => {
		const saved = JSON.parse(sessionStorage.getItem(storageKey) ?? 'null');
		sessionStorage.removeItem(storageKey);
		if (!saved) return;
		const details = document.querySelectorAll('details');
		for (const index of saved.open) if (details[index]) details[index].open = true;
		scrollTo({ left: saved.x, top: saved.y, behavior: 'instant' });
		const { anchor } = saved;
		const item = anchor && [...document.querySelectorAll('[data-key]')].find((each) => each.dataset.key === anchor.key);
		if (item) scrollToItem(item, anchor.top, 5);
	};
	/** Takes several frames, because content that is laid out only when it comes into view moves the content below. */
	const scrollToItem = (item, top, frames) => {
		scrollBy({ left: 0, top: item.getBoundingClientRect().top - top, behavior: 'instant' });
		if (frames > 0) requestAnimationFrame(() => scrollToItem(item, top, frames - 1));
	};
	// By then, the page's own script has added its elements.
	addEventListener('DOMContentLoaded', () => {
		try {
			restore();
		} catch {}
	});

	let overlay = null;
	const show = (errors) => {
		overlay?.remove();
		overlay = null;
		if (errors === null) return;
		overlay = document.createElement('bibfolio-errors');
		overlay.setAttribute('role', 'alert');
		const root = overlay.attachShadow({ mode: 'open' });
		const box = document.createElement('section');
		const head = document.createElement('p');
		head.textContent = 'The list stays unchanged until this is fixed:';
		const text = document.createElement('pre');
		text.textContent = errors;
		const hide = document.createElement('button');
		hide.textContent = 'Hide';
		hide.onclick = () => overlay?.remove();
		box.append(hide, head, text);
		const styles = new CSSStyleSheet();
		styles.replaceSync(
			':host { all: initial }' +
			'section { position: fixed; inset: auto 0 0 0; max-height: 60vh; overflow: auto; z-index: 2147483647; padding: 1rem 1.5rem;' +
			' background: #1d1517; color: #f6eeee; border-top: 4px solid #e5484d; font: 15px/1.5 system-ui, sans-serif }' +
			'pre { font: 13px/1.45 ui-monospace, monospace; white-space: pre-wrap; overflow-wrap: anywhere; margin: 0 }' +
			'p { margin: 0 0 .5rem } button { float: right; font: inherit; cursor: pointer }',
		);
		root.adoptedStyleSheets = [styles];
		root.append(box);
		document.documentElement.append(overlay);
	};

	let source = null;
	const onState = ({ data }) => {
		const state = JSON.parse(data);
		if (state.version === version) return show(state.errors);
		try {
			remember();
		} catch {}
		source.close();
		history.scrollRestoration = 'manual';
		location.reload();
	};
	/** The server sends the current state first, so a page that was hidden misses nothing. */
	const listen = () => {
		source?.close();
		source = null;
		if (document.visibilityState === 'hidden') return;
		source = new EventSource(events);
		source.addEventListener('state', onState);
	};
	listen();
	document.addEventListener('visibilitychange', listen);
	addEventListener('pagehide', () => source?.close());
	// The page was restored from the back/forward cache.
	addEventListener('pageshow', ({ persisted }) => persisted && listen());
})();
`;
