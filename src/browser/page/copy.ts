/**
 * Copies a text, and its HTML if given, with `execCommand` if the page has no clipboard (plain http). If neither works,
 * selects the element that shows the text, so that the user can copy it, and returns false.
 */
export async function copy(text: string, html: string | null, shown: Element): Promise<boolean> {
	try {
		if (html !== null && 'ClipboardItem' in window) {
			const blob = (type: string, value: string) => [type, new Blob([value], { type })] as const;
			const types = Object.fromEntries([blob('text/plain', text), blob('text/html', html)]);
			await navigator.clipboard.write([new ClipboardItem(types)]);
		} else await navigator.clipboard.writeText(text);
		return true;
	} catch {
		return copyByCommand(text, html, shown);
	}
}

function copyByCommand(text: string, html: string | null, shown: Element): boolean {
	const selection = getSelection();
	selection?.selectAllChildren(shown);
	const fill = (event: ClipboardEvent) => {
		event.clipboardData?.setData('text/plain', text);
		if (html !== null) event.clipboardData?.setData('text/html', html);
		event.preventDefault();
	};
	document.addEventListener('copy', fill);
	const isCopied = document.execCommand('copy');
	document.removeEventListener('copy', fill);
	if (isCopied) selection?.removeAllRanges();
	return isCopied;
}
