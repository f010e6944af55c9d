/**
 * Splits a BibTeX list at the word 'and' between whitespace, outside braces (BibTeX's own rule, and BibLaTeX's for literal
 * lists, manual §2.2.1). `{Harcourt, Brace and World}` is one item.
 */
export function splitAtAnd(value: string): string[] {
	return split(value, (text, at) => {
		if (!isSpace(text.charCodeAt(at)) || text.slice(at + 1, at + 4).toLowerCase() !== 'and') return 0;
		return isSpace(text.charCodeAt(at + 4)) ? 5 : 0;
	});
}

/** Splits at any of the separators, outside braces. Drops empty items. */
export function splitAt(value: string, separators: string): string[] {
	return split(value, (text, at) => (separators.includes(text[at] ?? '\0') ? 1 : 0));
}

function split(value: string, separatorAt: (text: string, at: number) => number): string[] {
	const items: string[] = [];
	let depth = 0;
	let start = 0;
	for (let at = 0; at < value.length; at++) {
		const character = value[at];
		if (character === '\\') at++;
		else if (character === '{') depth++;
		else if (character === '}') depth = Math.max(0, depth - 1);
		else if (depth === 0) {
			const length = separatorAt(value, at);
			if (length === 0) continue;
			items.push(value.slice(start, at));
			start = at + length;
			// 'a and and b': the last whitespace of one separator is the first of the next.
			at = start - (length > 1 ? 2 : 1);
		}
	}
	items.push(value.slice(start));
	return items.map((item) => item.trim()).filter((item) => item !== '');
}

function isSpace(code: number): boolean {
	return code === 32 || (code >= 9 && code <= 13) || code === 160;
}
