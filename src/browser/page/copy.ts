/**
 * Copies a text, with `execCommand` if the page has no clipboard (plain http). If neither works, selects the element that
 * shows the text, so that the user can copy it, and returns false.
 */
export async function copy(text: string, shown: Element): Promise<boolean> {
	try {
		await navigator.clipboard.writeText(text);
		return true;
	} catch {
		const selection = getSelection();
		selection?.selectAllChildren(shown);
		if (!document.execCommand('copy')) return false;
		selection?.removeAllRanges();
		return true;
	}
}
