import { valueIn } from '../text/value-in.ts';
import { type Inline, joinTexts, type RichText } from './rich-text.ts';

/**
 * A text whose quotations are nodes of type `quote`: “…”, „…“, «…», ‘…’, ‹…› and straight quotation marks, as CSL's
 * processors read them. So their marks become those of the locale, and alternate in a quoted title. Apostrophes ('rock ’n’
 * roll', 'dogs’ tails', '’90s') and marks without a partner stay, and so do marks at different levels of the markup.
 */
export function quotations(text: RichText): RichText {
	return hasMarks(text) ? quoted(text) : text;
}

const anyMark = /["“”„‟«»‘’‚‛‹›]/;
const eachMark = new RegExp(anyMark, 'g');

function hasMarks(text: RichText): boolean {
	return text.some((node) =>
		node.type === 'text' ? anyMark.test(node.value) : 'children' in node && hasMarks(node.children),
	);
}

/** A quotation mark in a list of nodes. */
interface Mark {
	/** The index of its node. */
	readonly node: number;
	/** The offset in the node. */
	readonly at: number;
	readonly sign: string;
	readonly opens: boolean;
	readonly closes: boolean;
	/** It follows an s, as the apostrophe in 'dogs’ tails'. */
	readonly afterS: boolean;
}

function quoted(text: RichText): RichText {
	const nodes = joinTexts(withoutProtection(text)).map(
		(node): Inline => ('children' in node ? { ...node, children: quotations(node.children) } : node),
	);
	const pairs = pairsOf(marksOf(nodes));
	if (pairs.length === 0) return nodes;
	return split(nodes, pairs);
}

/** Nodes without case protection around quotation marks, because a mark in braces has its partner outside of them. */
function withoutProtection(nodes: RichText): RichText {
	return nodes.flatMap((node) =>
		node.type === 'no-case' && hasMarks(node.children) ? withoutProtection(node.children) : [node],
	);
}

const beforeOpening = /^$|[\s([{<–—/\u00a0“„«‘‚‹"-]/;
const afterClosing = /^$|[\s)\]}>–—/.,;:!?…\u00a0”“»’‘›"-]/;
const letterOrDigit = /[\p{L}\p{M}\p{N}]/u;

/** The pairs of marks: each opening sign, and the signs that close it. */
const closers: Readonly<Record<string, string>> = {
	'"': '"',
	'“': '”"',
	'”': '”',
	'„': '“”"„‟',
	'‟': '”',
	'«': '»',
	'»': '«»',
	'‘': '’',
	'’': '’',
	'‚': '‘’',
	'‛': '’',
	'‹': '›',
	'›': '‹›',
};

/** Words that begin with an apostrophe: ’tis, ’em, ’t Hooft, ’s-Hertogenbosch, ’90s, ’n’. */
const elision = /^(?:\d\ds?\b|(?:tis|twas|twere|til|till|em|cause|bout|round|cross|neath|mid|gainst|s|t|n|k|d)\b)/i;

function marksOf(nodes: RichText): Mark[] {
	const marks: Mark[] = [];
	for (const [node, inline] of nodes.entries()) {
		if (inline.type !== 'text') continue;
		for (const { 0: sign, index: at } of inline.value.matchAll(eachMark)) {
			const before = at > 0 ? ([...inline.value.slice(Math.max(0, at - 2), at)].at(-1) ?? '') : edge(nodes[node - 1]);
			const after = inline.value.slice(at + 1, at + 9) || edge(nodes[node + 1]);
			marks.push({ node, at, sign, ...roles(sign, before, after), afterS: /s/i.test(before) });
		}
	}
	return marks;
}

/** A letter for markup or math next to a text, '' at the end of all nodes. */
function edge(node: Inline | undefined): string {
	return node === undefined ? '' : 'x';
}

function roles(sign: string, before: string, after: string): Pick<Mark, 'opens' | 'closes'> {
	const next = after.slice(0, 1);
	const isBeforeWord = next !== '' && !/\s/.test(next);
	const endsHere = before !== '' && !/\s/.test(before) && afterClosing.test(next);
	const startsHere = isBeforeWord && (beforeOpening.test(before) || !(endsHere || letterOrDigit.test(before)));
	switch (sign) {
		case '„':
		case '‚':
		case '‟':
		case '‛':
			return { opens: startsHere, closes: false };
		case '‘':
			return { opens: startsHere && !/^(?:\d\ds?\b|n\b)/.test(after), closes: endsHere };
		case '«':
		case '‹':
			return { opens: next !== '', closes: endsHere };
		case '»':
		case '›':
			return { opens: startsHere, closes: before !== '' };
		case '’':
			return { opens: startsHere && letterOrDigit.test(next) && !elision.test(after), closes: endsHere };
		default:
			return { opens: startsHere, closes: endsHere };
	}
}

type Pair = readonly [opening: Mark, closing: Mark];

/** The pairs of marks, properly nested. An opening mark without a partner is ignored. */
function pairsOf(marks: readonly Mark[]): Pair[] {
	const pairs: Pair[] = [];
	const open: Mark[] = [];
	for (const [index, mark] of inOrder(marks).entries()) {
		const depth = mark.closes && !isPossessive(mark, marks[index + 1]) ? partnerOf(mark, open) : -1;
		if (depth >= 0) {
			pairs.push([open[depth] as Mark, mark]);
			open.length = depth;
		} else if (mark.opens) open.push(mark);
	}
	return pairs;
}

/** The marks with the inner one first where TeX reads three apostrophes as ” and ’. */
function inOrder(marks: readonly Mark[]): readonly Mark[] {
	const ordered = [...marks];
	let lastOpening: Mark | null = null;
	for (const [index, mark] of marks.entries()) {
		const next = marks[index + 1];
		const isTriple = mark.sign === '”' && next?.sign === '’' && next.node === mark.node && next.at === mark.at + 1;
		if (isTriple && lastOpening?.sign === '‘') {
			ordered[index] = { ...mark, sign: '’' };
			ordered[index + 1] = { ...next, sign: '”' };
		}
		if (mark.opens) lastOpening = mark;
	}
	return ordered;
}

/** The number of open marks to search for the partner of a mark. */
const mostApostrophes = 10;

/** The index of the open mark that a mark closes, the innermost one; marks that may be apostrophes are skipped. */
function partnerOf(mark: Mark, open: readonly Mark[]): number {
	for (let depth = open.length - 1; depth >= Math.max(0, open.length - mostApostrophes); depth--) {
		const { sign } = open[depth] as Mark;
		if (valueIn(closers, sign)?.includes(mark.sign)) return depth;
		if (sign !== '’' && sign !== '‘') break;
	}
	return -1;
}

/** Whether a mark is the apostrophe in 'the dogs’ tails’: the next mark closes the quotation. */
function isPossessive(mark: Mark, next: Mark | undefined): boolean {
	return mark.sign === '’' && mark.afterS && next?.sign === '’' && next.closes && !next.opens;
}

/** The nodes with the text between the marks of each pair in a `quote` node. */
function split(nodes: RichText, pairs: readonly Pair[]): RichText {
	const ends = new Map<Inline, Map<number, 'open' | 'close'>>();
	const note = ({ node, at }: Mark, kind: 'open' | 'close') => {
		const inline = nodes[node] as Inline;
		ends.set(inline, (ends.get(inline) ?? new Map()).set(at, kind));
	};
	for (const [opening, closing] of pairs) {
		note(opening, 'open');
		note(closing, 'close');
	}
	const outer: Inline[][] = [];
	let top: Inline[] = [];
	const addText = (value: string) => {
		if (value !== '') top.push({ type: 'text', value });
	};
	for (const node of nodes) {
		const places = ends.get(node);
		if (node.type !== 'text' || !places) {
			top.push(node);
			continue;
		}
		let copied = 0;
		for (const [at, kind] of [...places].sort(([a], [b]) => a - b)) {
			addText(node.value.slice(copied, at));
			copied = at + 1;
			if (kind === 'open') {
				outer.push(top);
				top = [];
				if (/[«‹]/.test(node.value[at] ?? '')) copied += spaceAt(node.value, copied);
			} else {
				const children = /[»›]/.test(node.value[at] ?? '') ? withoutSpaceAtEnd(top) : top;
				top = outer.pop() ?? [];
				top.push({ type: 'quote', children });
			}
		}
		addText(node.value.slice(copied));
	}
	return top;
}

/** The number of spaces after a French quotation mark. */
function spaceAt(value: string, offset: number): number {
	return /^[\s\u00a0\u202f]*/.exec(value.slice(offset))?.[0].length ?? 0;
}

function withoutSpaceAtEnd(nodes: Inline[]): Inline[] {
	const last = nodes.at(-1);
	if (last?.type !== 'text') return nodes;
	const value = last.value.replace(/[\s\u00a0\u202f]+$/, '');
	return value === '' ? nodes.slice(0, -1) : [...nodes.slice(0, -1), { type: 'text', value }];
}
