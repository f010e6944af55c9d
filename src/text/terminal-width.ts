import truncatedWidth from 'fast-string-truncated-width';

/** The columns that a text takes on a terminal; wide characters take two. */
export function widthOf(text: string): number {
	return truncatedWidth(text).width;
}

/** A text cut to a width, with '…' at the end of a longer one. */
export function shortened(text: string, limit: number): string {
	if (limit === Number.POSITIVE_INFINITY) return text;
	const { index, ellipsed } = truncatedWidth(text, { limit, ellipsis: '…', ellipsisWidth: 1 });
	return ellipsed ? `${text.slice(0, index).trimEnd()}…` : text;
}
