const sheets = new Map<string, CSSStyleSheet | null>();

/**
 * Gives a page or a shadow root the list's stylesheet, once, and the list its theme: `light`, `dark`, `auto` with colours of
 * their own, `none` without any style, or else the colours of the site. Stylesheets made so are allowed under policies that
 * forbid inline styles.
 */
export function dress(place: Document | ShadowRoot, css: string, theme: string | null, list: HTMLElement): void {
	if (theme === 'none') return;
	if (theme) list.dataset['theme'] = theme;
	const sheet = sheetOf(css);
	if (sheet && 'adoptedStyleSheets' in place) {
		if (!place.adoptedStyleSheets.includes(sheet)) place.adoptedStyleSheets = [...place.adoptedStyleSheets, sheet];
		return;
	}
	const home = place instanceof Document ? place.head : place;
	if (home.querySelector('style[data-bibfolio]')) return;
	const style = document.createElement('style');
	style.dataset['bibfolio'] = '';
	style.textContent = css;
	home.prepend(style);
}

/** Null in browsers before 2023. */
function sheetOf(css: string): CSSStyleSheet | null {
	const known = sheets.get(css);
	if (known !== undefined) return known;
	let made: CSSStyleSheet | null = null;
	try {
		made = new CSSStyleSheet();
		made.replaceSync(css);
	} catch {
		made = null;
	}
	sheets.set(css, made);
	return made;
}
