import type { Inline, RichText } from '../../latex/rich-text.ts';
import type { Name } from '../../publications/names/name.ts';
import { escapedPattern } from '../../text/escaped-pattern.ts';
import type { CslInput } from './csl-input.ts';
import { nameEnd, nameStart, othersPlaceholder, placeholderIndex, styled } from './csl-placeholders.ts';

/** A run of a formatted reference; `name` if it is a marked name. */
export interface CslRun {
	readonly text: RichText;
	readonly name: Name | null;
}

/**
 * Converts the output of citeproc-js to rich text, with the marked names as runs of their own.
 *
 * @param terms the words that the style writes between names
 */
export function cslRuns(output: string, { names, nodes }: CslInput, terms: NameTerms): readonly CslRun[] {
	const runs: CslRun[] = [];
	const written = withEtAl(output, terms);
	let at = 0;
	const put = (end: number, name: Name | null, text = written.slice(at, end)) => {
		if (text) runs.push({ text: tree(closed(written.slice(0, at), text), nodes), name });
		at = end;
	};
	for (const { start, end, name, afterGap } of namesIn(written, names)) {
		if (start < at) continue;
		const text = written.slice(at, start);
		put(start, null, afterGap ? withGap(text, terms) : text);
		// If initials have no period, a period after a name ends the list of names.
		put(!terms.hasPeriods && written[end - 1] === '.' ? end - 1 : end, name);
	}
	put(written.length, null);
	return runs;
}

/** How a style writes lists of names. */
export interface NameTerms {
	readonly and: string;
	readonly etAl: string;
	/** Names may contain periods: the style adds them to initials, or writes names as they are. */
	readonly hasPeriods: boolean;
}

/** Adds an ellipsis for omitted names: 'A, B, ' and 'A, B, and ' become 'A, B, …, ' and 'A, B, … '. */
function withGap(text: string, { and }: NameTerms): string {
	const delimiter = new RegExp(`(\\p{P}?)(\\s*)(?:(${escapedPattern(and)}|&)\\s+)?$`, 'u');
	return text.replace(delimiter, (whole, mark: string, space: string, last?: string) =>
		last === undefined ? `${mark}${space}…${whole}` : `${mark} … `,
	);
}

/** Replaces the placeholder of 'and others', and an 'and' before it, by 'et al.'. */
function withEtAl(written: string, { and, etAl }: NameTerms): string {
	if (!written.includes(othersPlaceholder)) return written;
	const pattern = new RegExp(`(?:(?:${escapedPattern(and)}|&)(\\s+${marks}))?${othersPlaceholder}(\\.?)`, 'gu');
	return written.replace(
		pattern,
		(_, between = '', period = '') => between.trimStart() + (etAl.endsWith('.') ? etAl : etAl + period),
	);
}

/** A stretch of text that first opens the markup still open in the prefix, and closes all markup at its end. */
function closed(prefix: string, stretch: string): string {
	const opened =
		openAt(prefix)
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

/** The markup still open at the end of a text. */
function openAt(text: string): (typeof styled)[number][] {
	const open: (typeof styled)[number][] = [];
	for (const [character] of text.matchAll(/[\ue100-\ue10d]/gu)) {
		const started = styled.find(([, start]) => character === start);
		if (started) open.push(started);
		else if (open.at(-1)?.[2] === character) open.pop();
	}
	return open;
}

/** A marked name in the output, with its given name; UTF-16 offsets. */
interface NamePlace {
	readonly start: number;
	readonly end: number;
	readonly name: Name;
	readonly afterGap: boolean;
}

const noName = { name: null, marked: false, afterGap: false };

/** The places of the marked names, each from its first to its last letter. */
function namesIn(written: string, names: CslInput['names']): NamePlace[] {
	const families = written.matchAll(new RegExp(`${nameStart}(.)[^${nameEnd}]*${nameEnd}`, 'gsu'));
	return [...families].flatMap(({ 0: family, 1: character = '', index }) => {
		const { name, marked, afterGap = false } = names[placeholderIndex(character)] ?? noName;
		if (!name || !marked) return [];
		const end = index + family.length;
		const [prefix, suffix] = [written.slice(0, index), written.slice(end)];
		const first = givenBefore(name).exec(prefix)?.[0] ?? '';
		const rest = first.trim() === '' || !first.match(/\p{Lu}/u) ? (givenAfter(name).exec(suffix)?.[0] ?? '') : '';
		const place = { start: index - first.length, end: end + rest.length, name, afterGap };
		const balanced = balancedEnd(written, place.start, place.end);
		return [balanced === null ? { ...place, start: index, end } : { ...place, end: balanced }];
	});
}

/**
 * The end of a stretch extended to where all markup opened in it is closed; null if the stretch closes markup opened before
 * it, or if text follows before the markup is closed.
 */
function balancedEnd(text: string, start: number, end: number): number | null {
	const open: string[] = [];
	for (let at = start; at < text.length; at++) {
		if (at >= end && open.length === 0) return at;
		const character = text.charAt(at);
		const started = styled.find(([, start]) => character === start);
		const isEnd = styled.some(([, , end]) => character === end);
		if (started) open.push(started[2]);
		else if (isEnd ? open.pop() !== character : at >= end) return null;
	}
	return open.length === 0 ? text.length : null;
}

const marks = '[\\ue100-\\ue10d]*';
const space = '[\\s\\u00a0]';

/** A pattern for a given name as any style may write it: 'S.', 'Sebastian', 'K.-R.', 'KR'. Null for a name without one. */
function givenPattern({ given: words }: Name): string | null {
	const parts = words.split(/[\s.\p{Pd}]+/u).filter(Boolean);
	if (!parts.length) return null;
	const forms = parts.map((part) => `(?:${escapedPattern(part)}|${escapedPattern([...part][0] ?? '')})\\.?`);
	return forms.reduceRight((rest, form) => `${form}${rest && `(?:${space}*[-‐]?${space}*${rest})?`}`, '');
}

function particlePattern({ droppingParticle, nonDroppingParticle }: Name): string {
	const words = [droppingParticle, nonDroppingParticle].filter(Boolean).map(escapedPattern);
	return words.map((word) => `(?:${word}${space}*)?`).join('');
}

/** Matches a given name before the family name, with only whitespace between them: 'Sebastian ', 'L. van '. */
function givenBefore(name: Name): RegExp {
	const words = givenPattern(name);
	const boundary = '(?<![\\p{L}\\p{M}])';
	return new RegExp(
		`${words === null ? '' : `(?:${boundary}${marks}${words}${marks}${space}+)?`}${particlePattern(name)}${marks}$`,
		'u',
	);
}

/** Matches a given name after the family name: ', Sebastian', ' S', ', L. van'. */
function givenAfter(name: Name): RegExp {
	const words = givenPattern(name);
	if (words === null) return /^(?!)/;
	const suffix = name.suffix ? `(?:,?${space}*${escapedPattern(name.suffix)})?` : '';
	return new RegExp(
		`^${marks},?${space}*${marks}${words}(?![\\p{L}\\p{M}])(?:${space}+${particlePattern(name)})?${suffix}${marks}`.replace(
			`(?:${space}+)?`,
			'',
		),
		'u',
	);
}

/** Converts a text to rich text: placeholders become markup and nodes, addresses become links. */
function tree(text: string, heldNodes: readonly Inline[]): RichText {
	const root: Inline[] = [];
	const open: { close: string; nodes: Inline[] }[] = [{ close: '', nodes: root }];
	for (const piece of text.replace(nameBoundaries, '').split(/([\ue000-\uf8ff])/u)) {
		const nodes = open.at(-1)?.nodes ?? root;
		const started = styled.find(([, start]) => piece === start);
		if (started) {
			const children: Inline[] = [];
			nodes.push({ type: started[0], children });
			open.push({ close: started[2], nodes: children });
		} else if (piece === open.at(-1)?.close && open.length > 1) open.pop();
		else if (/^[\ue000-\uf8ff]$/u.test(piece)) {
			const node = placeholderIndex(piece) >= 0 ? heldNodes[placeholderIndex(piece)] : undefined;
			if (node?.type === 'text') addText(nodes, node.value);
			else if (node) nodes.push(node);
		} else addText(nodes, piece);
	}
	return linked(root);
}

/** The characters around a family name, and its placeholder. */
const nameBoundaries = new RegExp(`${nameStart}.|${nameEnd}`, 'gsu');

function addText(nodes: Inline[], value: string): void {
	const last = nodes.at(-1);
	if (last?.type === 'text') nodes[nodes.length - 1] = { type: 'text', value: last.value + value };
	else if (value) nodes.push({ type: 'text', value });
}

/** Turns addresses in the text into links. */
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
