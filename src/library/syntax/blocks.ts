import type { Source } from '../../diagnostics/source.ts';
import { valueIn } from '../../text/value-in.ts';
import { AT, CLOSE, COMMA, CR, LF, OPEN, PARENTHESIS, PERCENT, QUOTE, SPACE } from './characters.ts';
import { looksContinued, lostOpening, type Opening, openingAt, swallowedField } from './openings.ts';

/** A stretch of a .bib file. The blocks of a file concatenate to it. */
export interface Block {
	readonly kind: 'entry' | 'string' | 'preamble' | 'comment' | 'junk';
	/** The entry type in lower case (`article`); '' for junk. */
	readonly type: string;
	/** UTF-16 offsets in the file, half-open. */
	readonly start: number;
	readonly end: number;
	/** After the opening delimiter; `end` if there is none. */
	readonly body: number;
	/** The closing delimiter; `end` if it is missing. */
	readonly close: number;
	/** False if the block is never closed and ends where the next one begins; true for a `@comment` without delimiters. */
	readonly closed: boolean;
}

const kinds: Readonly<Record<string, Block['kind']>> = { string: 'string', preamble: 'preamble', comment: 'comment' };

/**
 * Splits a file into its blocks as BibTeX and biber do: a block is `@`, a type, and a body in braces or parentheses. Text
 * between blocks is junk without meaning. Where BibTeX and biber differ, this follows biber: `%` outside an entry hides the
 * rest of its line, `@comment{…}` hides everything in its braces.
 *
 * If a brace is never closed, the block ends where the next entry certainly begins: see `endOfEntry`. Takes linear time
 * for any text.
 */
export function splitBlocks(source: Source): Block[] {
	return [...blocksOf(source)];
}

/** Yields what {@link splitBlocks} returns, so that not all blocks are in memory. */
export function* blocksOf({ text }: Source): Generator<Block> {
	const scan: Scan = { text, partners: null, lastParenthesis: text.lastIndexOf(')') };
	let covered = 0;
	for (let at = nextAt(text, 0); at !== -1; at = nextAt(text, Math.max(covered, at + 1))) {
		const block = blockAt(scan, openingAt(text, at));
		if (!block) continue;
		if (block.start > covered) yield junk(covered, block.start);
		yield block;
		covered = block.end;
	}
	if (covered < text.length) yield junk(covered, text.length);
}

function blockAt(scan: Scan, opening: Opening | null): Block | null {
	if (opening?.type === 'comment') return comment(scan, opening);
	return opening?.body === undefined ? null : entry(scan, opening);
}

interface Scan {
	readonly text: string;
	/** Every `{` and its `}` (-1: none) from the first unclosed block on; null before that. */
	partners: Map<number, number> | null;
	readonly lastParenthesis: number;
}

function junk(start: number, end: number): Block {
	return { kind: 'junk', type: '', start, end, body: end, close: end, closed: true };
}

/** The next `@` that is not in a comment. */
function nextAt(text: string, from: number): number {
	for (let i = from; i < text.length; i++) {
		const c = text.charCodeAt(i);
		if (c === AT) return i;
		if (c === PERCENT && (i === from || startsComment(text, i))) i = endOfLine(text, i) - 1;
	}
	return -1;
}

function comment(scan: Scan, { start, body }: Opening): Block {
	const { text } = scan;
	const close =
		body === undefined ? -1 : text.charCodeAt(body - 1) === OPEN ? partner(scan, body - 1) : parenthesis(scan, body);
	// Without delimiters, or never closed: hide the line, not the rest of the library.
	const end = close === -1 ? endOfLine(text, start) : close + 1;
	return {
		kind: 'comment',
		type: 'comment',
		start,
		end,
		body: Math.min(body ?? end, end),
		close: close === -1 ? end : close,
		closed: close !== -1 || body === undefined,
	};
}

function entry(scan: Scan, { start, type, body = start, next }: Opening): Block {
	const { close, end } = endOfEntry(scan, body, next);
	return { kind: valueIn(kinds, type) ?? 'entry', type, start, end, body, close, closed: close < end };
}

/**
 * The end of a block whose opening delimiter is before `body`. BibTeX counts braces, including escaped ones. If they do not
 * match, the block would swallow the following ones, so it ends at the first `@type{` that cannot belong to it:
 *
 * - between fields, where no `@` is allowed: at once;
 * - inside a value (which may quote BibTeX): if the value has swallowed a field of its own entry before, or if
 *   the value or the block is never closed.
 *
 * As in BibTeX and biber, the first unmatched closing brace ends the entry, even if more fields follow it, unless it closes
 * a value whose opening delimiter is missing.
 */
function endOfEntry(scan: Scan, body: number, next: number): Pick<Block, 'close' | 'end'> {
	const { text } = scan;
	const inBraces = text.charCodeAt(body - 1) === OPEN;
	let depth = 0;
	let value = body; // the outermost value that is open
	let inQuotes = false;
	let delimited = next; // the end of the last value in delimiters
	let resume = -1; // where the next entry may begin
	let surplus = -1; // the closing brace of a value that has no opening one
	const unclosed = (end: number) => (surplus === -1 ? { close: end, end } : { close: surplus, end: surplus + 1 });
	for (let i = next; i < text.length; i++) {
		const c = text.charCodeAt(i);
		if (c === OPEN) {
			if (depth++ === 0 && !inQuotes) {
				value = i;
				if (surplus !== -1 && neverClosed(scan, i)) return unclosed(i);
			}
		} else if (c === CLOSE) {
			if (depth > 0) {
				if (--depth === 0) delimited = i + 1;
			} else if (inBraces) {
				const isOfValue = looksContinued(text, i + 1) && (inQuotes || lostOpening(text.slice(delimited, i)));
				if (!isOfValue) return { close: i, end: i + 1 };
				if (surplus === -1) surplus = i;
				delimited = i + 1;
				inQuotes = false;
			}
		} else if (c === AT) {
			if (resume !== -1) continue;
			const opening = openingAt(text, i);
			if (opening?.body === undefined) continue;
			if (depth === 0 && (surplus !== -1 || !inBraces)) return unclosed(i);
			const inValue = depth > 0 || inQuotes;
			if (!(inValue ? opening.keyed && startsLine(text, i) : opening.keyed || startsLine(text, i))) continue;
			if (!inValue || swallowedField(text, value + 1, i) || neverClosed(scan, body - 1, value)) return unclosed(i);
			resume = i;
		} else if (depth === 0) {
			if (c === QUOTE) {
				inQuotes = !inQuotes;
				value = i;
				delimited = i + 1;
			} else if (!inQuotes) {
				if (c === PARENTHESIS && !inBraces) return { close: i, end: i + 1 };
				if (c === PERCENT && startsComment(text, i)) i = endOfLine(text, i) - 1;
			}
		}
	}
	scan.partners ??= matchBraces(text, body - 1);
	return unclosed(resume === -1 ? text.length : resume);
}

function neverClosed({ partners }: Scan, ...braces: readonly number[]): boolean {
	return partners !== null && braces.some((brace) => partners.get(brace) === -1);
}

function partner(scan: Scan, brace: number): number {
	if (scan.partners) return scan.partners.get(brace) ?? -1;
	let depth = 0;
	for (let i = brace; i < scan.text.length; i++) {
		const c = scan.text.charCodeAt(i);
		if (c === OPEN) depth++;
		else if (c === CLOSE && --depth === 0) return i;
	}
	scan.partners = matchBraces(scan.text, brace);
	return -1;
}

function parenthesis({ text, lastParenthesis }: Scan, from: number): number {
	return lastParenthesis < from ? -1 : text.indexOf(')', from);
}

function matchBraces(text: string, from: number): Map<number, number> {
	const partners = new Map<number, number>();
	const open: number[] = [];
	for (let i = from; i < text.length; i++) {
		const c = text.charCodeAt(i);
		if (c === OPEN) {
			open.push(i);
			partners.set(i, -1);
		} else if (c === CLOSE) {
			const brace = open.pop();
			if (brace !== undefined) partners.set(brace, i);
		}
	}
	return partners;
}

/** For biber, a `%` that is not within a word begins a comment. */
function startsComment(text: string, at: number): boolean {
	const before = at === 0 ? SPACE : text.charCodeAt(at - 1);
	return before <= SPACE || before === COMMA || before === CLOSE || before === QUOTE;
}

function startsLine(text: string, at: number): boolean {
	for (let i = at - 1; i >= 0; i--) {
		const c = text.charCodeAt(i);
		if (c === LF || c === CR) return true;
		if (c > SPACE) return false;
	}
	return true;
}

function endOfLine(text: string, from: number): number {
	for (let i = from; i < text.length; i++) {
		const c = text.charCodeAt(i);
		if (c === LF || c === CR) return i;
	}
	return text.length;
}
