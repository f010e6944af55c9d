import truncatedWidth from 'fast-string-truncated-width';

/** The columns that a text takes on a terminal; wide characters take two. */
export function widthOf(text: string): number {
	return truncatedWidth(text).width;
}

/** A text cut to a width, with '…' at the end of a longer one. */
export function shortened(text: string, limit: number): string {
	if (limit === Number.POSITIVE_INFINITY) return text;
	const { index, ellipsed } = truncatedWidth(text, { limit, ellipsis: '…', ellipsisWidth: 1 });
	if (!ellipsed) return text;
	let cut = text.slice(0, index).trimEnd();
	// The package cuts some texts with characters such as '’' one character too late.
	while (cut !== '' && widthOf(cut) >= limit) cut = cut.replace(/.$/su, '').trimEnd();
	return `${cut}…`;
}
