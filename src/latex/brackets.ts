/** A brace, or a backslash and the character after it: an escaped brace is an ordinary character. */
const escapeOrBrace = /\\.|[{}]/gs;

/** The offset of the closing brace for each opening brace that has one, by offset. Linear: one pass, no recursion. */
export function matchBraces(text: string): ReadonlyMap<number, number> {
	const closings = new Map<number, number>();
	const open: number[] = [];
	for (const { 0: token, index } of text.matchAll(escapeOrBrace)) {
		if (token === '{') open.push(index);
		else if (token === '}') {
			const opening = open.pop();
			if (opening !== undefined) closings.set(opening, index);
		}
	}
	return closings;
}

/** True if every brace has its partner. */
export function isBalanced(text: string): boolean {
	return areBalanced(text.matchAll(escapeOrBrace));
}

/** True if every brace has its partner as BibTeX counts, which ignores backslashes: the text may be written in braces. */
export function isBalancedToBibtex(text: string): boolean {
	return areBalanced(text.matchAll(/[{}]/g));
}

function areBalanced(tokens: Iterable<RegExpExecArray>): boolean {
	let depth = 0;
	for (const [token] of tokens) {
		if (token === '{') depth++;
		else if (token === '}' && --depth < 0) return false;
	}
	return depth === 0;
}
