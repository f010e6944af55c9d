import { isAllPlain, latexCharacter } from '../../latex/unicode-latex.ts';

/** Letters that pdflatex's T1 encoding lacks, with the commands that draw them. */
const drawn: ReadonlyMap<string, string> = new Map([
	['Ħ', '\\bibfoliostroke{H}'],
	['ħ', '\\bibfoliostroke{h}'],
	['Ŧ', '\\bibfoliostroke{T}'],
	['ŧ', '\\bibfoliostroke{t}'],
	['Ŀ', 'L\\textperiodcentered{}'],
	['ŀ', 'l\\textperiodcentered{}'],
	['ſ', 's'],
	['ʿ', '`'],
	['ʾ', "'"],
	['ǝ', '\\bibfolioturned{e}'],
	['ə', '\\bibfolioturned{e}'],
]);

/**
 * The command that draws a letter if the current font lacks it; null for characters that need none. Letters without a
 * precomposed character are drawn in every engine.
 */
export function drawnLetter(cluster: string): string | null {
	const letter = cluster.normalize('NFC');
	const drawing = isAllPlain(letter) ? null : (drawn.get(letter) ?? marked(letter));
	if (drawing === null) return null;
	return `\\bibfolio${[...letter].length === 1 ? 'letter' : 'cluster'}{${letter}}{${drawing}}`;
}

/**
 * Draws letters with marks. In pdflatex, only T5 has a hook above or a horn, and Latin Modern has no combining cedilla for
 * letters without a precomposed character. The common table adds the other accents.
 */
function marked(letter: string): string | null {
	const decomposed = letter.normalize('NFD');
	if (!/^\p{L}\p{M}/u.test(decomposed)) return null;
	const bare = decomposed.replace(/[\u0309\u031b\u0327]/g, '').normalize('NFC');
	const within = latexCharacter(bare);
	if (within === null || within.startsWith('\\ensuremath')) return null;
	if (bare === letter) return within;
	if (decomposed.includes('\u0327')) return `\\bibfoliocedilla{${within}}`;
	if ([...letter].length > 1) return null;
	const hooked = decomposed.includes('\u0309') ? `\\bibfoliohook{${within}}` : within;
	return decomposed.includes('\u031b') ? `\\bibfoliohorn{${hooked}}` : hooked;
}

/** The letters with marks that are one character in T1. */
const whole = /[ĂăĄąĆćČčĎďĘęĚěĞğĹĺĽľŁłŃńŇňŊŋŐőŔŕŘřŚśŠšŞşŤťŢţŮůŰűŸŹźŽžŻżİıĲĳŒœđ]/;
const withMarks = /[\u0100-\u024f\u1e00-\u1eff]/g;
const asLetter = /\\bibfolio(?:letter|cluster)\{([^{}]+)\}/g;

/** Letters that pdflatex composes of several glyphs: `sign LETTER` if drawn by a command, `spelt LETTER` if written as is. */
export function lettersIn(lines: string): string[] {
	const signs = new Set([...lines.matchAll(asLetter)].map(([, letter = '']) => letter));
	const marked = [...new Set(lines.match(withMarks))].filter((letter) => !whole.test(letter) && isAllPlain(letter));
	return [...[...signs].map((letter) => `sign ${letter}`), ...marked.map((letter) => `spelt ${letter}`)];
}

/**
 * Definitions that let readers search for and copy these letters in a PDF: 'ệ' instead of 'e.ˆ' (PDF 1.7 §14.9.4,
 * ActualText). '' if there are none.
 */
export function letterDefinitions(uses: ReadonlySet<string>): string {
	const letters = [...uses].flatMap((use) => {
		const [, how, letter = ''] = /^(sign|spelt) (.+)$/s.exec(use) ?? [];
		return how === undefined || (how === 'spelt' && uses.has(`sign ${letter}`)) ? [] : [[letter, how] as const];
	});
	if (!letters.length) return '';
	const codes = letters.sort().map(([letter, how]) => `\\bibfolio${how}{${letter}}{${code(letter)}}%\n`);
	return `${command}${codes.join('')}\\fi\n`;
}

/** The UTF-16 code units in hexadecimal. */
function code(letter: string): string {
	return Array.from({ length: letter.length }, (_, at) =>
		letter.charCodeAt(at).toString(16).toUpperCase().padStart(4, '0'),
	).join('');
}

/** `\bibfoliosign` for a letter that a command draws; `\bibfoliospelt` for one that pdflatex's kernel composes. */
const command = String.raw`\ifdefined\UnicodeEncodingName\else
\def\bibfoliosign#1#2{\expandafter\def\csname bibfoliosign\detokenize{#1}\endcsname{#2}}
\def\bibfoliodrawing#1#2{#2}
\let\bibfolioactual\bibfoliodrawing
\ifdefined\pdfoutput\ifnum\pdfoutput>0 \def\bibfolioactual#1#2{\leavevmode
  \pdfliteral page{/Span<</ActualText<FEFF\csname bibfoliosign\detokenize{#1}\endcsname>>>BDC}%
  \textcompwordmark{\let\bibfolioactual\bibfoliodrawing#2}\textcompwordmark\pdfliteral page{EMC}}\fi\fi
\def\bibfoliospelt#1#2{\bibfoliosign{#1}{#2}\ifcsname bibfoliodrawn\detokenize{#1}\endcsname\else
  \expandafter\let\csname bibfoliodrawn\detokenize{#1}\expandafter\endcsname\csname u8:\detokenize{#1}\endcsname
  \expandafter\def\csname u8:\detokenize{#1}\endcsname{%
    \bibfoliochoose\bibfoliodrawing\bibfoliodrawing\bibfolioactual{#1}{\csname bibfoliodrawn\detokenize{#1}\endcsname}}\fi}
`;
