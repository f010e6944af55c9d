/** Math between dollar signs; `end` is the offset after its last `$`. */
export interface MathSpan {
	readonly end: number;
	readonly tex: string;
	readonly display: boolean;
}

/** An unpaired dollar sign; `display` is true if it is the first of `$$`. */
interface Dollar {
	readonly start: number;
	readonly display: boolean;
}

/**
 * Finds math between dollar signs and maps the offset of its first `$` to it. All other dollar signs are currency. Two
 * dollar signs pair if they are at the same brace depth and the text between them does not look like money or prose. Takes
 * linear time: a dollar sign that does not pair with the previous one is tried with the next.
 */
export function mathByDollars(text: string): ReadonlyMap<number, MathSpan> {
	const spans = new Map<number, MathSpan>();
	/** The unpaired dollar sign at this brace depth, and those at outer depths. */
	let open: Dollar | null = null;
	const outer: (Dollar | null)[] = [];
	for (let index = 0; index < text.length; index++) {
		const character = text[index];
		if (character === '\\') index++;
		else if (character === '{') {
			outer.push(open);
			open = null;
		} else if (character === '}') open = outer.pop() ?? null;
		else if (character === '$') {
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
 * 'the $ sign and the $ symbol'. Math may start with a number or contain a word.
 */
function isProse(text: string, open: number, close: number): boolean {
	const between = text.slice(open + 1, close);
	if (/\n\s*\n/.test(between)) return true;
	const before = text[open - 1] ?? ' ';
	const after = text[close + 1] ?? ' ';
	const last = between.at(-1) ?? '';
	if (amount.test(between)) {
		// '$5 and $10', '$5-$10', 'US$5, US$7': the second dollar sign begins an amount, too.
		if (/\d/.test(after) && /[\s\-–/(A-Z]/.test(last)) return true;
		if (texOnly.test(between)) return false;
		return twoWords.test(between) || /[A-Za-z]{2}\s+$/.test(between) || /\s[A-Z]+$/.test(between);
	}
	if (texOnly.test(between)) return false;
	if (/\s/.test(last) && /\d/.test(after)) return true;
	if (/\s/.test(between[0] ?? '') && twoWords.test(between)) return true;
	return /[A-Za-z]/.test(before) && /[A-Za-z]/.test(after) && /\s/.test(between);
}

/** True if a `$` that does not begin math is a currency sign and not a stray delimiter. */
export function isCurrency(text: string, offset: number): boolean {
	const after = text[offset + 1] ?? '';
	if (after === '' || /[\d\s.,;:!?)\]'"/-]/.test(after)) return true;
	return /[A-Za-z]/.test(text[offset - 1] ?? '') && /[A-Za-z]/.test(after);
}

/** True if math can be written between single dollar signs and is recognized next to any text. */
export function survivesDollars(tex: string): boolean {
	if (tex === '<' || tex === '>') return false;
	return ['', 'a', '1'].every((after) => {
		const text = `a$${tex}$${after}`;
		return mathByDollars(text).get(1)?.tex === tex;
	});
}
