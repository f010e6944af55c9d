/** Mathematics between dollar signs, with the offset after its last `$`. */
export interface MathSpan {
	readonly end: number;
	readonly tex: string;
	readonly display: boolean;
}

/** An unpaired dollar: its offset, and whether it is the first of `$$`. */
interface Dollar {
	readonly start: number;
	readonly display: boolean;
}

/**
 * Finds the mathematics between dollar signs, by the offset of its first `$`; every other `$` is a currency sign. Two
 * dollars pair when they are at the same depth of braces and the text between them does not read like money or prose.
 * Linear: a dollar that does not pair with the one before it is tried with the next.
 */
export function mathByDollars(text: string): ReadonlyMap<number, MathSpan> {
	const spans = new Map<number, MathSpan>();
	/** The unpaired dollar of this depth of braces, and those of the depths around it. */
	let open: Dollar | null = null;
	const outer: (Dollar | null)[] = [];
	for (let index = 0; index < text.length; index++) {
		const sign = text[index];
		if (sign === '\\') index++;
		else if (sign === '{') {
			outer.push(open);
			open = null;
		} else if (sign === '}') open = outer.pop() ?? null;
		else if (sign === '$') {
			const doubled = text[index + 1] === '$';
			if (open === null) {
				open = { start: index, display: doubled };
				if (doubled) index++;
			} else if (open.display && doubled) {
				spans.set(open.start, span(text, open.start, index + 2, 2));
				open = null;
				index++;
			} else if (!open.display && index > open.start + 1 && !isProse(text, open.start, index)) {
				spans.set(open.start, span(text, open.start, index + 1, 1));
				open = null;
			} else open = { start: index, display: false };
		}
	}
	return spans;
}

function span(text: string, start: number, end: number, width: number): MathSpan {
	return { end, tex: text.slice(start + width, end - width), display: width === 2 };
}

const amount = /^\d[\d.,]*/;
const texOnly = /[\\^_{}=]/;
const twoWords = /[A-Za-z]{2,}[ \n\t-]+(?:[A-Za-z]+ +)?[A-Za-z]{2,}/;

/**
 * True for text between two currency signs: 'costs $5 and $10', 'US$5bn to US$7bn', 'Ke$ha and A$AP',
 * 'the $ sign and the $ symbol'. Mathematics that starts with a number, or contains a word, stays mathematics.
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

/** True if a `$` that opens no mathematics is a currency sign, not a forgotten delimiter. */
export function isCurrency(text: string, at: number): boolean {
	const after = text[at + 1] ?? '';
	if (after === '' || /[\d\s.,;:!?)\]'"/-]/.test(after)) return true;
	return /[A-Za-z]/.test(text[at - 1] ?? '') && /[A-Za-z]/.test(after);
}

/** True for mathematics that is read as such between single dollars, whatever the text around them. */
export function survivesDollars(tex: string): boolean {
	if (tex === '<' || tex === '>') return false;
	return ['', 'a', '1'].every((after) => {
		const text = `a$${tex}$${after}`;
		return mathByDollars(text).get(1)?.tex === tex;
	});
}
