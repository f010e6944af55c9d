import { standardMath } from '../../latex/math/standard-math.ts';
import type { RichText } from '../../latex/rich-text.ts';
import { latexCharacter } from '../../latex/unicode-latex.ts';
import {
	joinLatex,
	type LatexDialect,
	latexCommands,
	latexText,
	latexUrl,
	writeLatex,
} from '../../latex/write-latex.ts';
import { safeAddress } from '../../publications/identifiers/url-safety.ts';
import { tableNames } from '../../statistics/statistics.ts';
import type { Format, InlineContext } from '../format.ts';
import { isBrokenMath } from '../math/mathml.ts';
import { latexDefinitions } from './latex-definitions.ts';
import { drawnLetter } from './latex-letters.ts';
import { scriptAt, writeSign } from './scripts.ts';

/** A straight quote between letters is an apostrophe: O'Neil. */
const apostrophe = /'(?=\p{L})(?<=\p{L}')/gu;

/** The markup of a character that differs from the common table; null for other characters. */
function character(cluster: string): string | null {
	return cluster === '"' ? '\\bibfolioquote{}' : drawnLetter(cluster);
}

const commands = { ...latexCommands, strike: '\\bibfoliostrike' };

/** LuaTeX joins characters across `{}`; no engine does across a kern. */
const joint = '{\\kern0pt}';

/** The markup of a character; one without a LaTeX command needs a font. */
function shown(cluster: string): string | null {
	return character(cluster) ?? (latexCharacter(cluster) === null ? writeSign(cluster) : null);
}

/** The dialect of a finished list, with the quotation marks of its language. */
function dialect(context: InlineContext): LatexDialect {
	return {
		character: shown,
		quote: (words, depth) => {
			const [open, close] = context.quotes[depth % context.quotes.length] ?? ['“', '”'];
			return joinLatex(joinLatex(latexText(open, plain), words, joint), latexText(close, plain), joint);
		},
		link,
		commands,
		joint,
		script: scriptAt,
	};
}

const plain: LatexDialect = { character: shown, quote: (words) => words, link, commands, joint, script: scriptAt };

function link(url: string, label: string): string {
	const address = safeAddress(url);
	// A fragment identifier without the address of a file leads nowhere on paper.
	return address === null || address.startsWith('#')
		? label
		: `\\bibfoliolink{${latexUrl(address)}}{${breakable(label)}}`;
}

/** Allows line breaks after the punctuation of a visible address or DOI, except in `https://`, with plain TeX. */
function breakable(label: string): string {
	if (/\s/.test(label) || label.length < 20 || !/:\/\/|^10\.|^doi:/.test(label)) return label;
	return label.replace(/(?:(?<!:\/?)\/(?!\/)|\\_|[.?=-]|\\&)(?=[A-Za-z0-9\\])/g, '$&\\allowbreak{}');
}

/** 24 characters inside a longer run. */
const eachPiece = /(?:[^\s\p{M}\p{Pd}\u200b]\p{M}*){24}(?=[^\s\p{M}\p{Pd}\u200b])/gu;

/** Lets words longer than a line break anywhere between hyphens; too wide a box breaks hyperref in XeTeX. */
function breakLong(value: string): string {
	return value.replace(/\S{64,}/g, (word) =>
		word.replace(/[^\p{Pd}\u200b]{64,}/gu, (run) => run.replace(eachPiece, '$&\u200b')),
	);
}

/** Makes rich text safe for TeX: long words may break, and mathematics that would stop TeX becomes source text. */
function settable(nodes: RichText): RichText {
	return nodes.map((node) => {
		if (node.type === 'text') return { type: 'text', value: breakLong(node.value) };
		if (node.type !== 'math') return { ...node, children: settable(node.children) };
		if (isBrokenMath(node.tex, node.display))
			return { type: 'code', children: [{ type: 'text', value: breakLong(node.tex) }] };
		return { ...node, tex: inMathematics(standardMath(node.tex)) };
	});
}

/** TeX with a name for each symbol that pdflatex does not accept as a character in mathematics: `α`, `≤`. */
function inMathematics(tex: string): string {
	return inOneLine(tex).replace(/[^ -~]/gu, (character) => {
		const name = /^\\ensuremath\{(.*)\}$/.exec(latexCharacter(character) ?? '')?.[1];
		return name === undefined ? character : `{${name}}`;
	});
}

const lineEnd = String.raw`\\(?:\\\*?|(?:cr|linebreak|tabularnewline)(?![A-Za-z]))`;

/** A line end (with the space below it), or a construct with lines of its own. */
const lines = new RegExp(
	[
		String.raw`\\begin\s*\{|\\end\s*\{`,
		String.raw`\\(?:substack|shortstack)\s*(?:\[\w?\])?\s*\{(?:[^{}]|\{[^{}]*\})*\}`,
		String.raw`(${lineEnd})(?:\s*\[-?[\d.]+\s*[a-z]{2}\])?`,
		String.raw`\\.`,
	].join('|'),
	'gs',
);

/** TeX without line ends outside environments: LaTeX stops at one in a formula within a line. */
function inOneLine(tex: string): string {
	let environments = 0;
	return tex.replace(lines, (found, end: string | undefined) => {
		if (found.startsWith('\\begin')) environments++;
		else if (found.startsWith('\\end')) environments--;
		return end !== undefined && environments <= 0 ? '\\ ' : found;
	});
}

const eachCluster = /\P{M}\p{M}*|\p{M}+/gu;

/**
 * The distinct characters of a text for which LaTeX has no command and its standard fonts have no glyph: other scripts,
 * emoji, rare symbols. They are written unchanged and need a font (and, in pdflatex, a package).
 */
export function unsupportedCharacters(text: string): string[] {
	const found = new Set<string>();
	for (const [cluster] of text.matchAll(eachCluster)) {
		if (character(cluster) === null && latexCharacter(cluster) === null) found.add(cluster);
	}
	return [...found];
}

/** A fragment for `\input`. It compiles in any class with pdflatex, xelatex and lualatex, and needs no package. */
export const latex: Format = {
	name: 'latex',
	extension: '.tex',
	templates: 'tex',
	main: 'list',
	shows: tableNames,
	text: (value) => latexText(breakLong(value.replace(apostrophe, '’')), plain),
	inline: (value, context) => writeLatex(settable(value), dialect(context)),
	link,
	// A drawn letter's command contains the letter itself; ASCII is always supported.
	unsupported: (markup) =>
		unsupportedCharacters(markup.replace(/\\bibfolio(?:letter|cluster)\{[^{}]*\}/g, '').replace(/[ -~\n]+/g, '')),
	comment: (lines) =>
		lines
			.flatMap((line) => line.split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/))
			.map((line) => `% ${line}`.trimEnd())
			.join('\n'),
	tidy: (lines) =>
		lines
			.replace(/\r\n?/g, '\n')
			.replace(/(?<![^\S\n])[^\S\n]+$/gm, '')
			.replace(/\n{3,}/g, '\n\n'),
	definitions: latexDefinitions(/^(?!%)[\s\S]/m, false),
};

/** A complete document. Its definitions follow its packages. */
export const latexDocument: Format = {
	...latex,
	name: 'latex-document',
	main: 'document',
	definitions: latexDefinitions(/^\\(?:providecommand|hypersetup|begin\{document\})/m, true),
};
