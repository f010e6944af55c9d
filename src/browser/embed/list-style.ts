const sheets = new Map<string, CSSStyleSheet | null>();

/**
 * Adds the list's stylesheet to a page or a shadow root, once, and sets the theme of the list: `light`, `dark` or `auto` with
 * their own colours, `none` without a style, otherwise the colours of the site. Constructed stylesheets also work under
 * policies that forbid inline styles.
 */
export function applyStyle(place: Document | ShadowRoot, css: string, theme: string | null, list: HTMLElement): void {
	if (theme === 'none') return;
	if (theme) list.dataset['theme'] = theme;
	const sheet = sheetOf(css);
	if (sheet && 'adoptedStyleSheets' in place) {
		if (!place.adoptedStyleSheets.includes(sheet)) place.adoptedStyleSheets = [...place.adoptedStyleSheets, sheet];
		return;
	}
	const parent = place instanceof Document ? place.head : place;
	if (parent.querySelector('style[data-bibfolio]')) return;
	const style = document.createElement('style');
	style.dataset['bibfolio'] = '';
	style.textContent = css;
	parent.prepend(style);
}

/** The constructed stylesheet; null in browsers before 2023. */
function sheetOf(css: string): CSSStyleSheet | null {
	const cached = sheets.get(css);
	if (cached !== undefined) return cached;
	let sheet: CSSStyleSheet | null = null;
	try {
		sheet = new CSSStyleSheet();
		sheet.replaceSync(css);
	} catch {
		sheet = null;
	}
	sheets.set(css, sheet);
	return sheet;
}
