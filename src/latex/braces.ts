/** Matches a brace, or a backslash with the next character, because an escaped brace is an ordinary character. */
const escapeOrBrace = /\\.|[{}]/gs;

/** Maps the offset of each opening brace that is closed to the offset of its closing brace. One pass, no recursion. */
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

/** True if all braces are balanced. */
export function isBalanced(text: string): boolean {
	return areBalanced(text.matchAll(escapeOrBrace));
}

/** True if all braces are balanced for BibTeX, which ignores backslashes, so that the text can be written in braces. */
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
