import { parseLatex } from '../../latex/parse-latex.ts';
import { plainText } from '../../latex/plain-text.ts';
import type { Inline, RichText } from '../../latex/rich-text.ts';
import { toLatex } from '../../latex/write-latex.ts';
import { functionWords } from '../../text/function-words.ts';
import { readable } from './draft-values.ts';

/** A title for an entry, and what was changed on the way that a person should look at. */
export interface CleanTitle {
	readonly latex: string;
	readonly note: string | null;
}

/**
 * A title as a publisher's database has it (plain text with HTML, MathML or TeX in it) as LaTeX: without the stop that
 * PubMed sets, small where it is in capitals throughout, and with braces round what a BibTeX style must not make small.
 */
export function titleFromText(text: string, language: string | null = null): CleanTitle {
	const rich = parseLatex(readable(text));
	const loud = isLoud(plainText(rich));
	const quiet = loud ? eachText(rich, lowered()) : rich;
	const latex = toLatex(protect(quiet, language)).replace(/(?<![.\s](?:[A-Za-z]|etc|al)|\.)\.$/, '');
	return {
		latex: latex.replace(/^\[(.*)\]$/, '$1'),
		note: loud ? 'The title was in capitals throughout; look at its names and abbreviations' : null,
	};
}

/** A title as somebody's .bib has it: braces taken off that protect everything, HTML read, capitals made small. */
export function titleFromLatex(value: string): CleanTitle {
	const bare = withoutOverbracing(value);
	const coded = /<\/?[a-z][a-z:]*[ >/]|&(?:#\d+|[a-z]+);/i.test(bare);
	if (isLoud(plainText(parseLatex(bare)))) return titleFromText(bare);
	if (coded) return { latex: toLatex(parseLatex(bare)), note: null };
	return { latex: bare === value ? value : toLatex(protect(parseLatex(bare), null)), note: null };
}

/**
 * Without the braces of exporters: round the whole title, or round most of its words one by one. What stands in them is
 * no name or abbreviation then, and `protect` finds those.
 */
function withoutOverbracing(value: string): string {
	const whole = /^\{([^{}]*(?:\{[^{}]*\}[^{}]*)*)\}$/.exec(value)?.[1];
	if (whole !== undefined && /\s/.test(whole)) return withoutOverbracing(whole);
	const braced = value.match(/(?<![\\\p{L}}])\{\p{Lu}[\p{Ll}'’-]+\}(?![\p{L}{])/gu)?.length ?? 0;
	const words = value.split(/\s+/).length;
	if (braced < 3 || braced < words / 2) return value;
	return value.replace(/(?<![\\\p{L}}])\{(\p{Lu}[\p{Ll}'’-]+)\}(?![\p{L}{])/gu, '$1');
}

const fewestWords = 3;

function isLoud(words: string): boolean {
	const all = words.match(/\p{L}{2,}/gu) ?? [];
	return all.length >= fewestWords && all.every((word) => word === word.toUpperCase() && word !== word.toLowerCase());
}

/** Abbreviations that could be words, as far as titles have them; those without a vowel are known by that. */
const abbreviations: ReadonlySet<string> = new Set(
	'DNA RNA EEG ECG MRI AI EU UK USA UN NASA AIDS HIV ADHD GPU CPU UV IR IEEE ACM NATO UNESCO OECD AUC ROC API SAR GAN VAE'.split(
		' ',
	),
);

/** A word in capitals as a title has it: small if it is a function word, with a capital otherwise; 'LSTM' and 'III' stay. */
function lowered(): (text: string) => string {
	let first = true;
	return (text) =>
		text.replace(/[\p{L}\p{N}\p{M}'’]+|[:.?!]/gu, (word) => {
			if (/^[:.?!]$/.test(word)) {
				first = true;
				return word;
			}
			const starts = first;
			first = false;
			if (/\d/.test(word) || /^(?:[IVX]{2,5}|[^AEIOUY]{2,5})$/.test(word) || abbreviations.has(word)) return word;
			const small = word.toLowerCase();
			if (!starts && functionWords.has(small)) return small;
			return small.replace(/^\p{L}/u, (letter) => letter.toUpperCase());
		});
}

function eachText(text: RichText, change: (value: string) => string): RichText {
	return text.map((node) =>
		node.type === 'text'
			? { ...node, value: change(node.value) }
			: node.type === 'math'
				? node
				: { ...node, children: eachText(node.children, change) },
	);
}

/**
 * Puts what a BibTeX style would make small into braces: words with a capital inside (BERT, iPhone, 3D), and in a title
 * in small letters every other word with a capital, which is a name. In a title where Most Words Have Capitals nobody can
 * tell, nor in German.
 */
function protect(text: RichText, language: string | null): RichText {
	const words = plainText(text).match(/\p{L}[\p{L}\p{M}'’]{3,}/gu) ?? [];
	const capital = words.slice(1).filter((word) => /^\p{Lu}/u.test(word)).length;
	const names = capital <= (words.length - 1) / 2 && !/^(?:de|ger|lb)/.test(language ?? 'en');
	let starts = true;
	const guard = (node: Inline): RichText => {
		if (node.type === 'math' || node.type === 'no-case') {
			starts = false;
			return [node];
		}
		if (node.type !== 'text') return [{ ...node, children: node.children.flatMap(guard) }];
		return node.value.split(/([\p{L}\p{N}\p{M}]+)/u).flatMap((piece, index): RichText => {
			if (piece === '') return [];
			if (index % 2 === 0) {
				if (/[.:?!–—]\s|^\s*["“‘¿¡(]/.test(piece)) starts = /[.:?!–—]\s/.test(piece) || starts;
				return [{ type: 'text', value: piece }];
			}
			const isName = names && !starts && /^\p{Lu}/u.test(piece);
			starts = false;
			const isSpecial = /^.+\p{Lu}/u.test(piece);
			return isName || isSpecial
				? [{ type: 'no-case', children: [{ type: 'text', value: piece }] }]
				: [{ type: 'text', value: piece }];
		});
	};
	return joinedTexts(text.flatMap(guard));
}

/** Neighbouring texts as one, and neighbouring protected words that a hyphen joins as one. */
function joinedTexts(text: RichText): RichText {
	const result: Inline[] = [];
	for (const node of text) {
		const last = result.at(-1);
		if (node.type === 'text' && last?.type === 'text')
			result[result.length - 1] = { type: 'text', value: last.value + node.value };
		else if (node.type === 'text' || node.type === 'math') result.push(node);
		else result.push({ ...node, children: joinedTexts(node.children) });
	}
	return result;
}
