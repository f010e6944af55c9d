/**
 * Copies a text, in the old way where a page on plain http has no clipboard. Where neither works, the element that
 * shows the text is selected, so that a keystroke copies it, and the answer is false.
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
