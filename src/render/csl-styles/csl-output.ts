import type { Inline, RichText } from '../../latex/rich-text.ts';
import type { Name } from '../../publications/names/name.ts';
import type { CslInput } from './csl-input.ts';
import { heldIndex, nameEnd, nameStart, others, styled } from './csl-signs.ts';

/** A stretch of a formatted reference; `name` where it is a marked name. */
export interface CslRun {
	readonly text: RichText;
	readonly name: Name | null;
}

/**
 * What citeproc-js wrote, as rich text with the marked names in it.
 *
 * @param words how the style writes what is beside names
 */
export function cslRuns(answer: string, { names, held }: CslInput, words: NameWords): readonly CslRun[] {
	const runs: CslRun[] = [];
	const written = withEtAl(answer, words);
	let at = 0;
	const put = (end: number, name: Name | null, text = written.slice(at, end)) => {
		if (text) runs.push({ text: tree(closed(written.slice(0, at), text), held), name });
		at = end;
	};
	for (const { start, end, name, afterGap } of namesIn(written, names)) {
		if (start < at) continue;
		const before = written.slice(at, start);
		put(start, null, afterGap ? withGap(before, words) : before);
		// Where initials have no stop, one behind a name ends the names.
		put(!words.stops && written[end - 1] === '.' ? end - 1 : end, name);
	}
	put(written.length, null);
	return runs;
}

/** What a style writes beside names. */
export interface NameWords {
	readonly and: string;
	readonly etAl: string;
	/** Initials, or the names as they are, may have stops. */
	readonly stops: boolean;
}

/** 'A, B, ' and 'A, B, and ' as they are before names that do not follow: 'A, B, …, ' and 'A, B, … '. */
function withGap(before: string, { and }: NameWords): string {
	const delimiter = new RegExp(`(\\p{P}?)(\\s*)(?:(${escaped(and)}|&)\\s+)?$`, 'u');
	return before.replace(delimiter, (whole, mark: string, blank: string, last?: string) =>
		last === undefined ? `${mark}${blank}…${whole}` : `${mark} … `,
	);
}

/** 'et al.' where a name stands for all others: without an 'and' before it. */
function withEtAl(written: string, { and, etAl }: NameWords): string {
	if (!written.includes(others)) return written;
	const standIn = new RegExp(`(?:(?:${escaped(and)}|&)(\\s+${marks}))?${others}(\\.?)`, 'gu');
	return written.replace(
		standIn,
		(_, between = '', stop = '') => between.trimStart() + (etAl.endsWith('.') ? etAl : etAl + stop),
	);
}

/** A stretch of what was written with the markup that is open before it, and none open at its end. */
function closed(before: string, stretch: string): string {
	const opened =
		openAt(before)
			.map(([, open]) => open)
			.join('') + stretch;
	return (
		opened +
		openAt(opened)
			.map(([, , close]) => close)
			.reverse()
			.join('')
	);
}

/** The markup that is open at the end of a text. */
function openAt(text: string): (typeof styled)[number][] {
	const open: (typeof styled)[number][] = [];
	for (const [sign] of text.matchAll(/[\ue100-\ue10d]/gu)) {
		const begun = styled.find(([, before]) => sign === before);
		if (begun) open.push(begun);
		else if (open.at(-1)?.[2] === sign) open.pop();
	}
	return open;
}

interface Place {
	readonly start: number;
	readonly end: number;
	readonly name: Name;
	readonly afterGap: boolean;
}

const nobody = { name: null, marked: false, afterGap: false };

/** Where the marked names stand, from the first letter of each to its last. */
function namesIn(written: string, names: CslInput['names']): Place[] {
	const found = written.matchAll(new RegExp(`${nameStart}(.)[^${nameEnd}]*${nameEnd}`, 'gsu'));
	return [...found].flatMap(({ 0: family, 1: sign = '', index }) => {
		const { name, marked, afterGap = false } = names[heldIndex(sign)] ?? nobody;
		if (!name || !marked) return [];
		const end = index + family.length;
		const [before, after] = [written.slice(0, index), written.slice(end)];
		const first = givenBefore(name).exec(before)?.[0] ?? '';
		const rest = first.trim() === '' || !first.match(/\p{Lu}/u) ? (givenAfter(name).exec(after)?.[0] ?? '') : '';
		const place = { start: index - first.length, end: end + rest.length, name, afterGap };
		const whole = wholeEnd(written, place.start, place.end);
		return [whole === null ? { ...place, start: index, end } : { ...place, end: whole }];
	});
}

/** Where a stretch ends with all markup closed that begins in it; null where some is closed that does not, or later. */
function wholeEnd(text: string, start: number, end: number): number | null {
	const open: string[] = [];
	for (let at = start; at < text.length; at++) {
		if (at >= end && open.length === 0) return at;
		const character = text.charAt(at);
		const begun = styled.find(([, before]) => character === before);
		const isEnd = styled.some(([, , after]) => character === after);
		if (begun) open.push(begun[2]);
		else if (isEnd ? open.pop() !== character : at >= end) return null;
	}
	return open.length === 0 ? text.length : null;
}

const marks = '[\\ue100-\\ue10d]*';
const blank = '[\\s\\u00a0]';

/** 'S.', 'Sebastian', 'K.-R.', 'KR': a given name as any style may have it; nothing matches a name without one. */
function given({ given: words }: Name): string | null {
	const parts = words.split(/[\s.\p{Pd}]+/u).filter(Boolean);
	if (!parts.length) return null;
	const forms = parts.map((part) => `(?:${escaped(part)}|${escaped([...part][0] ?? '')})\\.?`);
	return forms.reduceRight((rest, form) => `${form}${rest && `(?:${blank}*[-‐]?${blank}*${rest})?`}`, '');
}

function particle({ droppingParticle, nonDroppingParticle }: Name): string {
	const words = [droppingParticle, nonDroppingParticle].filter(Boolean).map(escaped);
	return words.map((word) => `(?:${word}${blank}*)?`).join('');
}

/** 'Sebastian ', 'L. van ': with nothing but blanks before the family name. */
function givenBefore(name: Name): RegExp {
	const words = given(name);
	const boundary = '(?<![\\p{L}\\p{M}])';
	return new RegExp(
		`${words === null ? '' : `(?:${boundary}${marks}${words}${marks}${blank}+)?`}${particle(name)}${marks}$`,
		'u',
	);
}

/** ', Sebastian', ' S', ', L. van'. */
function givenAfter(name: Name): RegExp {
	const words = given(name);
	if (words === null) return /^(?!)/;
	const suffix = name.suffix ? `(?:,?${blank}*${escaped(name.suffix)})?` : '';
	return new RegExp(
		`^${marks},?${blank}*${marks}${words}(?![\\p{L}\\p{M}])(?:${blank}+${particle(name)})?${suffix}${marks}`.replace(
			`(?:${blank}+)?`,
			'',
		),
		'u',
	);
}

function escaped(text: string): string {
	return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}

/** The tree that signs and addresses in a text make. */
function tree(text: string, held: readonly Inline[]): RichText {
	const root: Inline[] = [];
	const open: { close: string; nodes: Inline[] }[] = [{ close: '', nodes: root }];
	for (const piece of text.replace(nameSigns, '').split(/([\ue000-\uf8ff])/u)) {
		const nodes = open.at(-1)?.nodes ?? root;
		const begun = styled.find(([, before]) => piece === before);
		if (begun) {
			const children: Inline[] = [];
			nodes.push({ type: begun[0], children });
			open.push({ close: begun[2], nodes: children });
		} else if (piece === open.at(-1)?.close && open.length > 1) open.pop();
		else if (/^[\ue000-\uf8ff]$/u.test(piece)) {
			const node = heldIndex(piece) >= 0 ? held[heldIndex(piece)] : undefined;
			if (node?.type === 'text') addText(nodes, node.value);
			else if (node) nodes.push(node);
		} else addText(nodes, piece);
	}
	return linked(root);
}

/** What stood around a family name. */
const nameSigns = new RegExp(`${nameStart}.|${nameEnd}`, 'gsu');

function addText(nodes: Inline[], value: string): void {
	const last = nodes.at(-1);
	if (last?.type === 'text') nodes[nodes.length - 1] = { type: 'text', value: last.value + value };
	else if (value) nodes.push({ type: 'text', value });
}

/** An address that a style wrote is a link. */
function linked(nodes: RichText): RichText {
	return nodes.flatMap((node): RichText => {
		if (node.type !== 'text')
			return node.type === 'math' || node.type === 'link' ? [node] : [{ ...node, children: linked(node.children) }];
		return node.value.split(/(https?:\/\/[^\s]*[^\s.,;)])/).flatMap((value, at): RichText => {
			if (!value) return [];
			const words: Inline = { type: 'text', value };
			return [at % 2 ? { type: 'link', href: value, children: [words] } : words];
		});
	});
}
