import { isAllPlain, latexCharacter } from '../../latex/unicode-latex.ts';

/** Letters missing from pdflatex's T1, with the command that draws them. */
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
 * The command that draws a letter if the current font lacks it; null for characters that need none. Every engine draws a
 * letter that has no precomposed character.
 */
export function drawnLetter(cluster: string): string | null {
	const letter = cluster.normalize('NFC');
	const drawing = isAllPlain(letter) ? null : (drawn.get(letter) ?? marked(letter));
	if (drawing === null) return null;
	return `\\bibfolio${[...letter].length === 1 ? 'letter' : 'cluster'}{${letter}}{${drawing}}`;
}

/**
 * Letters with marks. A hook above or a horn for pdflatex only T5 has, and Latin Modern has no mark for a cedilla under
 * a letter that has no character of its own with it; the common table puts accents on others.
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

/** The letters with marks that T1 has as one sign, and those of it that stand for another letter's copy. */
const whole = /[ĂăĄąĆćČčĎďĘęĚěĞğĹĺĽľŁłŃńŇňŊŋŐőŔŕŘřŚśŠšŞşŤťŢţŮůŰűŸŹźŽžŻżİıĲĳŒœđ]/;
const withMarks = /[\u0100-\u024f\u1e00-\u1eff]/g;
const asLetter = /\\bibfolio(?:letter|cluster)\{([^{}]+)\}/g;

/** The letters in lines that pdflatex draws of several signs: `sign LETTER`; `spelt LETTER` for one that stands as it is. */
export function lettersIn(lines: string): string[] {
	const signs = new Set([...lines.matchAll(asLetter)].map(([, letter = '']) => letter));
	const marked = [...new Set(lines.match(withMarks))].filter((letter) => !whole.test(letter) && isAllPlain(letter));
	return [...[...signs].map((letter) => `sign ${letter}`), ...marked.map((letter) => `spelt ${letter}`)];
}

/**
 * What pdflatex is told of these letters: what a reader of the PDF finds and copies, ‘ệ’ and not ‘e.ˆ’ (PDF 1.7 §14.9.4,
 * ActualText). Nothing where there is none.
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

/** In hexadecimal, as UTF-16 has it. */
function code(letter: string): string {
	return Array.from({ length: letter.length }, (_, at) =>
		letter.charCodeAt(at).toString(16).toUpperCase().padStart(4, '0'),
	).join('');
}

/** A letter that is drawn by a command, and one that stands as it is and that pdflatex's kernel puts together. */
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
