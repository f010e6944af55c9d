/**
 * What runs in a page of the preview, sent as a file of its own: it tells the page to load again when the outputs are
 * new, brings it back to the work that was in view, and lays errors over it. Only a page that is in view listens: a browser
 * has six connections to a server, and the tabs behind would hold them all. Styles go through the CSSOM and texts
 * through `textContent`, so that it works under the page's own Content-Security-Policy and shows nothing as markup.
 */
export const reloadScript = `(() => {
	const { version, events } = document.currentScript.dataset;
	const memory = 'bibfolio-preview ' + location.pathname;

	/** The first work in view and where it stands, and how far the page is scrolled where there is none. */
	const remember = () => {
		const seen = [...document.querySelectorAll('[data-key]')].find((one) => one.getBoundingClientRect().bottom > 0);
		const place = seen && scrollY > 0 ? { key: seen.dataset.key, top: seen.getBoundingClientRect().top } : null;
		const open = [...document.querySelectorAll('details')].flatMap((one, index) => (one.open ? [index] : []));
		sessionStorage.setItem(memory, JSON.stringify({ place, x: scrollX, y: scrollY, open }));
	};
	const restore = () => {
		const kept = JSON.parse(sessionStorage.getItem(memory) ?? 'null');
		sessionStorage.removeItem(memory);
		if (!kept) return;
		const details = document.querySelectorAll('details');
		for (const index of kept.open) if (details[index]) details[index].open = true;
		scrollTo({ left: kept.x, top: kept.y, behavior: 'instant' });
		const seen = kept.place && [...document.querySelectorAll('[data-key]')].find((one) => one.dataset.key === kept.place.key);
		if (seen) bring(seen, kept.place.top, 5);
	};
	/** What is laid out only when it comes into view moves what is below it, so it takes some frames. */
	const bring = (seen, top, frames) => {
		scrollBy({ left: 0, top: seen.getBoundingClientRect().top - top, behavior: 'instant' });
		if (frames > 0) requestAnimationFrame(() => bring(seen, top, frames - 1));
	};
	// What the page's own script adds stands there by then.
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
		head.textContent = 'The list stays as it was until this is mended:';
		const text = document.createElement('pre');
		text.textContent = errors;
		const away = document.createElement('button');
		away.textContent = 'Hide';
		away.onclick = () => overlay?.remove();
		box.append(away, head, text);
		const look = new CSSStyleSheet();
		look.replaceSync(
			':host { all: initial }' +
			'section { position: fixed; inset: auto 0 0 0; max-height: 60vh; overflow: auto; z-index: 2147483647; padding: 1rem 1.5rem;' +
			' background: #1d1517; color: #f6eeee; border-top: 4px solid #e5484d; font: 15px/1.5 system-ui, sans-serif }' +
			'pre { font: 13px/1.45 ui-monospace, monospace; white-space: pre-wrap; overflow-wrap: anywhere; margin: 0 }' +
			'p { margin: 0 0 .5rem } button { float: right; font: inherit; cursor: pointer }',
		);
		root.adoptedStyleSheets = [look];
		root.append(box);
		document.documentElement.append(overlay);
	};

	let source = null;
	const hear = ({ data }) => {
		const state = JSON.parse(data);
		if (state.version === version) return show(state.errors);
		try {
			remember();
		} catch {}
		source.close();
		history.scrollRestoration = 'manual';
		location.reload();
	};
	/** What was told meanwhile is told again at once. */
	const listen = () => {
		source?.close();
		source = null;
		if (document.visibilityState === 'hidden') return;
		source = new EventSource(events);
		source.addEventListener('state', hear);
	};
	listen();
	document.addEventListener('visibilitychange', listen);
	addEventListener('pagehide', () => source?.close());
	// Back from where a browser keeps pages that were left.
	addEventListener('pageshow', ({ persisted }) => persisted && listen());
})();
`;
