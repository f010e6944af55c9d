import { parseLatex } from '../../latex/parse-latex.ts';
import { plainText } from '../../latex/plain-text.ts';
import type { Inline, RichText } from '../../latex/rich-text.ts';
import { toLatex } from '../../latex/write-latex.ts';
import { functionWords } from '../../text/function-words.ts';
import { readable } from './draft-values.ts';

/** A title as LaTeX, and a note if a change needs a review. */
export interface CleanTitle {
	readonly latex: string;
	readonly note: string | null;
}

/**
 * A title from a database (plain text with HTML, MathML or TeX) as LaTeX. Removes the full stop that PubMed adds, converts
 * all capitals, and adds braces around words that BibTeX styles must not convert to lower case.
 */
export function titleFromText(text: string, language: string | null = null): CleanTitle {
	const rich = parseLatex(readable(text));
	const allCaps = isAllCaps(plainText(rich));
	const cased = allCaps ? mapTexts(rich, titleCase()) : rich;
	const latex = toLatex(protect(cased, language)).replace(/(?<![.\s](?:[A-Za-z]|etc|al)|\.)\.$/, '');
	return {
		latex: latex.replace(/^\[(.*)\]$/, '$1'),
		note: allCaps ? 'Title converted from all capitals: check names and abbreviations' : null,
	};
}

/** The title of a journal or book from a database as LaTeX. Converts all capitals, except for names such as 'PNAS' and 'PLOS ONE'. */
export function containerFromText(text: string): string {
	const rich = parseLatex(readable(text));
	const plain = plainText(rich);
	const isConverted = isAllCaps(plain, 2) && /\p{L}{6}/u.test(plain);
	return toLatex(isConverted ? mapTexts(rich, titleCase()) : rich);
}

/** The title of a .bib entry: removes excessive braces, decodes HTML, and converts all capitals. */
export function titleFromLatex(value: string): CleanTitle {
	const bare = withoutOverbracing(value);
	const hasHtml = /<\/?[a-z][a-z:]*[ >/]|&(?:#\d+|[a-z]+);/i.test(bare);
	if (isAllCaps(plainText(parseLatex(bare)))) return titleFromText(bare);
	if (hasHtml) return { latex: toLatex(parseLatex(bare)), note: null };
	return { latex: bare === value ? value : toLatex(protect(parseLatex(bare), null)), note: null };
}

/**
 * Removes the braces that export programs add around the whole title or around most of its words. Such braces do not mark
 * names or abbreviations; `protect` finds those.
 */
function withoutOverbracing(value: string): string {
	const whole = /^\{([^{}]*(?:\{[^{}]*\}[^{}]*)*)\}$/.exec(value)?.[1];
	if (whole !== undefined && /\s/.test(whole)) return withoutOverbracing(whole);
	const braced = value.match(/(?<![\\\p{L}}])\{\p{Lu}[\p{Ll}'’-]+\}(?![\p{L}{])/gu)?.length ?? 0;
	const words = value.split(/\s+/).length;
	if (braced < 3 || braced < words / 2) return value;
	return value.replace(/(?<![\\\p{L}}])\{(\p{Lu}[\p{Ll}'’-]+)\}(?![\p{L}{])/gu, '$1');
}

function isAllCaps(words: string, minWords = 3): boolean {
	const all = words.match(/\p{L}{2,}/gu) ?? [];
	return all.length >= minWords && all.every((word) => word === word.toUpperCase() && word !== word.toLowerCase());
}

/** Common abbreviations with vowels, which look like words. Abbreviations without a vowel are recognized by that. Incomplete on purpose. */
const abbreviations: ReadonlySet<string> = new Set(
	(
		'DNA RNA EEG ECG MRI AI EU UK USA UN NASA AIDS HIV ADHD GPU CPU UV IR IEEE ACM NATO UNESCO OECD AUC ROC API SAR GAN VAE ' +
		'ACS AIP APS AIAA ASCE ASME IET IOP JAMA JMIR PLOS SIAM'
	).split(' '),
);

/** Converts words in capitals to title case: function words in lower case, others capitalized; 'LSTM' and 'III' stay. */
function titleCase(): (text: string) => string {
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
			const lower = word.toLowerCase();
			if (!starts && functionWords.has(lower)) return lower;
			return lower.replace(/^\p{L}/u, (letter) => letter.toUpperCase());
		});
}

function mapTexts(text: RichText, change: (value: string) => string): RichText {
	return text.map((node) =>
		node.type === 'text'
			? { ...node, value: change(node.value) }
			: node.type === 'math'
				? node
				: { ...node, children: mapTexts(node.children, change) },
	);
}

/**
 * Protects words from the lower case of BibTeX styles: words with a capital inside (BERT, iPhone, 3D), symbols beside an index
 * (H₂O), and in a title in sentence case also other capitalized words, which are names. In Title Case and in German, names cannot be recognized.
 */
function protect(text: RichText, language: string | null): RichText {
	const plain = plainText(text);
	const hasNames = !/^(?:de|ger|lb)/.test(language ?? 'en');
	const isSentence = hasNames && (isInSentenceCase(plain) ?? false);
	const parts = plain.split(partEnd).map((part) => hasNames && (isInSentenceCase(part) ?? isSentence));
	let part = 0;
	let starts = true;
	const protectNode = (node: Inline, at: number, siblings: RichText): RichText => {
		if (node.type === 'math' || node.type === 'no-case') {
			starts = false;
			return [node];
		}
		if (node.type !== 'text') return [{ ...node, children: node.children.flatMap(protectNode) }];
		const pieces = node.value.split(/([\p{L}\p{N}\p{M}]+)/u);
		return pieces.flatMap((piece, index): RichText => {
			if (piece === '') return [];
			if (index % 2 === 0) {
				if (/[.:?!–—]\s|—/.test(piece)) starts = true;
				part += piece.match(partEnds)?.length ?? 0;
				return [{ type: 'text', value: piece }];
			}
			const isBesideIndex =
				(isIndex(siblings[at - 1]) && pieces.slice(0, index).join('') === '') ||
				(isIndex(siblings[at + 1]) && pieces.slice(index + 1).join('') === '');
			const isName = ((parts[part] ?? isSentence) || isBesideIndex) && !starts && /^\p{Lu}/u.test(piece);
			starts = false;
			const isSpecial = /^.+\p{Lu}/u.test(piece);
			return isName || isSpecial
				? [{ type: 'no-case', children: [{ type: 'text', value: piece }] }]
				: [{ type: 'text', value: piece }];
		});
	};
	return mergedTexts(text.flatMap(protectNode));
}

function isIndex(node: Inline | undefined): boolean {
	return node?.type === 'subscript' || node?.type === 'superscript';
}

/** Between a title and its subtitle, which Crossref often has in the other case. */
const partEnd = /[:?!–—]\s|—/;
const partEnds = new RegExp(partEnd, 'g');

/** Whether most of the longer words after the first begin in lower case, as 'from' always does; null without any others. */
function isInSentenceCase(title: string): boolean | null {
	const rest = title.replace(/^[^\p{L}]*[\p{L}\p{M}'’]+/u, '');
	const words = (rest.match(/\p{L}[\p{L}\p{M}'’]{3,}/gu) ?? []).filter(
		(word) => !functionWords.has(word.toLowerCase()),
	);
	const capitalized = words.filter((word) => /^\p{Lu}/u.test(word)).length;
	if (words.length === 0) return null;
	return capitalized < words.length && capitalized <= words.length / 2;
}

/** Merges neighbouring text nodes. */
function mergedTexts(text: RichText): RichText {
	const result: Inline[] = [];
	for (const node of text) {
		const last = result.at(-1);
		if (node.type === 'text' && last?.type === 'text')
			result[result.length - 1] = { type: 'text', value: last.value + node.value };
		else if (node.type === 'text' || node.type === 'math') result.push(node);
		else result.push({ ...node, children: mergedTexts(node.children) });
	}
	return result;
}
