import { seek } from './seek.ts';

const signs = /[\\{}]/g;
const braces = /[{}]/g;

/**
 * Where each opening brace is closed, by its offset; 0 for one that is not (and for every other character). A
 * brace after a backslash is a character, not a brace. One pass, no recursion.
 */
export function matchBraces(text: string): Int32Array {
	const closers = new Int32Array(text.length);
	const open: number[] = [];
	for (let index = seek(signs, text, 0); index !== -1; index = seek(signs, text, index + 1)) {
		const code = text.charCodeAt(index);
		if (code === 0x5c) index++;
		else if (code === 0x7b) open.push(index);
		else if (code === 0x7d) {
			const start = open.pop();
			if (start !== undefined) closers[start] = index;
		}
	}
	return closers;
}

/** True where every brace has its partner to BibTeX, which counts those after a backslash, too: it may stand in braces as it is. */
export function isBalancedToBibtex(text: string): boolean {
	let depth = 0;
	for (let index = seek(braces, text, 0); index !== -1; index = seek(braces, text, index + 1)) {
		if (text.charCodeAt(index) === 0x7b) depth++;
		else if (--depth < 0) return false;
	}
	return depth === 0;
}

/** True where every brace has its partner. */
export function isBalanced(text: string): boolean {
	let depth = 0;
	for (let index = seek(signs, text, 0); index !== -1; index = seek(signs, text, index + 1)) {
		const code = text.charCodeAt(index);
		if (code === 0x5c) index++;
		else if (code === 0x7b) depth++;
		else if (code === 0x7d && --depth < 0) return false;
	}
	return depth === 0;
}
