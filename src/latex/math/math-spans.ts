import { seek } from '../seek.ts';

/** A stretch of mathematics between dollar signs: offsets of its first `$` and behind its last. */
export interface MathSpan {
	readonly end: number;
	readonly tex: string;
	readonly display: boolean;
}

const signs = /[\\{}$]/g;

/**
 * Finds the mathematics between dollar signs, by the offset of its first `$`; a `$` that is not there is the
 * currency sign. Two dollars pair when they stand at the same depth of braces and what is between them does
 * not read like money or prose. One pass: a dollar that did not pair with the last one is tried with the next.
 */
export function mathByDollars(text: string): ReadonlyMap<number, MathSpan> {
	const found = new Map<number, MathSpan>();
	// One open dollar per depth of braces; a brace that closes takes its level's with it.
	const levels: Level[] = [];
	let level = closed;
	for (let index = seek(signs, text, firstDollar(text)); index !== -1; index = seek(signs, text, index + 1)) {
		const code = text.charCodeAt(index);
		if (code === 0x5c) index++;
		else if (code === 0x7b) {
			levels.push(level);
			level = closed;
		} else if (code === 0x7d) level = levels.pop() ?? closed;
		else if (code === 0x24) {
			const doubled = text.charCodeAt(index + 1) === 0x24;
			if (level.start < 0) {
				level = { start: index, display: doubled };
				if (doubled) index++;
			} else if (level.display) {
				if (doubled) {
					found.set(level.start, span(text, level.start, index + 2, 2));
					level = closed;
					index++;
				} else level = { start: index, display: false };
			} else if (index > level.start + 1 && !isProse(text, level.start, index)) {
				found.set(level.start, span(text, level.start, index + 1, 1));
				level = closed;
			} else level = { start: index, display: false };
		}
	}
	return found;
}

/** The dollar that is open at a depth of braces: its offset, -1 for none. */
interface Level {
	readonly start: number;
	readonly display: boolean;
}

const closed: Level = { start: -1, display: false };

/** Braces before the first dollar hold none, so nothing before it counts but the backslashes right there. */
function firstDollar(text: string): number {
	const first = text.indexOf('$');
	if (first < 0) return text.length;
	let before = first;
	while (text.charCodeAt(before - 1) === 0x5c) before--;
	return before;
}

function span(text: string, start: number, end: number, width: number): MathSpan {
	return { end, tex: text.slice(start + width, end - width), display: width === 2 };
}

const amount = /^\d[\d.,]*/;
const texOnly = /[\\^_{}=]/;
const twoWords = /[A-Za-z]{2,}[ \n\t-]+(?:[A-Za-z]+ +)?[A-Za-z]{2,}/;

/**
 * True for what stands between two currency signs: 'costs $5 and $10', 'US$5bn to US$7bn', 'Ke$ha and A$AP',
 * 'the $ sign and the $ symbol'. Mathematics that starts with a number, or holds a word, stays mathematics.
 */
function isProse(text: string, open: number, close: number): boolean {
	const between = text.slice(open + 1, close);
	if (/\n\s*\n/.test(between)) return true;
	const before = text[open - 1] ?? ' ';
	const after = text[close + 1] ?? ' ';
	const last = between.at(-1) ?? '';
	if (amount.test(between)) {
		// '$5 and $10', '$5-$10', 'US$5, US$7': the second dollar opens an amount too.
		if (/\d/.test(after) && /[\s\-–/(A-Z]/.test(last)) return true;
		if (texOnly.test(between)) return false;
		return twoWords.test(between) || /[A-Za-z]{2,}\s+$/.test(between) || /\s[A-Z]+$/.test(between);
	}
	if (texOnly.test(between)) return false;
	if (/\s/.test(last) && /\d/.test(after)) return true;
	if (/\s/.test(between[0] ?? '') && twoWords.test(between)) return true;
	return /[A-Za-z]/.test(before) && /[A-Za-z]/.test(after) && /\s/.test(between);
}

/** True where a `$` that opens no mathematics is a currency sign, not a forgotten delimiter. */
export function isCurrency(text: string, at: number): boolean {
	const after = text[at + 1] ?? '';
	if (after === '' || /[\d\s.,;:!?)\]'"/-]/.test(after)) return true;
	return /[A-Za-z]/.test(text[at - 1] ?? '') && /[A-Za-z]/.test(after);
}

/** True for mathematics that is still read as such between single dollars, whatever stands around them. */
export function survivesDollars(tex: string): boolean {
	if (tex === '<' || tex === '>') return false;
	return ['', 'a', '1'].every((after) => {
		const text = `a$${tex}$${after}`;
		return mathByDollars(text).get(1)?.tex === tex;
	});
}
